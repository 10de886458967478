import { describe, expect, it } from 'vitest'
import { outlay, outlayWords, shifted } from '../../../src/model/identify/causality-test.js'
import { smallModel } from '../../support/small-model.js'

const model = smallModel(
  `kpi: { column: sales, kind: revenue }
channels: { tv: { spend: tv, media: grps } }
organic: { news: { media: sends } }
`,
  {
    history: 1,
    columns: { sales: [NaN, 12, 11, 13], tv: [1, 2, 3, 4], grps: [10, 20, 30, 45], sends: [5, 0, 0, 7] },
  },
)

it('outlay(channel) is spend where there is any, else media; outlayWords says which', () => {
  const [tv, news] = model.channels
  expect([...outlay(tv)]).toEqual([1, 2, 3, 4])
  expect(outlay(news)).toBe(news.media)
  expect([outlayWords(tv), outlayWords(news)]).toEqual(['tv spend', 'news activity'])
})

describe('shifted(model, series, before, by)', () => {
  const series = Float64Array.of(1, 2, 3, 4)

  it('starts in the window and looks back into the history, then before it', () => {
    expect([...shifted(model, series, 9, 0)]).toEqual([2, 3, 4])
    expect([...shifted(model, series, 9, -1)]).toEqual([1, 2, 3])
    expect([...shifted(model, series, 9, -2)]).toEqual([9, 1, 2])
  })

  it('looks ahead, with 0 after the last row', () => {
    expect([...shifted(model, series, 9, 1)]).toEqual([3, 4, 0])
  })
})
