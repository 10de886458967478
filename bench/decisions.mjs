// What following the plan is worth in markets whose truth is known, drawn from a family that no prior was taken from: the true profit it adds to
// today's plan, beside a rule of thumb and the best plan that full knowledge would find; and how often plans beat today's that were said to.
//
//     node bench/decisions.mjs 9001 24        markets 9001 to 9024, every channel within 30 % of today
//     node bench/decisions.mjs 9001 24 0.9    within 90 %
//
// A line a market as it goes, then the figures of all.

import { nodeExecutor } from '../dist/app/workers/node-executor.js'
import { readTable } from '../dist/data/ingest/read-csv.js'
import { assembleDataset } from '../dist/data/table/assemble-dataset.js'
import { bestSplit } from '../dist/decision/budget/best-split.js'
import { createOutcome } from '../dist/decision/counterfactual/outcome.js'
import { alongPattern } from '../dist/decision/optimise/along-setting.js'
import { optimisePlan } from '../dist/decision/optimise/optimise-plan.js'
import { settingOf } from '../dist/decision/plan/plan-setting.js'
import { fitRegression } from '../dist/fit/regression/fit-regression.js'
import { buildModel } from '../dist/model/design/build-model.js'
import { lastYear } from '../dist/model/design/horizon.js'
import { columnUses } from '../dist/model/spec/column-uses.js'
import { parseSpec } from '../dist/model/spec/parse-spec.js'
import { marketCsv } from '../dist/simulate/market-file.js'
import { marketState } from '../dist/simulate/market-state.js'
import { generateMarket } from '../dist/simulate/market.js'
import { randomWorld } from '../dist/simulate/random-world.js'
import { specYaml } from '../dist/simulate/spec-yaml.js'
import { kpiAtMultiple } from '../dist/simulate/true-curve.js'

const REPLICATES = 200
const [first = '9001', count = '24', share = '0.3'] = process.argv.slice(2)
const within = Number(share)
/** Plans asked of every market: its own budget anew, the total free, the same outcome for less. */
const requests = {
  today: { within },
  free: { within, budget: { kind: 'free' } },
  efficiency: { within, objective: 'efficiency' },
}
const executor = nodeExecutor()
const markets = []
for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
  const market = await decided(seed)
  markets.push(market)
  const { gain } = market.plans.today
  console.log(
    `market ${seed}: plan ${percent(gain)}, rule of thumb ${percent(market.thumb)}, full knowledge ${percent(market.best)} of today's spend; said ${market.plans.today.said.toFixed(2)}`,
  )
}
await executor.close()
report()

async function decided(seed) {
  const world = randomWorld(seed)
  const model = modelOf(world, generateMarket(world))
  const { draws } = await fitRegression(model, { executor })
  const outcome = createOutcome(model, draws)
  const setting = settingOf(outcome, lastYear(model), [])
  const along = alongPattern(setting, requests.today)
  const truth = trueProfit(world, along.channels, setting.window)
  const today = truth.profit(along.channels.map(() => 1))
  const scale = along.channels.reduce((sum, channel) => sum + channel.today, 0)
  const added = (multiples) => (truth.profit(multiples) - today) / scale
  const plans = {}
  for (const [name, request] of Object.entries(requests)) {
    const plan = optimisePlan(setting, request)
    const multiples = along.channels.map((channel) => {
      const own = plan.channels.find((each) => each.name === channel.name)
      return own.planned / own.today
    })
    plans[name] = {
      gain: added(multiples),
      said: plan.judgement.probabilityBetter,
      moved: multiples.some((x) => Math.abs(x - 1) > 1e-6),
    }
  }
  return { seed, plans, thumb: added(thumbMultiples(along)), best: added(truth.best(along)) }
}

function modelOf(world, market) {
  const spec = parseSpec(specYaml(world).replace(/^fit:.*$/m, `fit: { draws: ${REPLICATES} }`), { file: 'world.yaml' })
  const table = readTable(marketCsv(market), { file: 'world.csv' })
  const { dataset } = assembleDataset(table, { ...spec.data, uses: columnUses(spec), missing: spec.missing })
  return buildModel(spec, dataset)
}

