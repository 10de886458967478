import type { PlausibilityCheck, PlausibilityInput } from '../analysis/plausibility.js'
import type { FitAnalysis } from './fit-analysis.js'
import { plausibility } from '../analysis/plausibility.js'
import { drawValue } from '../counterfactual/outcome.js'
import { baselineContribution } from '../counterfactual/parts.js'
import { windowSums } from '../counterfactual/totals.js'
import { priorEdges } from './prior-driven.js'

/** Saturations whose curve has a ceiling, which the coefficient is. */
const withCeiling: ReadonlySet<string> = new Set(['hill', 'logistic', 'tanh', 'michaelis-menten'])

/** The plausibility checks of a fit over its window; see `plausibility`. The prior's edge is known for the whole fit window only. */
export function fitPlausibility(analysis: FitAnalysis): PlausibilityCheck[] {
  const { outcome, window, fittedTotal } = analysis
  const baseline = windowSums(baselineContribution(outcome), outcome.model.periods, window)
  return plausibility({
    baseline,
    paidShare: paidShare(analysis),
    fittedTotal,
    ceilings: ceilings(analysis),
    treatments: treatments(analysis),
    returns: returns(analysis),
  })
}

function paidShare({ channels, fittedTotal }: FitAnalysis): Float64Array | null {
  const paid = channels.filter(({ kind }) => kind === 'paid')
  if (paid.length === 0) return null
  return fittedTotal.map((total, d) => paid.reduce((sum, { totals }) => sum + totals.contribution[d], 0) / total)
}

function ceilings({ outcome, window }: FitAnalysis): PlausibilityInput['ceilings'] {
  const { model, draws } = outcome
  return model.channels.flatMap((channel, c) => {
    if (!withCeiling.has(channel.saturation.kind)) return []
    let active = 0
    for (let t = window.from; t < window.to; t++) if (channel.media[model.history + t] > 0) active++
    const kpi = Float64Array.from({ length: draws.count }, (_, d) => {
      const lambda = drawValue(outcome, d, model.layout.laggedKpi)
      return (active * drawValue(outcome, d, model.layout.channels[c].coefficient)) / (1 - lambda)
    })
    return [{ channel: channel.name, kpi }]
  })
}

function treatments({ outcome }: FitAnalysis): PlausibilityInput['treatments'] {
  const { model, draws } = outcome
  return model.linear.flatMap(({ part, owner }, j) => {
    if (part !== 'treatment' || owner === null) return []
    const place = model.layout.linear + j
    return [{ name: owner, effect: Float64Array.from({ length: draws.count }, (_, d) => drawValue(outcome, d, place)) }]
  })
}

function returns({ channels, priorBeliefs, window, outcome }: FitAnalysis): PlausibilityInput['returns'] {
  const whole = window.from === 0 && window.to === outcome.model.periods
  if (priorBeliefs === null || !whole) return []
  return channels.flatMap(({ name, role, totals: { spend, incrementalValue } }) => {
    const prior = priorBeliefs.channels.find((channel) => channel.name === name)?.roas ?? null
    if (prior === null || incrementalValue === null || !spend) return []
    const [low, high] = priorEdges(prior)
    // A demand-capture channel's return is stated as an upper bound: a high one is what that says, no sign of a misfit.
    const edges = [low, role === 'demand-capture' ? Infinity : high] as const
    return [{ channel: name, roas: incrementalValue.map((value) => value / spend), prior: edges }]
  })
}
