// npm run bench:calibration: whether posteriors of the marketing model are what they say, on data that it made itself. docs/evidence.md.
//
//     npm run bench:calibration                               1,000 data sets of each model
//     npm run bench:calibration -- --sets 200 --model stated --seed 2
//
// Figures whose ranks are not uniform stand out by a small p; the ECDF columns say where: the share of ranks below a tenth, a half and nine
// tenths. Too narrow intervals put more than a tenth at either end.

import { parseArgs } from 'node:util'
import { ecdfAt, simulateUniformity, uniformityPValue } from '../dist/inference/diagnose/calibration.js'
import { createGenerator } from '../dist/numeric/random/generator.js'
import { calibrate } from './calibration/calibrate.mjs'
import { calibrationModel, modelNames } from './calibration/models.mjs'

const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    model: { type: 'string', multiple: true, default: modelNames },
  },
})
const dataSets = Number(values.sets)
const seed = Number(values.seed)
const reference = simulateUniformity(dataSets, createGenerator(seed, 'reference'), 10_000)

for (const name of values.model) {
  const started = performance.now()
  const { uniform, divergences, fewest } = calibrate(calibrationModel(name), {
    dataSets,
    seed,
    visit: (set) => (set + 1) % 50 === 0 && process.stderr.write(`${name}: ${set + 1} of ${dataSets}\n`),
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(
    `${name}: ${dataSets} data sets, seed ${seed}, ${divergences} divergences, at least ${fewest} draws ranked, ${seconds} s\n`,
  )
  console.log(`| figure | p | below 0.1 | below 0.5 | below 0.9 |\n| --- | ---: | ---: | ---: | ---: |`)
  for (const [figure, ranks] of uniform) {
    const p = uniformityPValue(ranks, reference).toFixed(3)
    const shares = Array.from(ecdfAt(ranks, Float64Array.of(0.1, 0.5, 0.9)), (share) => share.toFixed(3))
    console.log(`| ${[figure, p, ...shares].join(' | ')} |`)
  }
  console.log('')
}
