// How often intervals hold the truth of markets drawn from a family that no prior was taken from, and what a change of the model does to it.
//
//     node bench/recovery.mjs 1 64                                      the defaults, on markets 1 to 64
//     node bench/recovery.mjs 1 64 'baseline: { trend: linear }'        with lines added to every model file
//     node bench/recovery.mjs 1 64 '' 'before: steady'                  with keys added to every channel
//
// A line a market as it goes (median of estimate over truth; ^ the truth lies above the interval, v below), then the figures of all.

import { nodeExecutor } from '../dist/app/workers/node-executor.js'
import { readTable } from '../dist/data/ingest/read-csv.js'
import { assembleDataset } from '../dist/data/table/assemble-dataset.js'
import { createOutcome, wholeWindow } from '../dist/decision/counterfactual/outcome.js'
import { channelContribution } from '../dist/decision/counterfactual/parts.js'
import { channelTotals } from '../dist/decision/counterfactual/totals.js'
import { fitRegression } from '../dist/fit/regression/fit-regression.js'
import { buildModel } from '../dist/model/design/build-model.js'
import { columnUses } from '../dist/model/spec/column-uses.js'
import { parseSpec } from '../dist/model/spec/parse-spec.js'
import { quantile } from '../dist/numeric/stats/summary.js'
import { marketCsv } from '../dist/simulate/market-file.js'
import { generateMarket } from '../dist/simulate/market.js'
import { randomWorld } from '../dist/simulate/random-world.js'
import { specYaml } from '../dist/simulate/spec-yaml.js'

const REPLICATES = 200

const [from = '1', to = '24', lines = '', channelKeys = ''] = process.argv.slice(2)
const executor = nodeExecutor()
const found = { contribution: [], roas: [], marginalRoas: [], paidTotal: [] }
const doubtful = []
for (let seed = Number(from); seed <= Number(to); seed++) {
  const world = randomWorld(seed)
  const market = generateMarket(world)
  const model = modelOf(world, market)
  const { draws, diagnostics } = await fitRegression(model, { executor })
  const rows = compare(market.truth, createOutcome(model, draws))
  for (const [name, own] of Object.entries(rows)) found[name].push(...own)
  if (!diagnostics.passed) doubtful.push(seed)
  const share = (100 * market.truth.media.share).toFixed(0)
  console.log(
    `market ${seed}, ${model.periods} weeks, media ${share} % of sales: paid ${mark(rows.paidTotal[0])}, channels ${rows.contribution.map(mark).join(' ')}`,
  )
}
await executor.close()
console.log('')
for (const [name, rows] of Object.entries(found)) console.log(sentence(name, rows))
console.log(`fits that say they did not converge: ${doubtful.length > 0 ? doubtful.join(', ') : 'none'}`)

function modelOf(world, market) {
  let yaml = specYaml(world).replace(/^fit:.*$/m, `fit: { draws: ${REPLICATES} }`)
  if (channelKeys !== '') yaml = yaml.replaceAll(/^( {2}channel_\d+: \{) /gm, `$1 ${channelKeys}, `)
  const spec = parseSpec(`${yaml}${lines}\n`, { file: 'world.yaml' })
  const table = readTable(marketCsv(market), { file: 'world.csv' })
  const { dataset } = assembleDataset(table, { ...spec.data, uses: columnUses(spec), missing: spec.missing })
  return buildModel(spec, dataset)
}

function compare(truth, outcome) {
  const window = wholeWindow(outcome.model)
  const paid = new Float64Array(outcome.draws.count)
  const rows = { contribution: [], roas: [], marginalRoas: [], paidTotal: [] }
  outcome.model.channels.forEach((channel, c) => {
    const own = truth.channels.find((candidate) => candidate.name === channel.name)
    const totals = channelTotals(outcome, c, window, channelContribution(outcome, c))
    totals.contribution.forEach((kpi, d) => (paid[d] += kpi))
    rows.contribution.push(judged(totals.contribution, own.contribution))
    rows.roas.push(judged(totals.incrementalKpi, own.incrementalKpi))
    rows.marginalRoas.push(judged(totals.marginalValue, own.marginalRoas * own.spend))
  })
  rows.paidTotal.push(judged(paid, truth.media.contribution))
  return rows
}

function judged(draws, truth) {
  const [low, middle, high] = [0.05, 0.5, 0.95].map((p) => quantile(draws, p) / truth)
  return { ratio: middle, width: high - low, miss: high < 1 ? '^' : low > 1 ? 'v' : '' }
}

function mark({ ratio, miss }) {
  return `${ratio.toFixed(2)}${miss}`
}

function sentence(name, rows) {
  const missed = (side) => rows.filter(({ miss }) => miss === side).length
  const held = missed('')
  const median = (pick) => quantile(Float64Array.from(rows, pick), 0.5).toFixed(2)
  return [
    `${name.padEnd(13)} ${held} of ${rows.length} held (${(held / rows.length).toFixed(3)}), truth above ${missed('^')}, below ${missed('v')};`,
    `median width / truth ${median(({ width }) => width)}, estimate / truth ${median(({ ratio }) => ratio)},`,
    `|log error| ${median(({ ratio }) => Math.abs(Math.log(ratio)))}`,
  ].join(' ')
}
