// What planning takes: 12 channels over 52 weeks, 1,000 draws, a fixed budget within bounds and two limited groups, along the pattern and period by
// period; a frontier of 41 budgets; and SciPy's SLSQP on the same problem and draws, where a Python with SciPy is at hand (MIXWRIGHT_PYTHON or
// python3). It prints; nothing fails on a clock. `npm run bench:plan`

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readTable } from '../dist/data/ingest/read-csv.js'
import { assembleDataset } from '../dist/data/table/assemble-dataset.js'
import { analyseChannel } from '../dist/decision/analysis/channel-analysis.js'
import { createOutcome, wholeWindow } from '../dist/decision/counterfactual/outcome.js'
import { channelResponse } from '../dist/decision/counterfactual/response.js'
import { budgetFrontier } from '../dist/decision/optimise/budget-frontier.js'
import { alongPattern } from '../dist/decision/optimise/along-setting.js'
import { optimisePlan } from '../dist/decision/optimise/optimise-plan.js'
import { settledPlan } from '../dist/decision/optimise/settled-plan.js'
import { settingOf } from '../dist/decision/plan/plan-setting.js'
import { buildModel } from '../dist/model/design/build-model.js'
import { columnUses } from '../dist/model/spec/column-uses.js'
import { parseSpec } from '../dist/model/spec/parse-spec.js'
import { exp } from '../dist/numeric/special/exp-log.js'
import { createGenerator } from '../dist/numeric/random/generator.js'

const CHANNELS = 12
const WEEKS = 52
const DRAWS = 1000
const MARGIN = 0.5
const groups = { first: [0, 1, 2, 3], second: [4, 5, 6, 7] }

const model = benchModel()
const draws = { names: model.layout.names, count: DRAWS, chains: 1, values: drawValues(model) }
const outcome = createOutcome(model, draws)
const request = {
  bounds: new Map([
    ...model.channels.map(({ name }) => [name, { low: 0.5, high: 1.5 }]),
    ['first', { low: 0.8, high: 1 }],
    ['second', { low: 1.05, high: 1.2 }],
  ]),
}

const setting = timed('setting: today’s plan valued', () => settingOf(outcome, wholeWindow(model), []))
timed('plan alone: curves, split, exact knots', () => settledPlan(alongPattern(setting, request)))
const plan = timed('plan along the pattern, with value, probability and regret', () => optimisePlan(setting, request))
const free = timed('plan period by period', () => optimisePlan(setting, { ...request, pattern: 'free' }))
timed('frontier of 41 budgets, curves included', () =>
  budgetFrontier(
    model.channels.map((_, c) => analyseChannel(channelResponse(outcome, c, wholeWindow(model)), null)),
    [],
  ),
)
const { profit } = plan.value.summary
print('profit along the pattern', `${profit.mean.toFixed(4)}, gap ${plan.bound}`)
print('profit period by period', `${free.value.summary.profit.mean.toFixed(4)}, gap at most ${free.bound.toFixed(4)}`)
compareWithScipy()

function timed(what, task) {
  const started = performance.now()
  const result = task()
  print(what, `${((performance.now() - started) / 1000).toFixed(2)} s; ${megabytes()} MB at most so far`)
  return result
}

function megabytes() {
  return (process.resourceUsage().maxRSS / 1024).toFixed(0)
}

function print(what, text) {
  console.log(`${what.padEnd(62)} ${text}`)
}

