import { describe, expect, it } from 'vitest'
import { estimateColumns, seriesColumns } from '../../../src/app/export/statistics.js'

const columns = { roas_mean: 2, roas_sd: 0.5, roas_q05: 1, roas_median: 1.9, roas_q95: 3 }

describe('estimateColumns(figure, estimate)', () => {
  it('has mean, sd, q05, median and q95 in that order, empty without an estimate', () => {
    const estimate = { mean: 2, median: 1.9, sd: 0.5, q05: 1, q95: 3 }
    expect(Object.entries(estimateColumns('roas', estimate))).toEqual(Object.entries(columns))
    expect(Object.values(estimateColumns('roas', null))).toEqual([null, null, null, null, null])
  })
})

describe('seriesColumns(figure, series, index)', () => {
  it('takes one entry of each statistic', () => {
    const series = { mean: [9, 2], median: [9, 1.9], sd: [9, 0.5], q05: [9, 1], q95: [9, 3] }
    expect(Object.entries(seriesColumns('roas', series, 1))).toEqual(Object.entries(columns))
    expect(Object.values(seriesColumns('roas', null, 1))).toEqual([null, null, null, null, null])
  })
})