/** The market's own profit at multiples of the last year's spend, tail included. */
function trueProfit(world, channels, window) {
  const state = marketState(world)
  const places = channels.map(({ name }) => world.channels.findIndex((each) => each.name === name))
  const kpi = (c, multiple) => {
    const media = Float64Array.from(state.plans[places[c]].media)
    const from = world.history.weeks + window.from
    return kpiAtMultiple(state.mechanisms[places[c]], media, { from, to: media.length }, multiple)
  }
  const margin = world.kpi.margin
  const gain = (c, multiple) => margin * kpi(c, multiple)
  return {
    profit: (multiples) => multiples.reduce((sum, u, c) => sum + gain(c, u) - channels[c].today * u, 0),
    best: (along) => bestMultiples(along, gain),
  }
}

/** The most true profit from today's budget within the plan's own limits. */
function bestMultiples({ channels, limits }, gain) {
  const x = Float64Array.from({ length: 25 }, (_, i) => 1 - within + (within * i) / 12)
  const curves = channels.map((channel, c) => ({
    spend: channel.today,
    low: limits.channels[c].low / channel.today,
    high: limits.channels[c].high / channel.today,
    reward: { x, y: x.map((u) => gain(c, u)), slope: x.map((u) => (gain(c, u + 1e-4) - gain(c, u - 1e-4)) / 2e-4) },
  }))
  const budget = channels.reduce((sum, channel) => sum + channel.today, 0)
  return Array.from(bestSplit(curves, { goal: 'budget', amount: budget }).multiples)
}

/** A rule of thumb: money in proportion to estimated marginal return, within the same limits, at today's budget. */
function thumbMultiples({ channels, tables, limits }) {
  const marginal = tables.map(({ multiples, cells, response }) => {
    const at = multiples.indexOf(1)
    let sum = 0
    for (let d = 0; d < response.draws; d++) sum += cells[(d * multiples.length + at) * 6 + 5]
    return sum / response.draws / response.spend
  })
  const budget = channels.reduce((sum, { today }) => sum + today, 0)
  const clipped = (factor) =>
    marginal.map((m, c) =>
      Math.min(
        Math.max(factor * m, limits.channels[c].low / channels[c].today),
        limits.channels[c].high / channels[c].today,
      ),
    )
  let [low, high] = [0, 1e9]
  for (let i = 0; i < 200; i++) {
    const middle = Math.sqrt(Math.max(low, 1e-9) * high)
    const spent = clipped(middle).reduce((sum, u, c) => sum + u * channels[c].today, 0)
    if (spent < budget) low = middle
    else high = middle
  }
  return clipped(high)
}

function report() {
  const values = (pick) => markets.map(pick)
  const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length
  const line = (name, gains) => {
    const better = gains.filter((x) => x > 0).length
    console.log(
      `${name.padEnd(34)} mean ${percent(mean(gains))} of today's spend more profit; better than today in ${better} of ${gains.length}`,
    )
  }
  console.log('')
  line(
    "plan, today's budget",
    values(({ plans }) => plans.today.gain),
  )
  const followed = markets.map(({ plans }) => (plans.today.said >= 0.8 ? plans.today.gain : 0))
  line('plan where 80 % likely, else today', followed)
  line(
    'rule of thumb',
    values(({ thumb }) => thumb),
  )
  line(
    'full knowledge',
    values(({ best }) => best),
  )
  line(
    'plan, total free',
    values(({ plans }) => plans.free.gain),
  )
  line(
    'plan, same outcome for less',
    values(({ plans }) => plans.efficiency.gain),
  )
  console.log('\nsaid to beat today’s with probability   plans   did')
  const all = markets.flatMap(({ plans }) => Object.values(plans).filter(({ moved }) => moved))
  for (let decile = 0; decile < 10; decile++) {
    const own = all.filter(({ said }) => Math.min(9, Math.floor(10 * said)) === decile)
    if (own.length === 0) continue
    const did = own.filter(({ gain }) => gain > 0).length
    console.log(
      `${(decile / 10).toFixed(1)} to ${((decile + 1) / 10).toFixed(1)}${' '.repeat(32)}${String(own.length).padStart(3)}   ${(did / own.length).toFixed(2)}`,
    )
  }
}

function percent(x) {
  return `${(100 * x).toFixed(1)} %`
}
