import { describe, expect, it } from 'vitest'
import { clusteredMean, clusteredShare, type Clustered } from '../../../src/numeric/stats/clustered.js'

const clusters = [0, 0, 0, 1, 1, 2, 2, 2, 2, 3, 3, 4]

function observations(values: readonly number[]): Clustered[] {
  return values.map((value, i) => ({ cluster: `market ${clusters[i]}`, value }))
}

// Golden numbers: tests/golden/scripts/clustered-figures.py.
describe('clusteredMean', () => {
  it('has the cluster-robust interval of statsmodels', () => {
    const figure = clusteredMean(observations([0.2, 0.5, -0.3, 1.1, 0.9, 0, -0.4, 0.2, 0.1, 0.7, 0.8, -1.2]))!
    expect(figure.value).toBeCloseTo(0.21666666666666673, 12)
    expect(figure.low).toBeCloseTo(-0.44769847, 8)
    expect(figure.high).toBeCloseTo(0.8810318, 7)
    expect([figure.count, figure.clusters]).toEqual([12, 5])
  })

  it('knows no bounds from one cluster and nothing from none', () => {
    expect(clusteredMean([{ cluster: 'a', value: 1 }])).toMatchObject({ value: 1, low: -Infinity, high: Infinity })
    expect(clusteredMean([])).toBeNull()
  })
})

describe('clusteredShare', () => {
  it('has Wilson’s interval for as many observations as are worth independent ones', () => {
    const figure = clusteredShare(observations([1, 1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 0]))!
    expect(figure.value).toBeCloseTo(0.5833333333333335, 12)
    expect(figure.low).toBeCloseTo(0.17107034164484836, 9)
    expect(figure.high).toBeCloseTo(0.9047371845207498, 9)
  })

  it('counts clusters where all observations agree', () => {
    const four = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
    const figure = clusteredShare(observations(four))!
    expect([figure.value, figure.high]).toEqual([1, 1])
    expect(figure.low).toBeCloseTo(0.5101091635454025, 9)
    expect(clusteredShare([])).toBeNull()
  })
})
