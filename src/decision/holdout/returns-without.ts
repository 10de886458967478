import type { Draws } from '../../fit/fit.js'
import type { HoldoutReturn, HoldoutReturns } from '../../fit/holdout/holdout.js'
import type { Model } from '../../model/design/model.js'
import { summarise } from '../analysis/summarise.js'
import { createOutcome, wholeWindow, type Outcome } from '../counterfactual/outcome.js'
import { channelResponse } from '../counterfactual/response.js'
import { responseToday } from '../counterfactual/totals.js'

/**
 * Every paid channel's return over the whole fit window, as the fit has it and as a refit without the last periods has it: the same spend in the
 * same window, so that nothing but what was learned differs.
 *
 * @param refit draws of a model with the same channels; its linear part may have other columns, which no return depends on.
 */
export function returnsWithout(fit: Outcome, refit: Draws): HoldoutReturns {
  const { model } = fit
  const other = createOutcome(model, inLayout(model, refit))
  const valued = model.value !== null
  const paid = model.channels.flatMap(({ name, spec }, c) => {
    if (spec.kind !== 'paid') return []
    const { spend } = channelResponse(fit, c, wholeWindow(model))
    return spend > 0 ? [{ name, spend, all: caused(fit, c), without: caused(other, c) }] : []
  })
  const budget = paid.reduce((sum, { spend }) => sum + spend, 0)
  const together = {
    name: 'media',
    spend: budget,
    all: added(paid.map(({ all }) => all)),
    without: added(paid.map(({ without }) => without)),
  }
  return {
    measure: valued ? 'roas' : 'kpi-per-spend',
    channels: paid.map(compared),
    media: paid.length === 0 ? null : compared(together),
  }
}

/** What a channel's spend of the window causes, a value a draw: money where a KPI unit has a value, else KPI units. */
function caused(outcome: Outcome, channel: number): Float64Array {
  const [kpi, value] = responseToday(channelResponse(outcome, channel, wholeWindow(outcome.model)))
  return outcome.model.value === null ? kpi : value
}

interface Caused {
  readonly name: string
  readonly spend: number
  readonly all: Float64Array
  readonly without: Float64Array
}

function compared({ name, spend, all, without }: Caused): HoldoutReturn {
  const before = summarise(all.map((x) => x / spend))
  const after = summarise(without.map((x) => x / spend))
  return {
    name,
    all: before,
    without: after,
    ratio: before.mean === 0 ? null : after.mean / before.mean,
    moved: after.mean < before.q05 || after.mean > before.q95,
  }
}

function added(parts: readonly Float64Array[]): Float64Array {
  const total = new Float64Array(parts[0]?.length ?? 0)
  for (const part of parts) for (let d = 0; d < total.length; d++) total[d] += part[d]
  return total
}

/** Draws in the layout of another model of the same channels; parameters that it doesn't have are 0. */
function inLayout({ layout: { names } }: Model, draws: Draws): Draws {
  const places = names.map((name) => draws.names.indexOf(name))
  const values = new Float64Array(draws.count * names.length)
  for (let d = 0; d < draws.count; d++) {
    places.forEach((place, i) => {
      if (place >= 0) values[d * names.length + i] = draws.values[d * draws.names.length + place]
    })
  }
  return { ...draws, names, values }
}
