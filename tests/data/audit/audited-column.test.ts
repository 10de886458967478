import { expect, test } from 'vitest'
import { auditedColumns, makeFinding, mediaOf, windowValues } from '../../../src/data/audit/audited-column.js'
import { contextOf, kpi, radio, tv } from './context-of.js'

const context = contextOf({ numbers: { kpi, 'spend tv': tv, 'spend radio': radio, 'control heat': tv } })

test('auditedColumns gives the columns of some roles in the order of the uses, each once', () => {
  expect(auditedColumns(context, ['control', 'spend']).map(({ use }) => use.owner)).toEqual(['tv', 'radio', 'heat'])
  const repeated = { ...context, uses: [...context.uses, ...context.uses] }
  expect(auditedColumns(repeated, ['spend']).map(({ use }) => use.owner)).toEqual(['tv', 'radio'])
})

test('windowValues gives the rows of the window', () => {
  const dataset = { ...context.dataset, windowStart: 2, windowEnd: 5 }
  expect([...windowValues(dataset, 'tv_spend')]).toEqual([3, 2, 0])
})

test('makeFinding names the place, up to three periods, and what accepts a warning', () => {
  const finding = makeFinding(context, {
    id: 'odd:tv',
    severity: 'warning',
    column: 'tv',
    rows: [6, 0, 2, 4],
    text: 'is odd',
  })
  expect(finding).toEqual({
    id: 'odd:tv',
    severity: 'warning',
    message: 'shop.csv lines 2, 4, 6 and 1 more, column `tv` (2020-01-06, 2020-01-20, 2020-02-03, …): is odd.',
    column: 'tv',
    row: 2,
    decide: 'accept: [odd:tv]',
  })
})

test('makeFinding of an error has nothing to accept, unless it says what to write', () => {
  const error = { id: 'bad', severity: 'error', column: null, text: 'is bad' } as const
  expect(makeFinding(context, error)).toMatchObject({ message: 'shop.csv: is bad.', row: null, decide: null })
  expect(makeFinding(context, { ...error, decide: 'do this' }).decide).toBe('do this')
})

test('mediaOf gives the media of a channel unless they are its spend', () => {
  const bought = contextOf({ numbers: { kpi, 'spend tv': tv, 'media tv': radio, 'spend radio': radio } })
  expect(mediaOf(bought, bought.uses[1])).toBe(bought.uses[2])
  expect(mediaOf(bought, bought.uses[3])).toBe(undefined)
  const itself = { ...bought, uses: [bought.uses[1], { ...bought.uses[1], role: 'media' as const }] }
  expect(mediaOf(itself, itself.uses[0])).toBe(undefined)
})
