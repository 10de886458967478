import { expect, test } from 'vitest'
import { spendAndMedia } from '../../../src/data/audit/spend-and-media.js'
import { contextOf, kpi, tv } from './context-of.js'

test('spendAndMedia without each other are warnings with lines and counts', () => {
  const grps = tv.map((value, t) => (t === 0 ? 0 : t === 1 ? 20 : 10 * value + t))
  const context = contextOf({ numbers: { kpi, 'spend tv': tv, 'media tv': grps } })
  expect(spendAndMedia(context).map(({ id, row, message }) => [id, row, message])).toEqual([
    [
      'spend-without-media:tv_spend',
      2,
      'shop.csv line 2, column `tv_spend` (2020-01-06): tv has spend but no media (`tv_media` is 0) in 1 of 10 rows.',
    ],
    [
      'media-without-spend:tv_media',
      3,
      'shop.csv lines 3, 6, 7 and 1 more, column `tv_media` (2020-01-13, 2020-02-03, 2020-02-10, …): tv has media but no spend (`tv_spend` is 0) in 4 of 10 rows.',
    ],
  ])
})
