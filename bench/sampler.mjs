// npm run bench:sampler: what full posteriors cost on this machine. It prints; nothing fails on a clock.
//
//     node bench/sampler.mjs                  every model of models/ that is sampled, the cost of a gradient, and the peers that are there
//     node bench/sampler.mjs mmm-example      one model
//
// A row a model, from one process that starts cold, reads, samples, analyses and writes everything: the posterior is there after `posterior`,
// the report after `whole`. Effective draws (bulk) are the smallest and the median over all sampled quantities. Peers run where Python has
// them: MIXWRIGHT_PEERS names the interpreter (bench/peers).

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { loadModel } from '../dist/app/input/load-input.js'
import { gradientCosts, microseconds } from './sampler/gradient-cost.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const main = join(root, 'dist', 'app', 'cli', 'main.js')
const preload = pathToFileURL(join(root, 'bench', 'usage-at-exit.mjs')).href
const folder = mkdtempSync(join(tmpdir(), 'mixwright-sampler-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const silent = { write: () => undefined, terminal: false, columns: 100 }
const io = { stdout: silent, stderr: silent, cwd: root, now: () => Date.now(), signal: new AbortController().signal }

const asked = process.argv.slice(2)
const names = readdirSync(join(root, 'models'))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace('.yaml', ''))
  .filter((name) => asked.length === 0 || asked.includes(name))

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} threads, Node ${process.versions.node}\n`,
)
const startUp = startUpSeconds()
const found = {}
for (const name of names) {
  const { model } = await loadModel(io, join('models', `${name}.yaml`), {})
  if (model.spec.fit.method === 'bayes') found[name] = benchModel(name, model)
}
if (asked.length === 0) printGradients()
if (found['mmm-example-stated'] !== undefined) benchPeers(found['mmm-example-stated'])

/** Median seconds of a command that reads nothing. */
function startUpSeconds() {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now()
    spawnSync(process.execPath, [main, '--version'])
    return (performance.now() - started) / 1000
  })
  return times.sort((a, b) => a - b)[2]
}

function benchModel(name, model) {
  const target = join(folder, name)
  const usage = join(folder, 'usage.json')
  const started = performance.now()
  const child = spawnSync(
    process.execPath,
    ['--import', preload, main, 'fit', join('models', `${name}.yaml`), '-o', target],
    {
      cwd: root,
      env: { ...process.env, MIXWRIGHT_USAGE: usage },
      encoding: 'utf8',
    },
  )
  const whole = (performance.now() - started) / 1000
  if (child.status !== 0) throw new Error(child.stderr)
  const fit = JSON.parse(readFileSync(join(target, 'fit.json'), 'utf8'))
  const { timing, diagnostics } = fit
  const sizes = diagnostics.sampler.quantities.map(({ essBulk }) => essBulk).sort((a, b) => a - b)
  const sampling = timing.fitMs / 1000
  const posterior = startUp + (timing.readMs + timing.fitMs) / 1000
  const draws = diagnostics.chains * diagnostics.draws
  const bytes = ['fit.json', 'draws.parquet'].reduce((sum, file) => sum + statSync(join(target, file)).size, 0)
  const result = { whole, posterior, sampling, min: sizes[0], median: sizes[Math.floor(sizes.length / 2)] }
  console.log(
    `${name}: ${model.periods} periods, ${model.channels.length} channels, ${diagnostics.chains} x ${diagnostics.draws} draws`,
  )
  row(
    'gradient',
    `${microseconds(model).toFixed(1)} µs`,
    `${(timing.gradients / draws).toFixed(1)} a draw, warm-up included`,
  )
  row(
    'effective draws, smallest and median',
    `${result.min.toFixed(0)} and ${result.median.toFixed(0)}`,
    passed(diagnostics),
  )
  row('posterior after', `${posterior.toFixed(2)} s`, `sampling ${sampling.toFixed(2)} s`)
  row(
    'smallest effective draws a second',
    (result.min / posterior).toFixed(0),
    `${(result.min / sampling).toFixed(0)} of sampling`,
  )
  row('whole command, report included', `${whole.toFixed(2)} s`, `${megabytes(usage)} MB of memory`)
  row('a saved fit', `${(bytes / 1e6).toFixed(1)} MB`)
  console.log('')
  return result
}

function passed({ passed: good, rhatMax, divergences }) {
  return `R-hat ${rhatMax.toFixed(3)}, ${divergences} divergences, ${good ? 'passed' : 'not passed'}`
}

function row(what, figure, more = '') {
  console.log(`  ${what.padEnd(40)} ${figure.padStart(16)}${more === '' ? '' : `   ${more}`}`)
}

function megabytes(usage) {
  return JSON.parse(readFileSync(usage, 'utf8')).megabytes.toFixed(0)
}

function printGradients() {
  console.log('microseconds a gradient (156 weeks, 6 channels, 21 integrated columns unless told otherwise)')
  for (const { what, points } of gradientCosts()) {
    const cells = points.map(({ size, microseconds: cost }) => `${size}: ${cost.toFixed(0)}`)
    console.log(`  ${what.padEnd(20)} ${cells.join('   ')}`)
  }
  console.log('')
}

/** The same stated model in other engines, in this run; nothing where Python has none of them. */
function benchPeers(ours) {
  const python = process.env.MIXWRIGHT_PEERS ?? 'python3'
  for (const script of ['numpyro_model.py', 'nutpie_model.py']) {
    const path = join(root, 'bench', 'peers', script)
    if (!existsSync(path)) continue
    const started = performance.now()
    const child = spawnSync(python, [path, join(root, 'datasets', 'mmm-example.csv')], { encoding: 'utf8' })
    const seconds = (performance.now() - started) / 1000
    if (child.status !== 0) {
      console.log(`${script}: not run (${lastLine(child.stderr) || 'no Python'})`)
      continue
    }
    const peer = JSON.parse(lastLine(child.stdout))
    const [mine, theirs] = [ours.min / ours.posterior, peer.min / seconds]
    console.log(
      `${peer.engine}: ${peer.min.toFixed(0)} effective draws in ${seconds.toFixed(1)} s, sampling ${peer.sampling.toFixed(1)} s`,
    )
    console.log(
      `  mixwright over it, a second of the process ${(mine / theirs).toFixed(1)} x, of sampling ${(ours.min / ours.sampling / (peer.min / peer.sampling)).toFixed(1)} x`,
    )
  }
}

function lastLine(text) {
  return (text ?? '').trim().split('\n').at(-1) ?? ''
}
