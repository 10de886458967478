import { expect, test } from 'vitest'
import { rowCount } from '../../../src/data/audit/row-count.js'
import { contextOf, kpi, tv } from './context-of.js'

const context = contextOf({ numbers: { kpi, 'spend tv': tv } })

test('rowCount refuses fewer rows than parameters', () => {
  expect(rowCount(context, 11)).toMatchObject([
    {
      id: 'few-rows',
      severity: 'error',
      message: 'shop.csv: the window has 10 rows for 11 parameters; add rows, or leave out channels and controls.',
    },
  ])
})

test('rowCount warns of fewer than three rows a parameter', () => {
  expect(rowCount(context, 10)).toMatchObject([{ severity: 'warning', decide: 'accept: [few-rows]' }])
  expect(rowCount(context, 4)).toMatchObject([{ severity: 'warning' }])
  expect(rowCount(context, 3)).toEqual([])
})

test('rowCount counts the rows of the window alone', () => {
  const dataset = { ...context.dataset, windowStart: 4, windowEnd: 9 }
  expect(rowCount({ ...context, dataset }, 6)).toMatchObject([{ severity: 'error' }])
})