function benchModel() {
  const g = createGenerator(1, 'bench-plan')
  const names = Array.from({ length: CHANNELS }, (_, c) => `channel_${c + 1}`)
  const start = Date.UTC(2024, 0, 1)
  const rows = Array.from({ length: WEEKS }, (_, t) =>
    [
      new Date(start + 7 * t * 86_400_000).toISOString().slice(0, 10),
      (1000 + 50 * g.normal()).toFixed(3),
      ...names.map((_, c) => ((1 + (c % 4)) * (20 + 15 * g.uniform())).toFixed(3)),
    ].join(','),
  )
  const csv = `week,sales,${names.join(',')}\n${rows.join('\n')}\n`
  const yaml = `mixwright: 1
name: bench
data: { file: bench.csv, date: week, period: week }
currency: EUR
kpi: { column: sales, kind: revenue, margin: ${MARGIN} }
channels:
${names.map((name) => `  ${name}: { spend: ${name}, before: zero }`).join('\n')}
groups: { ${Object.entries(groups)
    .map(([name, places]) => `${name}: [${places.map((c) => names[c]).join(', ')}]`)
    .join(', ')} }
baseline: { trend: none, seasonality: { yearly: 1 } }
noise: normal
`
  const spec = parseSpec(yaml, { file: 'bench.yaml' })
  const table = readTable(csv, { file: 'bench.csv' })
  return buildModel(
    spec,
    assembleDataset(table, { ...spec.data, uses: columnUses(spec), missing: spec.missing }).dataset,
  )
}

/** Retention about a half, half-saturation about the mean, slopes below 1 (concave, so that SLSQP finds the same plan). */
function drawValues({ layout, channels }) {
  const g = createGenerator(2, 'bench-plan')
  const width = layout.names.length
  const values = new Float64Array(DRAWS * width)
  for (let d = 0; d < DRAWS; d++) {
    const row = values.subarray(d * width, (d + 1) * width)
    channels.forEach((_, c) => {
      const places = layout.channels[c]
      row[places.coefficient] = (1 + (c % 4)) * (90 + 8 * c) * exp(0.2 * g.normal())
      for (const place of places.adstock) row[place] = 0.3 + 0.4 * g.uniform()
      places.saturation.forEach((place, i) => (row[place] = i === 0 ? exp(0.3 * g.normal()) : 0.7 + 0.3 * g.uniform()))
    })
    row[layout.linear] = 800
    row[layout.sigma] = 50
  }
  return values
}

/** The same mean profit over the same draws, maximised by SLSQP with exact gradients. */
function compareWithScipy() {
  const python = process.env.MIXWRIGHT_PYTHON ?? 'python3'
  if (spawnSync(python, ['-c', 'import scipy']).status !== 0) {
    print('SciPy’s SLSQP', `left out: ${python} has no SciPy`)
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'mixwright-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'problem.json')
  const column = (place) => Array.from({ length: DRAWS }, (_, d) => draws.values[d * draws.names.length + place])
  const problem = {
    margin: MARGIN,
    groups: Object.entries(groups).map(([name, channels]) => ({ channels, ...request.bounds.get(name) })),
    channels: model.channels.map(({ media, spend }, c) => ({
      media: Array.from(media),
      spend: spend.reduce((sum, x) => sum + x, 0),
      coefficient: column(model.layout.channels[c].coefficient),
      retention: column(model.layout.channels[c].adstock[0]),
      half: column(model.layout.channels[c].saturation[0]),
      slope: column(model.layout.channels[c].saturation[1]),
    })),
  }
  writeFileSync(file, JSON.stringify(problem))
  const script = fileURLToPath(new URL('plan-slsqp.py', import.meta.url))
  const child = spawnSync(python, [script, file], { encoding: 'utf8', maxBuffer: 1e8 })
  if (child.status !== 0) throw new Error(child.stderr)
  const found = JSON.parse(child.stdout)
  print('SciPy’s SLSQP along the pattern', `${found.seconds.toFixed(2)} s, profit ${found.profit.toFixed(4)}`)
  const furthest = Math.max(
    ...plan.channels.map(({ planned, today }, c) => Math.abs(planned / today - found.multiples[c])),
  )
  print('largest difference in a multiple', furthest.toExponential(1))
  if (process.argv[2] !== undefined) writeFileSync(process.argv[2], readFileSync(file))
}
