import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalMark, readNumberColumn } from '../../../src/data/table/number-column.js'

const numbers = (mark: '.' | ',', ...cells: string[]) => [...readNumberColumn(cells, mark).values]
const problems = (mark: '.' | ',', ...cells: string[]) => readNumberColumn(cells, mark).problems.map(({ text }) => text)

test('readNumberColumn reads plain numbers, signs and exponents', () => {
  expect(numbers('.', '0', '-0.5', '+3', '.25', '5.', '1e3', '1.5E-2', '12345678901234567168')).toEqual([
    0, -0.5, 3, 0.25, 5, 1000, 0.015, 12345678901234567168,
  ])
})

test('readNumberColumn reads decimal commas where the mark is a comma', () => {
  expect(numbers(',', '0', '-0,5', '3', ',25', '1,234', '1,5e3')).toEqual([0, -0.5, 3, 0.25, 1.234, 1500])
})

test('readNumberColumn gives the same float64 as the language for any decimal', () => {
  const digits = fc.stringMatching(/^-?\d{1,12}(\.\d{1,12})?$/)
  fc.assert(
    fc.property(digits, (text) => {
      expect(numbers('.', text)[0]).toBe(Number(text))
      expect(numbers(',', text.replace('.', ','))[0]).toBe(Number(text))
    }),
    { seed: 4, numRuns: 2000 },
  )
})

test('readNumberColumn keeps empty cells and the words for them apart from problems', () => {
  const column = readNumberColumn(['', 'NA', 'n/a', '#N/A', 'NaN', 'null', 'None', '0'], '.')
  expect(column.missing).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(column.problems).toEqual([])
  expect([...column.values]).toEqual([NaN, NaN, NaN, NaN, NaN, NaN, NaN, 0])
})

test('readNumberColumn refuses what only looks like a number', () => {
  for (const cell of ['0x10', '0b1', '-', '.', '-.', '1.2.3', '1 2', '12a', '1_000', '--1', '٣', 'e5']) {
    expect([cell, problems('.', cell)]).toEqual([cell, [`\`${cell}\` is not a number`]])
  }
  expect(problems('.', 'Infinity', '-inf', '1e400')).toEqual([
    '`Infinity` is not a finite number',
    '`-inf` is not a finite number',
    '`1e400` is not a finite number',
  ])
  expect(problems('.', '12 %', 'EUR 5', 'five')).toEqual([
    '`12 %` is not a number; write the number alone',
    '`EUR 5` is not a number; write the number alone',
    '`five` is not a number',
  ])
})

test('readNumberColumn refuses grouped thousands with the number to write instead', () => {
  expect(problems('.', '1,234', '1,234,567.8', '1 234', "12'345.6", '1.234.567', '-1,234')).toEqual([
    '`1,234` has grouped thousands; write 1234',
    '`1,234,567.8` has grouped thousands; write 1234567.8',
    '`1 234` has grouped thousands; write 1234',
    "`12'345.6` has grouped thousands; write 12345.6",
    '`1.234.567` has grouped thousands; write 1234567',
    '`-1,234` has grouped thousands; write -1234',
  ])
  expect(problems(',', '1.234,5', '1.234', '1,234,567')).toEqual([
    '`1.234,5` has grouped thousands; write 1234,5',
    '`1.234` can have grouped thousands or a decimal point; write 1234 or 1,234',
    '`1,234,567` has grouped thousands; write 1234567',
  ])
})

test('readNumberColumn refuses the other decimal mark with the number to write instead', () => {
  expect(problems('.', '1,5')).toEqual([
    '`1,5` has a decimal comma, which only semicolons between the cells allow; write 1.5',
  ])
  expect(problems(',', '1.5')).toEqual(['`1.5` has a decimal point, but other numbers have decimal commas; write 1,5'])
})

test('decimalMark is the point for every delimiter but the semicolon', () => {
  for (const delimiter of [',', '\t', '|'] as const) expect(decimalMark(delimiter, [['1,5']])).toBe('.')
})

test('decimalMark of a semicolon table is the comma unless only points can be decimal', () => {
  expect(decimalMark(';', [['1', '2']])).toBe(',')
  expect(decimalMark(';', [['1,5'], ['2.5']])).toBe(',')
  expect(decimalMark(';', [['12', '1.234', '5.678']])).toBe(',')
  expect(decimalMark(';', [['1.234'], ['0.25']])).toBe('.')
  expect(decimalMark(';', [['0.125', '1.234']])).toBe('.')
  expect(decimalMark(';', [['1,234.5']])).toBe('.')
  expect(decimalMark(';', [['1.234,5']])).toBe(',')
  expect(decimalMark(';', [['1234.567']])).toBe('.')
})
