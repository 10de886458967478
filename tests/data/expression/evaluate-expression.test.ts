import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateExpression } from '../../../src/data/expression/evaluate-expression.js'
import { parseExpression } from '../../../src/data/expression/parse-expression.js'

const columns = new Map([
  ['x', Float64Array.of(-1, 0, 2.5, NaN)],
  ['y', Float64Array.of(4, 9, 16, 25)],
  ['x1_Search-Ads', Float64Array.of(1, 2, 3, 4)],
])
const value = (text: string) => [
  ...evaluateExpression(parseExpression(text, { path: 'p', headers: [...columns.keys()] }), columns, 4),
]

test('evaluateExpression computes arithmetic by row with the usual precedence', () => {
  expect(value('y + 2 * 3')).toEqual([10, 15, 22, 31])
  expect(value('-y ^ 2')).toEqual([-16, -81, -256, -625])
  expect(value('2 ^ 3 ^ 2')).toEqual([512, 512, 512, 512])
  expect(value('(y - 1) / 3')).toEqual([1, 8 / 3, 5, 8])
  expect(value('+y')).toEqual([4, 9, 16, 25])
  expect(value('col("x1_Search-Ads") * y')).toEqual([4, 18, 48, 100])
})

test('evaluateExpression computes comparisons and logic as 1 and 0', () => {
  expect(value('y > 9')).toEqual([0, 0, 1, 1])
  expect(value('y >= 9 and y < 25')).toEqual([0, 1, 1, 0])
  expect(value('y == 4 or not (y != 9)')).toEqual([1, 1, 0, 0])
  expect(value('y <= 9 ? 1 : y')).toEqual([1, 1, 16, 25])
  expect(value('if(y == 9, 0, y)')).toEqual([4, 0, 16, 25])
  expect(value('ifelse(y == 9, 0, y)')).toEqual([4, 0, 16, 25])
})

test('evaluateExpression computes each function', () => {
  expect(value('sqrt(y)')).toEqual([2, 3, 4, 5])
  expect(value('max(0, y - 10, 7)')).toEqual([7, 7, 7, 15])
  expect(value('min(y, 10)')).toEqual([4, 9, 10, 10])
  expect(value('abs(0 - y)')).toEqual([4, 9, 16, 25])
  expect(value('floor(y / 3)')).toEqual([1, 3, 5, 8])
  expect(value('ceil(y / 3)')).toEqual([2, 3, 6, 9])
  expect(value('round(y / 3)')).toEqual([1, 3, 5, 8])
  expect(value('log10(1000 + 0 * y)')).toEqual([3, 3, 3, 3])
  expect(value('exp(0 * y)')).toEqual([1, 1, 1, 1])
  expect(value('log(exp(2) + 0 * y)')[0]).toBeCloseTo(2, 15)
  expect(value('lag(y, 2)')).toEqual([NaN, NaN, 4, 9])
  expect(value('lag(y + 1, 1)')).toEqual([NaN, 5, 10, 17])
})

test('evaluateExpression keeps unknown cells unknown, in comparisons, powers and logic too', () => {
  expect(value('x * 2')).toEqual([-2, 0, 5, NaN])
  expect(value('x > 0')).toEqual([0, 0, 1, NaN])
  expect(value('x == x')).toEqual([1, 1, 1, NaN])
  expect(value('x != 1')).toEqual([1, 1, 1, NaN])
  expect(value('x ^ 0')).toEqual([1, 1, 1, NaN])
  expect(value('x and y')).toEqual([1, 0, 1, NaN])
  expect(value('not x')).toEqual([0, 1, 0, NaN])
  expect(value('max(x, 1)')).toEqual([1, 1, 2.5, NaN])
  expect(value('x > 0 ? 1 : 2')).toEqual([2, 2, 1, NaN])
  expect(value('y > 20 ? 1 : x')).toEqual([-1, 0, 2.5, 1])
})

test('evaluateExpression gives NaN or infinity where there is no finite number, for the caller to refuse', () => {
  expect(value('log(x)')).toEqual([NaN, -Infinity, Math.log(2.5), NaN])
  expect(value('1 / x')).toEqual([-1, Infinity, 0.4, NaN])
  expect(value('y ^ 1000')).toEqual([Infinity, Infinity, Infinity, Infinity])
})

test('evaluateExpression never writes into the table', () => {
  value('-y')
  value('y * 2 + y')
  value('lag(y, 1)')
  expect([...columns.get('y')!]).toEqual([4, 9, 16, 25])
  const copy = evaluateExpression(parseExpression('y', { path: 'p', headers: ['y'] }), columns, 4)
  expect(copy).not.toBe(columns.get('y'))
})

/** An expression as text and as a plain function of one row, built side by side. */
interface Twin {
  readonly text: string
  readonly value: (a: number, b: number) => number
}

const operators: readonly (readonly [string, (x: number, y: number) => number])[] = [
  ['+', (x, y) => x + y],
  ['-', (x, y) => x - y],
  ['*', (x, y) => x * y],
  ['/', (x, y) => x / y],
  ['<', (x, y) => Number(x < y)],
  ['>=', (x, y) => Number(x >= y)],
  ['==', (x, y) => Number(x === y)],
]

test('evaluateExpression equals a plain function of one row, for any expression', () => {
  const leaf = fc.constantFrom<Twin>(
    { text: 'a', value: (a) => a },
    { text: 'b', value: (_, b) => b },
    { text: '2', value: () => 2 },
    { text: '0.5', value: () => 0.5 },
  )
  const twin = fc.letrec<{ tree: Twin }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', maxDepth: 4 },
      leaf,
      fc.tuple(tie('tree'), fc.constantFrom(...operators), tie('tree')).map(([left, [operator, apply], right]) => ({
        text: `(${left.text} ${operator} ${right.text})`,
        value: (a: number, b: number) => apply(left.value(a, b), right.value(a, b)),
      })),
      fc.tuple(tie('tree'), tie('tree'), tie('tree')).map(([test, yes, no]) => ({
        text: `(${test.text} ? ${yes.text} : ${no.text})`,
        value: (a: number, b: number) => (test.value(a, b) !== 0 ? yes.value(a, b) : no.value(a, b)),
      })),
      tie('tree').map((inner) => ({
        text: `abs(${inner.text})`,
        value: (a: number, b: number) => Math.abs(inner.value(a, b)),
      })),
    ),
  })).tree
  const number = fc.double({ min: -5, max: 5, noNaN: true })
  fc.assert(
    fc.property(twin, fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 3 }), ({ text, value }, rows) => {
      const table = new Map([
        ['a', Float64Array.from(rows, ([a]) => a)],
        ['b', Float64Array.from(rows, ([, b]) => b)],
      ])
      const got = evaluateExpression(parseExpression(text, { path: 'p', headers: ['a', 'b'] }), table, rows.length)
      rows.forEach(([a, b], t) => {
        const expected = value(a, b)
        if (Number.isFinite(expected) && Number.isFinite(got[t])) expect(got[t]).toBe(expected)
      })
    }),
    { seed: 3, numRuns: 300 },
  )
})
