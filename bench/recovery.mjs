// npm run bench:recovery: how well true effects are recovered on simulated markets that no prior was taken from. docs/evidence.md has the protocol.
//
//     npm run bench:recovery                                                     every family, sealed markets: the published figures
//     npm run bench:recovery -- --development --family matched --worlds 24       markets for tuning
//     npm run bench:recovery -- --development --spec 'baseline: { trend: linear }' --channel 'before: steady'
//
// Tables go to stdout, a line a market to stderr. `--help` lists the options.

import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { Piscina } from 'piscina'
import { familyNames } from '../dist/simulate/families/market-family.js'
import { developmentSeeds, edition, publishedWorlds, replicates, sealedSeeds } from './recovery/protocol.mjs'
import { markdownOf } from './recovery/markdown.mjs'
import { figuresOf, printFigures } from './recovery/tables.mjs'

const help = `Usage: npm run bench:recovery -- [options]

Fits simulated markets and compares what is estimated with what is true.

  --worlds <n>       markets a family; ${publishedWorlds} by default
  --family <name>    only this family; may be repeated
  --method <method>  fit.method of the model files; bayes by default
  --draws <n>        fit.draws; ${replicates} by default for regression, else the method's own default
  --workers <n>      markets at a time; all cores by default
  --json <file>      write every figure and every market's scores
  --markdown <file>  write the tables of docs/evidence.md
  --development      markets for tuning, seeds 1, 2, …, in place of the sealed ones
  --from <seed>      first of these seeds; 1 by default
  --spec <lines>     lines added to every model file (development only)
  --channel <keys>   keys added to every channel (development only)

Families: ${familyNames.join(', ')}.`

const options = readOptions()
if (options !== null) await main(options)

async function main(settings) {
  const started = performance.now()
  const jobs = settings.families.flatMap((family) =>
    seedsOf(family, settings).map((seed) => ({ family, seed, ...settings.fit })),
  )
  const pool = new Piscina({
    filename: new URL('./recovery-worker.mjs', import.meta.url).href,
    minThreads: settings.workers,
    maxThreads: settings.workers,
  })
  let done = 0
  const markets = await Promise.all(
    jobs.map(async (job) => {
      const market = await pool.run(job)
      process.stderr.write(`${++done} of ${jobs.length}: ${progressLine(market)}\n`)
      return market
    }),
  )
  await pool.destroy()
  const figures = figuresOf(markets)
  console.log(`${titleOf(settings)}\n`)
  printFigures(figures, markets)
  const minutes = (milliseconds) => (milliseconds / 60_000).toFixed(1)
  const { user, system } = process.cpuUsage()
  console.log(
    `\n${markets.length} markets in ${minutes(performance.now() - started)} minutes; ${minutes((user + system) / 1000)} minutes of processor time.`,
  )
  if (settings.markdown !== null) writeFileSync(settings.markdown, `${markdownOf(figures)}\n`)
  if (settings.json !== null)
    writeFileSync(settings.json, `${JSON.stringify({ settings, figures, markets }, null, 1)}\n`)
}

function titleOf({ development, from, worlds, fit }) {
  const which = development
    ? `Development markets ${from} to ${from + worlds - 1} of each family: for tuning, not for publishing.`
    : `Sealed markets, edition ${edition}, ${worlds} a family.`
  const added = [fit.lines, fit.channelKeys].filter((text) => text !== '').map((text) => `; with ${text}`)
  const draws = fit.draws === null ? '' : `, ${fit.draws} draws`
  return `${which}\nfit: method ${fit.method}${draws}${added.join('')}.`
}

function seedsOf(family, { development, from, worlds }) {
  return development ? developmentSeeds(from, worlds) : sealedSeeds(family, worlds)
}

/** Median of estimate over truth by channel; ^ the truth lies above the interval, v below it. */
function progressLine({ family, seed, weeks, share, rows }) {
  const { fit } = rows
  const head = `${family} ${seed}, ${weeks} weeks, media ${(100 * share).toFixed(1)} % of sales`
  if (fit.paid.contribution.bounds === null) return `${head}: failed, ${fit.failure}`
  const doubt = fit.failure === null ? '' : `, ${fit.failure}`
  return `${head}: paid ${mark(fit.paid)}, channels ${fit.channels.map(mark).join(' ')}${doubt}`
}

function mark({ contribution: { truth, bounds } }) {
  const side = truth > bounds.q95 ? '^' : truth < bounds.q05 ? 'v' : ''
  return truth > 0 ? `${(bounds.median / truth).toFixed(2)}${side}` : `(${bounds.median.toFixed(2)} %)${side}`
}

function readOptions() {
  const { values } = parsed()
  if (values.help) {
    console.log(help)
    return null
  }
  const { family = familyNames, method = 'bayes', development = false, spec = '', channel = '' } = values
  const unknown = family.find((name) => !familyNames.includes(name))
  if (unknown !== undefined) refuse(`--family ${unknown}: it must be one of ${familyNames.join(', ')}.`)
  if (!development && (spec !== '' || channel !== '' || values.from !== undefined))
    refuse('--spec, --channel and --from are for tuning: they need --development.')
  return {
    families: family,
    development,
    from: wholeNumber('from', values.from, 1),
    worlds: wholeNumber('worlds', values.worlds, publishedWorlds),
    workers: wholeNumber('workers', values.workers, availableParallelism()),
    json: values.json ?? null,
    markdown: values.markdown ?? null,
    fit: {
      method,
      draws: wholeNumber('draws', values.draws, method === 'regression' ? replicates : null),
      lines: spec,
      channelKeys: channel,
    },
  }
}

function parsed() {
  const text = { type: 'string' }
  try {
    return parseArgs({
      options: {
        worlds: text,
        method: text,
        draws: text,
        workers: text,
        json: text,
        markdown: text,
        from: text,
        spec: text,
        channel: text,
        family: { type: 'string', multiple: true },
        development: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    return refuse(error.message)
  }
}

function wholeNumber(name, text, otherwise) {
  if (text === undefined) return otherwise
  if (!/^[1-9]\d{0,8}$/.test(text)) refuse(`--${name} must be a whole number of at least 1, not ${text}.`)
  return Number(text)
}

function refuse(sentence) {
  console.error(sentence)
  process.exit(2)
}
