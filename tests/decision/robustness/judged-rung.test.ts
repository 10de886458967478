import { describe, expect, it } from 'vitest'
import { judgedRung, predictiveDensities, type AnsweredRung } from '../../../src/decision/robustness/judged-rung.js'
import { createOutcome } from '../../../src/decision/counterfactual/outcome.js'
import { fitOls } from '../../../src/fit/regression/ols.js'
import { smallModel } from '../../support/small-model.js'

function rung(pointwise: readonly number[] | null, settled = true): AnsweredRung {
  return {
    id: 'any',
    label: 'any',
    channels: [],
    media: null,
    rhat: settled ? 1.01 : 1.34,
    settled,
    pointwise: pointwise === null ? null : Float64Array.from(pointwise),
  }
}

/** One hundred periods, each predicted worse by `by`, give or take a half. */
const worse = (by: number): number[] => Array.from({ length: 100 }, (_, t) => -1 - by + (t % 2 === 0 ? 0.5 : -0.5))
const own = rung(Array.from({ length: 100 }, () => -1))

describe('judgedRung', () => {
  it('is refuted where it predicts the periods clearly worse, and preferred where clearly better', () => {
    // A hundred differences of 0.1 give or take 0.5: 10, with a standard error of 5.
    expect(judgedRung(rung(worse(0.1)), own)).toMatchObject({
      status: 'refuted',
      prediction: { difference: expect.closeTo(-10, 9), se: expect.closeTo(5, 9) },
    })
    expect(judgedRung(rung(worse(-0.1)), own).status).toBe('preferred')
  })

  it('counts where the difference may be chance, or is too small to matter', () => {
    expect(judgedRung(rung(worse(0.07)), own).status).toBe('counted')
    const little = Array.from({ length: 100 }, () => -1.03)
    expect(judgedRung(rung(little), own)).toMatchObject({ status: 'counted' })
  })

  it('is unsettled where its chains disagree, whatever it predicts', () => {
    expect(judgedRung(rung(worse(0), false), own).status).toBe('unsettled')
  })

  it('counts where nothing can be compared', () => {
    expect(judgedRung(rung(null), own)).toMatchObject({ prediction: null, status: 'counted' })
  })
})

describe('predictiveDensities', () => {
  it('has none for least squares', () => {
    const tv = Array.from({ length: 40 }, (_, t) => 5 + ((t * 7) % 11))
    const model = smallModel(
      'kpi: { column: sales, kind: units }\nchannels: { tv: { spend: tv } }\nfit: { method: ols, draws: 5 }',
      { columns: { sales: tv.map((x, t) => 50 + 2 * x + ((t * 5) % 3)), tv } },
    )
    expect(predictiveDensities(createOutcome(model, fitOls(model).draws))).toBeNull()
  })
})
