import { describe, expect, it } from 'vitest'
import { createOutcome } from '../../../src/decision/counterfactual/outcome.js'
import { buildSummary } from '../../../src/decision/summary/build-summary.js'
import { analyseFit } from '../../../src/decision/summary/fit-analysis.js'
import { leaveOneOutScore, leaveOneOutSummary } from '../../../src/decision/summary/leave-one-out-score.js'
import { inlineExecutor } from '../../../src/execute/executor.js'
import { decodeFit, encodeFit } from '../../../src/fit/artefact/fit-files.js'
import { joinFit } from '../../../src/fit/artefact/join-fit.js'
import { fitBayes } from '../../../src/fit/bayes/fit-bayes.js'
import { bayesTasks } from '../../../src/fit/bayes/tasks.js'
import { linearGaussianColumns } from '../../support/linear-gaussian.js'
import { smallModel } from '../../support/small-model.js'

const history = 3
const spoilt = linearGaussianColumns.y.map((y, t) => (t === 17 ? y + 70 : y))
const model = smallModel(
  'kpi: { column: y, kind: revenue }\nchannels: { tv: { spend: x } }\nfit: { draws: 100, warmup: 150, chains: 2 }\n',
  { columns: { ...linearGaussianColumns, y: spoilt }, history },
)
const result = await fitBayes(model, { executor: inlineExecutor(bayesTasks) })
const score = leaveOneOutScore(createOutcome(model, result.draws))

describe('leaveOneOutScore(outcome)', () => {
  it('adds up over periods', () => {
    expect(score.pointwise).toHaveLength(37)
    expect(score.elpd).toBeCloseTo(
      score.pointwise.reduce((a, b) => a + b, 0),
      9,
    )
    expect(score.se).toBeGreaterThan(0)
    expect(score.pLoo).toBeGreaterThan(0)
  })

  it('names the period that hangs on the fewest draws, and the shape below which it is reliable', () => {
    expect(score.worstPeriod).toBe(model.dataset.periods[17])
    expect(score.reliableK).toBeCloseTo(1 - 1 / Math.log10(200), 12)
    expect(score.unreliable === 0).toBe(score.worstK < score.reliableK)
  })

  it('is kept with the fit, and told by its summary without its terms', async () => {
    const fit = joinFit({ model, result, leaveOneOut: score })
    expect((await decodeFit(encodeFit(fit), 'fits/small')).leaveOneOut).toEqual(score)
    const { pointwise, ...rest } = score
    expect(pointwise.every(Number.isFinite)).toBe(true)
    expect(buildSummary(analyseFit(fit)).leaveOneOut).toEqual(rest)
    expect(leaveOneOutSummary(undefined)).toBe(null)
  })
})
