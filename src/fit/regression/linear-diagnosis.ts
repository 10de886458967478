import type { Model } from '../../model/design/model.js'
import type { RegressionTable } from '../../numeric/regression/regression-table.js'
import type { Diagnostics } from '../fit.js'
import type { LinearEstimate } from './linear-draws.js'

/** Probability below which correlated residuals are taken as a fact. */
const CORRELATED = 0.05
/** Variance inflation at which a coefficient can hardly be told apart from others. */
const INFLATED = 10
/** Share of draws beyond the unit root that says the long run is not known. */
const MANY_REJECTED = 0.05

export interface DiagnosisInput {
  readonly count: number
  readonly rejected: number
  readonly estimate: LinearEstimate
}

/** Whether a least-squares fit may be believed, and advice in words where not. */
export function diagnoseLinear(model: Model, table: RegressionTable, input: DiagnosisInput): Diagnostics {
  const problems = [
    ...correlationProblem(model, table),
    ...signProblems(model, table),
    ...rejectionProblem(input),
    ...boundaryProblem(input.estimate),
  ]
  return {
    passed: problems.length === 0,
    advice: [...problems, ...inflationAdvice(model, table), ...priorAdvice(model)],
    chains: null,
    draws: input.count,
    divergences: null,
    rhatMax: null,
    essBulkMin: null,
    essTailMin: null,
    ebfmiMin: null,
    starts: [],
    flat: [],
    unconverged: 0,
    sampler: null,
  }
}

function correlationProblem({ layout }: Model, { tests, correlation }: RegressionTable): string[] {
  const test = tests.find(({ name }) => name === 'Breusch-Godfrey F')
  if (test === undefined || test.p === null || test.p >= CORRELATED) return []
  const found = `Breusch-Godfrey p ${test.p < 0.001 ? 'below 0.001' : test.p.toFixed(3)}`
  if (layout.laggedKpi >= 0) {
    return [
      `Residuals are correlated over time (${found}): with a lagged KPI the coefficients are biased; use \`noise: ar1\` instead of the lag.`,
    ]
  }
  if (correlation !== null) {
    return [`Innovations are still correlated over time (${found}): a season, trend or carry-over is missing.`]
  }
  return [`Residuals are correlated over time (${found}): intervals are too narrow; write \`noise: ar1\`.`]
}

function signProblems({ channels, linear }: Model, { coefficients }: RegressionTable): string[] {
  return channels.flatMap(({ name, spec }, c) => {
    const b = coefficients[linear.length + c]
    if (spec.sign === 'free' || b >= 0) return []
    return [
      `${name} has a negative coefficient (${b.toPrecision(3)}): ols doesn't hold \`sign: positive\`; something that moves with it is missing, or use \`method: regression\`.`,
    ]
  })
}

function rejectionProblem({ count, rejected }: DiagnosisInput): string[] {
  const share = rejected / (count + rejected)
  if (share < MANY_REJECTED) return []
  return [
    `${Math.round(100 * share)} % of draws of the lagged KPI's coefficient were beyond 1 and drawn again: the long run is hardly known.`,
  ]
}

function boundaryProblem({ correlation }: LinearEstimate): string[] {
  if (correlation === null || Math.abs(correlation.value) < 0.999) return []
  return [
    `The noise correlation is ${correlation.value.toFixed(4)}, at its bound: the series wanders like a random walk; add a trend.`,
  ]
}

function inflationAdvice({ channels, linear }: Model, { vif }: RegressionTable): string[] {
  return channels.flatMap(({ name }, c) => {
    const inflation = vif[linear.length + c]
    if (inflation === null || inflation < INFLATED) return []
    return [`${name} can hardly be told apart from other columns (VIF ${inflation.toFixed(0)}).`]
  })
}

/** Least squares has no priors; one that the spec states is named, so that nobody thinks it was used. */
function priorAdvice({ spec, channels }: Model): string[] {
  const stated = [
    ...channels.filter(({ spec: { effect } }) => effect.on !== 'default').map(({ name }) => name),
    ...[...spec.treatments, ...spec.controls].filter(({ prior }) => prior !== null).map(({ name }) => name),
  ]
  return stated.length === 0 ? [] : [`ols uses no priors: those of ${stated.join(', ')} had no effect.`]
}
