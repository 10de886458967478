import { expect, test } from 'vitest'
import { copies } from '../../../src/data/audit/copies.js'
import type { AuditContext } from '../../../src/data/audit/audited-column.js'
import { contextOf, kpi, radio, tv } from './context-of.js'

const messages = (context: AuditContext) => copies(context).map(({ message }) => message)

test('copies of a channel, exact or up to a factor, are errors', () => {
  expect(copies(contextOf({ numbers: { kpi, 'spend tv': tv, 'spend video': tv } }))).toMatchObject([
    {
      id: 'copy:video_spend',
      severity: 'error',
      message:
        'shop.csv, column `video_spend`: video is an exact copy of tv (`tv_spend`), and no data can tell two such channels apart; merge them or leave one out.',
    },
  ])
  const inCents = tv.map((value) => 100 * value)
  expect(messages(contextOf({ numbers: { kpi, 'spend tv': tv, 'media pr': inCents } }))[0]).toContain(
    'pr is a multiple of tv',
  )
})

test('among controls, and near-copies, are warnings', () => {
  const nearly = tv.map((value, t) => value + 0.05 * (t % 3))
  const context = contextOf({
    numbers: { kpi, 'spend tv': tv, 'spend video': nearly, 'control a': radio, 'control b': radio },
  })
  expect(copies(context).map(({ id, severity, decide }) => [id, severity, decide])).toEqual([
    ['near-copy:video_spend', 'warning', 'accept: [near-copy:video_spend]'],
    ['copy:b_control', 'warning', 'accept: [copy:b_control]'],
  ])
  expect(messages(context)[0]).toMatch(/video is nearly a copy of tv \(`tv_spend`\): their correlation is 0\.99\d+\./)
})

test('copies of the KPI among the controls are warnings', () => {
  const orders = kpi.map((value, t) => 3 * value + 0.1 * (t % 2))
  const [message] = messages(contextOf({ numbers: { kpi, 'spend tv': tv, 'control orders': orders } }))
  expect(message).toContain('orders is nearly a copy of the KPI')
})

test('copies of spend are a warning where the media differ', () => {
  const context = contextOf({
    numbers: {
      kpi,
      'spend tv': tv,
      'media tv': radio,
      'spend video': tv,
      'media video': [1, 0, 1, 2, 0, 0, 9, 1, 2, 0],
    },
  })
  expect(copies(context).filter(({ id }) => id.startsWith('copy'))).toMatchObject([
    { id: 'copy:video_spend', severity: 'warning' },
  ])
})
