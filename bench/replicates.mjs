// What moving the replicates is worth: markets drawn from a family that no prior was taken from, each fitted with and without the moves that
// leave the posterior invariant. Prints coverage of 90 % intervals, and the error and bias of log ROAS, of both. `node bench/replicates.mjs 24`

import { inlineExecutor } from '../dist/execute/executor.js'
import { readTable } from '../dist/data/ingest/read-csv.js'
import { assembleDataset } from '../dist/data/table/assemble-dataset.js'
import { createOutcome, wholeWindow } from '../dist/decision/counterfactual/outcome.js'
import { channelContribution, fittedMean } from '../dist/decision/counterfactual/parts.js'
import { returnsOf } from '../dist/decision/counterfactual/returns.js'
import { channelTotals, windowSums } from '../dist/decision/counterfactual/totals.js'
import { fitRegression } from '../dist/fit/regression/fit-regression.js'
import { regressionTasks } from '../dist/fit/regression/tasks.js'
import { buildModel } from '../dist/model/design/build-model.js'
import { columnUses } from '../dist/model/spec/column-uses.js'
import { parseSpec } from '../dist/model/spec/parse-spec.js'
import { marketCsv } from '../dist/simulate/market-file.js'
import { generateMarket } from '../dist/simulate/market.js'
import { randomWorld } from '../dist/simulate/random-world.js'
import { specYaml } from '../dist/simulate/spec-yaml.js'

const FIRST_SEED = 5001
const worlds = Number(process.argv[2] ?? 24)
const moved = inlineExecutor(regressionTasks)
const alone = {
  map: (task, jobs, observer) =>
    moved.map(task, task === 'regression.moves' ? jobs.map(withoutSampler) : jobs, observer),
}

const results = { alone: [], moved: [] }
for (let seed = FIRST_SEED; seed < FIRST_SEED + worlds; seed++) {
  const market = generateMarket(randomWorld(seed))
  const model = modelOf(market, seed)
  for (const [name, executor] of Object.entries({ alone, moved })) {
    results[name].push(...compare(market.truth, model, (await fitRegression(model, { executor })).draws))
  }
}
console.log(
  `${worlds} markets, seeds ${FIRST_SEED} to ${FIRST_SEED + worlds - 1}, ${results.moved.length} channels, 200 replicates`,
)
for (const [name, rows] of Object.entries(results)) {
  const mean = (pick) => rows.reduce((sum, row) => sum + pick(row), 0) / rows.length
  console.log(
    `replicates ${name.padEnd(6)} coverage of 90 % intervals of ROAS ${mean((row) => row.covered).toFixed(3)}, ` +
      `log error ${mean((row) => Math.abs(row.error)).toFixed(2)}, log bias ${mean((row) => row.error).toFixed(2)}`,
  )
}

function withoutSampler(job) {
  return { ...job, input: { ...job.input, sampler: null } }
}

function modelOf(market, seed) {
  const yaml = specYaml(randomWorld(seed)).replace(/^fit:.*$/m, 'fit: { draws: 200 }')
  const spec = parseSpec(yaml, { file: 'world.yaml' })
  const table = readTable(marketCsv(market), { file: 'world.csv' })
  const { dataset } = assembleDataset(table, { ...spec.data, uses: columnUses(spec), missing: spec.missing })
  return buildModel(spec, dataset)
}

function compare(truth, model, draws) {
  const outcome = createOutcome(model, draws)
  const window = wholeWindow(model)
  const fitted = windowSums(fittedMean(outcome), model.periods, window)
  return model.channels.map((channel, c) => {
    const totals = channelTotals(outcome, c, window, channelContribution(outcome, c))
    const { roas } = returnsOf([totals], fitted)
    const actual = truth.channels.find((candidate) => candidate.name === channel.name).roas
    return { covered: roas.q05 <= actual && actual <= roas.q95 ? 1 : 0, error: Math.log(roas.median / actual) }
  })
}
