import type { LinearColumn } from '../../model/design/model.js'
import { channelEffectInto } from './channel-effect.js'
import { propagate } from './lag.js'
import { channelDraw, drawValue, type Outcome } from './outcome.js'

/** Draws of one part of the expected KPI over the fit window, indexed by [draw * periods + period], KPI units. */
export type PartDraws = Float64Array

/** Contribution of a channel: against its media at zero at all times, the time before the window included. */
export function channelContribution(outcome: Outcome, channel: number): PartDraws {
  const { model, draws, pipelines } = outcome
  const { media, before } = model.channels[channel]
  const rows = new Float64Array(media.length)
  const out = new Float64Array(draws.count * model.periods)
  for (let d = 0; d < draws.count; d++) {
    channelEffectInto(pipelines[channel], channelDraw(outcome, d, channel), { values: media, before }, rows)
    const path = out.subarray(d * model.periods, (d + 1) * model.periods)
    path.set(rows.subarray(model.history))
    propagate(path, drawValue(outcome, d, model.layout.laggedKpi))
  }
  return out
}

/** Contribution of a treatment, control or event, against its reference. */
export function ownerContribution(outcome: Outcome, owner: string): PartDraws {
  const out = linearSum(outcome, (column) => (column.owner === owner ? column.offset : null))
  propagateAll(outcome, out)
  return out
}

/** The season's part of the baseline: yearly waves, weekdays, quarters; 0 without any. */
export function seasonContribution(outcome: Outcome): PartDraws {
  const out = linearSum(outcome, (column) => (isSeason(column) ? 0 : null))
  propagateAll(outcome, out)
  return out
}

export function isSeason({ part, name }: LinearColumn): boolean {
  return part === 'baseline' && name.startsWith('season.')
}

/** What is left: intercept, trend, season, the references of everything else and, with a lagged KPI, the level it started from. */
export function baselineContribution(outcome: Outcome): PartDraws {
  const { model } = outcome
  if (model.layout.laggedKpi < 0) {
    const own = linearSum(outcome, (column) => (column.part === 'baseline' ? 0 : null))
    return addReferences(outcome, own)
  }
  const rest = fittedMean(outcome)
  model.channels.forEach((_, c) => subtract(rest, channelContribution(outcome, c)))
  for (const owner of linearOwners(outcome)) subtract(rest, ownerContribution(outcome, owner))
  return rest
}

/** Treatments, controls and events in model order, each once. */
export function linearOwners({ model }: Outcome): string[] {
  return [...new Set(model.linear.flatMap((column) => (column.owner === null ? [] : [column.owner])))]
}

/** Whether the firm decides it (a treatment) or not (a control or event). */
export function ownerPart({ model }: Outcome, owner: string): 'treatment' | 'control' {
  return model.linear.find((column) => column.owner === owner)?.part === 'treatment' ? 'treatment' : 'control'
}

/** Draws of the structural mean: every part together, never one step ahead. */
export function fittedMean(outcome: Outcome): PartDraws {
  const { model, draws } = outcome
  const total = linearSum(outcome, () => 0)
  const rows = new Float64Array(model.history + model.periods)
  model.channels.forEach(({ media, before }, c) => {
    for (let d = 0; d < draws.count; d++) {
      channelEffectInto(outcome.pipelines[c], channelDraw(outcome, d, c), { values: media, before }, rows)
      for (let t = 0; t < model.periods; t++) total[d * model.periods + t] += rows[model.history + t]
    }
  })
  for (let d = 0; d < draws.count; d++) startFromFirst(outcome, d, total)
  return total
}

/** With a lagged KPI the first row has no lag: the path starts at the KPI observed there. */
function startFromFirst(outcome: Outcome, draw: number, total: Float64Array): void {
  const { model } = outcome
  if (model.layout.laggedKpi < 0) return
  const path = total.subarray(draw * model.periods, (draw + 1) * model.periods)
  path[0] = model.kpi[0]
  propagate(path, drawValue(outcome, draw, model.layout.laggedKpi))
}

/** Σ_j b[j] (values[j] - offset(j)) over the columns whose offset isn't null. */
function linearSum({ model, draws }: Outcome, offset: (column: LinearColumn) => number | null): Float64Array {
  const { periods, linear, layout } = model
  const out = new Float64Array(draws.count * periods)
  const offsets = linear.map(offset)
  for (let d = 0; d < draws.count; d++) {
    const at = d * draws.names.length + layout.linear
    for (let j = 0; j < linear.length; j++) {
      const away = offsets[j]
      if (away === null) continue
      const b = draws.values[at + j]
      const { values } = linear[j]
      for (let t = 0; t < periods; t++) out[d * periods + t] += b * (values[t] - away)
    }
  }
  return out
}

/** Adds b · offset of treatments and controls that enter uncentred. */
function addReferences({ model, draws }: Outcome, own: Float64Array): Float64Array {
  const { periods, linear, layout } = model
  for (let d = 0; d < draws.count; d++) {
    let level = 0
    for (let j = 0; j < linear.length; j++) {
      level += draws.values[d * draws.names.length + layout.linear + j] * linear[j].offset
    }
    if (level !== 0) for (let t = 0; t < periods; t++) own[d * periods + t] += level
  }
  return own
}

function propagateAll(outcome: Outcome, out: Float64Array): void {
  const { model, draws } = outcome
  for (let d = 0; d < draws.count; d++) {
    propagate(out.subarray(d * model.periods, (d + 1) * model.periods), drawValue(outcome, d, model.layout.laggedKpi))
  }
}

function subtract(from: Float64Array, part: Float64Array): void {
  for (let i = 0; i < from.length; i++) from[i] -= part[i]
}
