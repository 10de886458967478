import { describe, expect, it } from 'vitest'
import { scorePoints, scorePrediction } from '../../../src/decision/holdout/score-prediction.js'

/** Two periods, draws that agree. */
const prediction = {
  periods: 2,
  structural: Float64Array.of(100, 190, 100, 190),
  carried: Float64Array.of(0, 10, 0, 10),
  noise: Float64Array.of(10, 10, 10, 10),
  totalNoise: Float64Array.of(20, 20),
}

describe('scorePrediction', () => {
  it('predicts the structural path and what is carried on, with a band of nine in ten for each period and the total', () => {
    const scored = scorePrediction(prediction, Float64Array.of(110, 180))
    expect(scored.mean).toEqual([100, 200])
    expect(scored.q05![0]).toBeCloseTo(100 - 16.448536269514722, 5)
    expect(scored.q95![1]).toBeCloseTo(200 + 16.448536269514722, 5)
    expect(scored.total.q95).toBeCloseTo(300 + 32.897072539029445, 5)
  })

  it('measures errors of the mean, what lies in the band, and the error of the total', () => {
    const scored = scorePrediction(prediction, Float64Array.of(110, 180))
    expect(scored.rmse).toBeCloseTo(Math.sqrt(250), 12)
    expect(scored.relativeRmse).toBeCloseTo(Math.sqrt(250) / 145, 12)
    expect(scored.mape).toBeCloseTo((10 / 110 + 20 / 180) / 2, 12)
    expect(scored.coverage).toBe(0.5)
    expect(scored.total).toMatchObject({ observed: 290, mean: 300, error: 10 })
    expect(scored.total.relativeError).toBeCloseTo(10 / 290, 12)
  })

  it('scores the whole distribution: CRPS of Normal(100, 10) at 100 is 2.337', () => {
    const exact = { ...prediction, structural: Float64Array.of(100, 200, 100, 200), carried: new Float64Array(4) }
    const { crps, crpsByPeriod } = scorePrediction(exact, Float64Array.of(100, 200))
    expect(crps).toBeCloseTo(2.3369497725510913, 9)
    crpsByPeriod?.forEach((score) => expect(score).toBeCloseTo(2.3369497725510913, 9))
    expect(scorePoints(Float64Array.of(100, 200), Float64Array.of(110, 180)).crpsByPeriod).toEqual([10, 20])
  })
})

describe('scorePoints', () => {
  it('scores single numbers by their absolute error, without a band', () => {
    expect(scorePoints(Float64Array.of(100, 200), Float64Array.of(110, 180))).toMatchObject({
      q05: null,
      q95: null,
      crps: 15,
      coverage: null,
      total: { observed: 290, mean: 300, q05: null, q95: null, error: 10 },
    })
  })

  it('has no relative errors where nothing was observed', () => {
    const { mape, relativeRmse, total } = scorePoints(Float64Array.of(1, -1), Float64Array.of(0, 0))
    expect(mape).toBeNull()
    expect(relativeRmse).toBeNull()
    expect(total.relativeError).toBeNull()
  })
})
