// npm run bench: what the usual work takes on this machine. It prints; nothing fails on a clock.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, platform, release, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { writeWideTable } from './wide-table.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'mixwright-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const main = join(root, 'dist', 'app', 'cli', 'main.js')
const preload = pathToFileURL(join(root, 'bench', 'usage-at-exit.mjs')).href

/** Runs a command in a process of its own: seconds, and the most memory it held. */
function measure(...argv) {
  const target = join(folder, 'usage.json')
  const started = performance.now()
  const child = spawnSync(process.execPath, ['--import', preload, main, ...argv], {
    cwd: folder,
    env: { ...process.env, MIXWRIGHT_USAGE: target },
    maxBuffer: 1e8,
  })
  const seconds = (performance.now() - started) / 1000
  if (child.status !== 0) throw new Error(`mixwright ${argv.join(' ')} ended with ${child.status}:\n${child.stderr}`)
  return { seconds, ...JSON.parse(readFileSync(target, 'utf8')) }
}

function print(what, figure, aim = '') {
  console.log(`${what.padEnd(62)} ${figure.padStart(12)}${aim === '' ? '' : `   (aim: ${aim})`}`)
}

/** The retailer's eight channels over its first 156 weeks with a KPI. */
function writeRetailer() {
  const [header, ...rows] = readFileSync(join(root, 'datasets', 'retailer.csv'), 'utf8')
    .trimEnd()
    .split('\n')
  const history = rows.findIndex((row) => row.split(',')[header.split(',').indexOf('revenue')] !== '')
  mkdirSync(join(folder, 'datasets'))
  mkdirSync(join(folder, 'models'))
  writeFileSync(join(folder, 'datasets', 'retailer.csv'), `${[header, ...rows.slice(0, history + 156)].join('\n')}\n`)
  writeFileSync(join(folder, 'models', 'retailer.yaml'), readFileSync(join(root, 'models', 'retailer.yaml')))
}

function timingOf(fit) {
  return JSON.parse(readFileSync(join(folder, fit, 'summary.json'), 'utf8')).timing
}

function machine() {
  const [cpu] = cpus()
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GB`
  return `${cpu?.model ?? 'unknown processor'}, ${availableParallelism()} threads, ${memory}, ${platform()} ${release()}, Node ${process.versions.node}`
}

function benchFit() {
  writeRetailer()
  const one = measure(
    'fit',
    'models/retailer.yaml',
    '--method',
    'regression',
    '--draws',
    '400',
    '--workers',
    '1',
    '-o',
    'one',
  )
  const all = measure('fit', 'models/retailer.yaml', '--method', 'regression', '--draws', '400', '-o', 'all')
  const [alone, shared] = [timingOf('one').fitMs / 1000, timingOf('all').fitMs / 1000]
  print('regression fit, 400 replicates, 156 weeks, 8 channels', `${shared.toFixed(1)} s`, 'below 5 s on two cores')
  print('  on one thread', `${alone.toFixed(1)} s`)
  print('  one thread over all', `${(alone / shared).toFixed(2)} x`)
  print('  most memory, all threads', `${all.megabytes.toFixed(0)} MB`, 'below 250 MB')
  print('  most memory, one thread', `${one.megabytes.toFixed(0)} MB`)
  print('the whole command: read, fit, analyse, write seven files', `${all.seconds.toFixed(1)} s`)
}

function benchReport() {
  const report = measure('report', 'all', '-o', 'report.html')
  const show = measure('show', 'all', 'returns')
  print(
    'report of that fit, size',
    `${(statSync(join(folder, 'report.html')).size / 2 ** 20).toFixed(2)} MB`,
    'below 1.5 MB',
  )
  print('  read, analyse and write it', `${report.seconds.toFixed(1)} s`)
  print('show returns: read and analyse', `${show.seconds.toFixed(1)} s`)
}

function benchCheck() {
  writeWideTable(folder)
  const { seconds, megabytes } = measure('check', 'wide.yaml')
  print('check, 100,000 rows x 50 columns', `${seconds.toFixed(1)} s`)
  print('  most memory', `${megabytes.toFixed(0)} MB`)
}

function benchStart() {
  const seconds = (args) => {
    const times = Array.from({ length: 7 }, () => {
      const started = performance.now()
      spawnSync(process.execPath, args)
      return (performance.now() - started) / 1000
    })
    return times.sort((a, b) => a - b)[3]
  }
  const help = seconds([main, '--help'])
  const bare = seconds(['-e', '0'])
  print('start-up of mixwright --help', `${help.toFixed(3)} s`, 'below 0.2 s')
  print('  over that of an empty Node program', `${(help / bare).toFixed(1)} x`)
}

console.log(`${machine()}\n`)
benchStart()
benchFit()
benchReport()
benchCheck()
