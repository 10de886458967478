import { createGenerator, type Generator } from '../../src/numeric/random/generator.js'
import type { Model } from '../../src/model/design/model.js'
import { smallModel } from './small-model.js'

/** What is out of the ordinary in a market of `independentMarket`. */
export interface MarketOptions {
  readonly seed: number
  /** @defaultValue 156 */
  readonly weeks?: number
  /** How strongly search spend follows the mean sales of the last four weeks. @defaultValue 0 */
  readonly follow?: number
  /** Weekly sd of the wandering level, in units of mean sales. @defaultValue 0.01 */
  readonly drift?: number
  /** Lag-one correlation of the noise. @defaultValue 0.4 */
  readonly correlation?: number
}

/**
 * A weekly market of four channels with real effects (tv and radio in flights, search and social always on), season, a control and a
 * wandering level. Spend is set without looking at sales, except by `follow`.
 */
export function independentMarket(options: MarketOptions): Model {
  const { seed, weeks = 156, follow = 0, drift = 0.01, correlation = 0.4 } = options
  const generator = createGenerator(seed, 'market', weeks)
  const season = Array.from({ length: weeks }, (_, t) => Math.sin((2 * Math.PI * t) / 52.18))
  const temperature = season.map(() => generator.normal())
  const demand = wanderingDemand(generator, { weeks, drift, correlation })
  const tv = flights(generator, weeks)
  const radio = flights(generator, weeks)
  const search = alwaysOn(generator, season, 0.3)
  const social = alwaysOn(generator, season, 0)
  const media = responses([
    [tv, 0.7, 0.15],
    [radio, 0.4, 0.1],
  ])
  const sales: number[] = []
  for (let t = 0; t < weeks; t++) {
    if (follow > 0 && t >= 4) {
      const last = (sales[t - 1] + sales[t - 2] + sales[t - 3] + sales[t - 4]) / 4
      search[t] = Math.max(0.01, 0.3 * search[t] + follow * last)
    }
    const direct = (0.15 * search[t]) / (search[t] + 1) + (0.08 * social[t]) / (social[t] + 1)
    sales.push(1 + 0.1 * season[t] + 0.05 * temperature[t] + demand[t] + media[t] + direct)
  }
  const thousands = (x: readonly number[]): number[] => x.map((value) => 1000 * value)
  const columns = {
    sales: thousands(sales),
    tv: thousands(tv),
    radio: thousands(radio),
    search: thousands(search),
    social: thousands(social),
    temperature,
  }
  return smallModel(yaml, { columns })
}

const yaml = `kpi: { column: sales, kind: revenue, value: 1, margin: 0.4 }
channels:
  tv: { spend: tv, medium: tv }
  radio: { spend: radio, medium: radio }
  search: { spend: search, medium: search }
  social: { spend: social, medium: social }
controls: { temperature: { column: temperature } }
`

function wanderingDemand(
  generator: Generator,
  { weeks, drift, correlation }: { weeks: number; drift: number; correlation: number },
): number[] {
  let level = 0
  let noise = 0
  return Array.from({ length: weeks }, () => {
    level += drift * generator.normal()
    noise = correlation * noise + 0.05 * generator.normal()
    return level + noise
  })
}

/** On and off for two to eight weeks at a time. */
function flights(generator: Generator, weeks: number): number[] {
  const spend: number[] = []
  for (let on = true; spend.length < weeks; on = !on) {
    const level = 0.5 + generator.uniform()
    const length = 2 + generator.integer(7)
    for (let i = 0; i < length; i++) spend.push(on ? Math.max(0, level * (1 + 0.2 * generator.normal())) : 0)
  }
  return spend.slice(0, weeks)
}

function alwaysOn(generator: Generator, season: readonly number[], seasonality: number): number[] {
  let deviation = 0
  return season.map((s) => {
    deviation = 0.8 * deviation + 0.15 * generator.normal()
    return Math.exp(deviation + seasonality * s)
  })
}

/** Geometric adstock, S-shaped saturation, and a ceiling each. */
function responses(channels: readonly (readonly [readonly number[], number, number])[]): number[] {
  const total = channels[0][0].map(() => 0)
  for (const [spend, retention, ceiling] of channels) {
    let stock = spend[0]
    spend.forEach((value, t) => {
      stock = retention * stock + (1 - retention) * value
      total[t] += (ceiling * stock ** 1.3) / (stock ** 1.3 + 1)
    })
  }
  return total
}
