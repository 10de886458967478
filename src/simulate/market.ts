import { runMarket } from './forward.js'
import type { MarketState } from './market-state.js'
import { marketState, withoutMedia } from './market-state.js'
import { roundTo } from './rounding.js'
import type { Truth } from './truth.js'
import { marketTruth } from './truth.js'
import { isoDay } from '../data/calendar/civil-date.js'
import type { World } from './world.js'

/** One column of the table that an analyst gets: dates are text, an empty cell is null. */
interface MarketColumn {
  readonly name: string
  readonly values: readonly (number | string | null)[]
}

/** A simulated market: the table, and what an analyst cannot see. */
export interface Market {
  readonly world: World
  readonly table: readonly MarketColumn[]
  readonly truth: Truth
}

/**
 * Generates a market from its description: the table and its truth, the same to the bit every time.
 *
 *     kpi[t] = baseline[t] + Σ driver effects + Σ events + Σ_c ceiling_c · response_c(Σ_l w_c[l] · media_c[t - l]) + noise[t]
 *
 * The KPI in the table is rounded to whole money; the truth is that of the unrounded one.
 *
 * @throws Error if the world lists a channel before one that it goes with.
 */
export function generateMarket(world: World): Market {
  const state = marketState(world)
  return { world, table: marketTable(state), truth: marketTruth(state) }
}

function marketTable(state: MarketState): MarketColumn[] {
  const { world, mondays, plans } = state
  const ground = { withoutMedia: withoutMedia(state.baseline, state.parts), noise: state.noise }
  const kpi = runMarket(
    ground,
    state.mechanisms,
    plans.map((plan) => plan.media),
  )
  const history = world.history.weeks
  const columns: MarketColumn[] = [
    { name: world.dateColumn, values: mondays.map(isoDay) },
    { name: world.kpi.column, values: Array.from(kpi, (value, t) => (t < history ? null : roundTo(value, 0))) },
  ]
  world.channels.forEach((channel, c) => {
    const { spend, media } = plans[c]
    if (spend !== null && channel.spendColumn !== null) columns.push({ name: channel.spendColumn, values: [...spend] })
    if (channel.delivery !== null) columns.push({ name: channel.delivery.column, values: [...media] })
  })
  for (const { driver, values } of state.drivers) columns.push({ name: driver.column, values: [...values] })
  const from = world.history.shipped ? 0 : history
  return columns.map(({ name, values }) => ({ name, values: values.slice(from) }))
}
