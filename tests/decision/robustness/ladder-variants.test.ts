import { describe, expect, it } from 'vitest'
import { ladderVariants } from '../../../src/decision/robustness/ladder-variants.js'
import { smallModel } from '../../support/small-model.js'

const weeks = Array.from({ length: 60 }, (_, t) => t)
const columns = {
  sales: weeks.map((t) => 100 + 3 * (t % 4) + ((t * 7) % 5)),
  tv: weeks.map((t) => (t % 4 === 0 ? 0 : 10 + (t % 7))),
}

function rungs(yaml: string, period: 'week' | 'month' | 'quarter' | 'year' = 'week') {
  const { variants, leftOut } = ladderVariants(
    smallModel(`kpi: { column: sales, kind: units }\nchannels: { tv: { spend: tv } }\n${yaml}`, { columns, period }),
  )
  return { labels: variants.map(({ label }) => label), variants, leftOut }
}

describe('ladderVariants', () => {
  it('makes the default baseline stiffer and looser, with fewer and more waves, and takes its AR(1) noise away', () => {
    const { labels, variants, leftOut } = rungs('')
    expect(labels).toEqual([
      'a straight-line trend',
      'a smooth trend over 52 weeks',
      'a smooth trend over 13 weeks',
      '2 yearly waves',
      '8 yearly waves',
      'no AR(1) noise',
    ])
    expect(leftOut).toEqual([])
    expect(variants[1].spec.baseline.smooth.lengthScale).toBeCloseTo(52.18, 2)
    expect(variants[2].spec.baseline.smooth.lengthScale).toBeCloseTo(13.04, 2)
  })

  it('changes one thing in each rung', () => {
    const { variants } = rungs('')
    expect(
      variants.map(({ spec }) => [spec.baseline.trend, spec.baseline.seasonality.yearly, spec.noise.kind]),
    ).toEqual([
      ['linear', 4, 'ar1'],
      ['smooth', 4, 'ar1'],
      ['smooth', 4, 'ar1'],
      ['smooth', 2, 'ar1'],
      ['smooth', 8, 'ar1'],
      ['smooth', 4, 'normal'],
    ])
  })

  it('lets a straight line bend, and gives independent noise a memory', () => {
    const { labels } = rungs('baseline: { trend: linear, seasonality: { yearly: 1 } }\nnoise: normal')
    expect(labels).toEqual(['a smooth trend over 26 weeks', 'no yearly waves', '2 yearly waves', 'AR(1) noise'])
  })

  it('gives Student noise a memory without its degrees of freedom', () => {
    const { variants } = rungs('noise: student')
    expect(variants.at(-1)?.spec.noise.kind).toBe('ar1')
    expect(variants.at(-1)?.spec.noise.degreesOfFreedom).toBeUndefined()
  })

  it('says which rungs a model has no room for', () => {
    const short = rungs('baseline: { smooth: { lengthScale: 5 }, seasonality: { yearly: 5 } }', 'month')
    expect(short.leftOut).toEqual([
      'No looser trend: over less than 3 months it would follow the noise.',
      'No more yearly waves: month data have no faster ones.',
    ])
    expect(rungs('', 'year').leftOut).toEqual(['No season: annual data have none.'])
  })

  it('under least squares varies what that can estimate', () => {
    const { labels, leftOut } = rungs('baseline: { trend: linear }\nfit: { method: ols }')
    expect(labels).toEqual(['no trend', 'a season', 'AR(1) noise'])
    expect(leftOut).toEqual(['No smooth trend: least squares can’t learn how far it bends; use method bayes for that.'])
  })

  it('takes the indicators of quarters away', () => {
    expect(rungs('', 'quarter').labels).toContain('no season')
  })
})
