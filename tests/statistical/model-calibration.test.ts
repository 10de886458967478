import { expect, it } from 'vitest'
import { calibrate } from '../../bench/calibration/calibrate.mjs'
import { calibrationModel } from '../../bench/calibration/models.mjs'
import { simulateUniformity, uniformityPValue } from '../../src/inference/diagnose/calibration.js'
import { createGenerator } from '../../src/numeric/random/generator.js'

const dataSets = 100
const seed = 1
/** A correct engine has a p below the first for one of the 45 figures in 1 of 220 seeds, and below the second in 1 of 5. */
const fail = 1e-4
const alert = 5e-3

it.each(['defaults', 'stated'])(
  `ranks of truths among draws of the model %s are uniform over ${dataSets} data sets that it made itself`,
  (name) => {
    const { uniform, divergences, fewest } = calibrate(calibrationModel(name), { dataSets, seed })
    const reference = simulateUniformity(dataSets, createGenerator(seed, 'reference'), 20_000)
    say(`${name}: ${divergences} divergences, at least ${fewest} draws ranked`)
    for (const [figure, ranks] of uniform) {
      const p = uniformityPValue(ranks, reference)
      say(`${name}: ranks of ${figure}: p ${p.toFixed(4)}`)
      if (p < alert) say(`ALERT: the ranks of ${figure} in ${name} are hardly uniform.`)
      expect(p, figure).toBeGreaterThan(fail)
    }
  },
)

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
