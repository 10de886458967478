import type { TreatmentSpec } from '../../model/spec/spec.js'
import { mean } from '../../numeric/stats/summary.js'
import { summarise } from '../analysis/summarise.js'
import { propagate } from '../counterfactual/lag.js'
import { drawValue, type Outcome } from '../counterfactual/outcome.js'
import type { TreatmentElasticity } from '../results.js'
import type { FitAnalysis } from '../summary/fit-analysis.js'

/**
 * Elasticity of the KPI with respect to a treatment, such as a price, over the window of an analysis:
 *
 *     d log(expected KPI of the window) / d log(treatment)  =  b mean(x) / mean(fitted)     per draw
 *
 * at the window's mean: one per cent more of the treatment in every period. With a lagged KPI the change stands in the periods before
 * the window too, and what it carries over is counted. Of a treatment given as an expression it is the elasticity with respect to the
 * expression's value.
 *
 * @param name a treatment of the spec.
 * @returns null with a reason where a value of the treatment, or the expected KPI in some draw, isn't above 0.
 * @example treatmentElasticity(analyseFit(fit), 'price').elasticity?.mean  // -1.3
 */
export function treatmentElasticity(analysis: FitAnalysis, name: string): TreatmentElasticity {
  const { outcome, window, fittedTotal } = analysis
  const { spec, periods, dataset } = outcome.model
  const treatment = spec.treatments.find((each) => each.name === name) as TreatmentSpec
  const column = dataset.columns.get(treatment.column) as Float64Array
  const values = column.slice(dataset.windowStart, dataset.windowStart + periods)
  const inWindow = values.subarray(window.from, window.to)
  const elasticityAt = {
    column: treatment.column,
    treatment: mean(inWindow),
    kpi: mean(fittedTotal) / (window.to - window.from),
  }
  const elasticityNote = reasonAgainst(treatment.column, inWindow, fittedTotal)
  if (elasticityNote !== null) return { elasticity: null, elasticityAt, elasticityNote }
  const moved = effectOfLevel(analysis, treatment, values)
  return { elasticity: summarise(moved.map((kpi, d) => kpi / fittedTotal[d])), elasticityAt, elasticityNote }
}

function reasonAgainst(column: string, values: Float64Array, fittedTotal: Float64Array): string | null {
  const lowest = values.reduce((a, b) => Math.min(a, b))
  if (lowest <= 0) return `${column} isn't above 0 in every period of the window, so a change of 1 % has no meaning`
  if (!fittedTotal.every((total) => total > 0)) return "the expected KPI isn't above 0 in every draw"
  return null
}

/** KPI in the window that hangs on the treatment's level, counted from zero: its derivative in the logarithm of the level. */
function effectOfLevel({ outcome, window }: FitAnalysis, treatment: TreatmentSpec, values: Float64Array): Float64Array {
  const { model, draws } = outcome
  const slope = slopeOf(outcome, treatment)
  const path = new Float64Array(values.length)
  return Float64Array.from({ length: draws.count }, (_, d) => {
    const b = slope(d)
    values.forEach((value, t) => (path[t] = b * value))
    propagate(path, drawValue(outcome, d, model.layout.laggedKpi))
    let sum = 0
    for (let t = window.from; t < window.to; t++) sum += path[t]
    return sum
  })
}

/** KPI units per unit of the treatment's own column, by draw. */
function slopeOf(outcome: Outcome, { name, scale }: TreatmentSpec): (draw: number) => number {
  const { model } = outcome
  const place = model.linear.findIndex((column) => column.part === 'treatment' && column.owner === name)
  const unit = scale === null ? 1 : model.frozen[`treatments.${name}.scale`]
  return (draw) => drawValue(outcome, draw, model.layout.linear + place) / unit
}
