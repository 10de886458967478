// The posterior of models/mmm-example-stated.yaml, in which every scale and prior is stated, as JSON: another engine given the same model must
// agree within the Monte Carlo errors of both.
//
//     node bench/reference-posterior.mjs                 datasets/mmm-example.csv
//     node bench/reference-posterior.mjs other.csv       the same columns from another file
//
// { parameter: { mean, sd, mcse, q05, q50, q95 } }; alpha is retention, lam the rate and beta the coefficient of a channel, all on the KPI and
// media over their maxima; total_contribution is in units of the KPI.

import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeExecutor } from '../dist/app/workers/node-executor.js'
import { readTable } from '../dist/data/ingest/read-csv.js'
import { assembleDataset } from '../dist/data/table/assemble-dataset.js'
import { createOutcome } from '../dist/decision/counterfactual/outcome.js'
import { channelContribution } from '../dist/decision/counterfactual/parts.js'
import { fitBayes } from '../dist/fit/bayes/fit-bayes.js'
import { mcseMean } from '../dist/inference/diagnose/convergence.js'
import { buildModel } from '../dist/model/design/build-model.js'
import { columnUses } from '../dist/model/spec/column-uses.js'
import { parseSpec } from '../dist/model/spec/parse-spec.js'
import { mean, quantile, standardDeviation } from '../dist/numeric/stats/summary.js'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
/** Enough draws that every mean is known to within 2 % of its standard deviation. */
const DRAWS = 4000

const file = process.argv[2] ?? resolve(root, 'datasets/mmm-example.csv')
const yaml = readFileSync(resolve(root, 'models/mmm-example-stated.yaml'), 'utf8')
const spec = parseSpec(yaml, { file: 'mmm-example-stated.yaml', fit: { draws: DRAWS } })
const table = readTable(readFileSync(file, 'utf8'), { file })
const { dataset } = assembleDataset(table, { ...spec.data, uses: columnUses(spec), missing: spec.missing })
const model = buildModel(spec, dataset)
const executor = nodeExecutor()
const { draws, diagnostics } = await fitBayes(model, { executor })
await executor.close()
if (!diagnostics.passed) console.error(diagnostics.advice.join('\n'))

const { layout, kpiScale, channels } = model
const column = (place, unit = 1) =>
  Float64Array.from({ length: draws.count }, (_, d) => draws.values[d * draws.names.length + place] / unit)
const found = {}
channels.forEach(({ name }, c) => {
  const places = layout.channels[c]
  found[`alpha[${name}]`] = figures(column(places.adstock[0]))
  found[`lam[${name}]`] = figures(column(places.saturation[0]))
  found[`beta[${name}]`] = figures(column(places.coefficient, kpiScale))
})
model.linear.forEach(({ name }, j) => {
  const family = name === 'intercept' ? name : `gamma_${/^(sin|cos)_/.test(name) ? 'fourier' : 'control'}[${name}]`
  found[family] = figures(column(layout.linear + j, kpiScale))
})
found.sigma = figures(column(layout.sigma, kpiScale))
const outcome = createOutcome(model, draws)
channels.forEach(({ name }, c) => {
  const rows = channelContribution(outcome, c)
  const totals = Float64Array.from({ length: draws.count }, (_, d) =>
    rows.subarray(d * model.periods, (d + 1) * model.periods).reduce((sum, x) => sum + x, 0),
  )
  found[`total_contribution[${name}]`] = figures(totals)
})
console.log(JSON.stringify(found, null, 2))

function figures(values) {
  const size = values.length / draws.chains
  const chains = Array.from({ length: draws.chains }, (_, i) => values.slice(i * size, (i + 1) * size))
  return {
    mean: mean(values),
    sd: standardDeviation(values),
    mcse: mcseMean(chains),
    q05: quantile(values, 0.05),
    q50: quantile(values, 0.5),
    q95: quantile(values, 0.95),
  }
}
