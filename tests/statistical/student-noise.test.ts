import { expect, it } from 'vitest'
import { startPoint } from '../../src/fit/start-point.js'
import { posteriorRows } from '../../src/fit/bayes/posterior-rows.js'
import {
  calibrationRank,
  rankToUniform,
  simulateUniformity,
  uniformityPValue,
} from '../../src/inference/diagnose/calibration.js'
import { runChain } from '../../src/inference/sample/chain.js'
import { Density } from '../../src/model/density/density.js'
import { drawRowInto } from '../../src/model/density/draw-row.js'
import { createGenerator, type Generator } from '../../src/numeric/random/generator.js'
import { studentVariate } from '../../src/numeric/random/variates.js'
import { smallModel } from '../support/small-model.js'

const dataSets = 120
/** Draws ranked against the truth, taken every `thin` transitions. */
const ranked = 63
const thin = 4
const rows = 52
/** A correct engine fails one of the seven tests in 1 of 1,400 seeds. */
const smallestP = 1e-4

const tv = Array.from({ length: rows }, (_, t) => (t % 8 < 3 ? 40 + 10 * Math.sin(t) : 0))
const model = smallModel(
  `
kpi: { column: y, kind: revenue, scale: 100 }
baseline: { seasonality: { yearly: 1 }, intercept: { distribution: normal, mean: 1, sd: 0.2 } }
noise: { kind: student, sigma: { distribution: log-normal, mu: -2.5, sigma: 0.5 } }
channels:
  tv: { spend: x, adstock: { halfLife: { median: 2, upper95: 5 } }, saturation: { kind: hill, slope: 1 }, prior: { coefficient: { median: 0.4, upper95: 1.2 } } }
fit: { method: bayes }
`,
  { columns: { y: tv.map((x, t) => 100 + x + (t % 5)), x: tv } },
)

it(`ranks of truths among draws of a marketing model with Student noise are uniform over ${dataSets} data sets`, () => {
  const density = new Density(model)
  const { layout } = model
  const places = {
    coefficient: layout.channels[0].coefficient,
    retention: layout.channels[0].adstock[0],
    intercept: layout.linear,
    sigma: layout.sigma,
    degrees: layout.degrees,
    amplitude: layout.amplitude,
  }
  const names = [...Object.keys(places), 'contribution']
  const uniform = names.map(() => new Float64Array(dataSets))
  for (let set = 0; set < dataSets; set++) {
    const generator = createGenerator(12, 'calibration', set)
    const truth = drawMarket(density, generator)
    const start = startPoint(density, { seed: 12, start: set, central: false })
    const chain = runChain(density, { warmup: 300, draws: ranked * thin, seed: 12, chain: set, start })
    const { rows: draws, contributions } = posteriorRows(density, chain.points, { seed: 12, chain: set, from: 0 })
    const width = layout.names.length
    const columns = Object.values(places).map((place) => thinned(draws, width, place))
    ;[...columns, thinned(contributions, 1, 0)].forEach((column, q) => {
      const value = q < columns.length ? truth.row[Object.values(places)[q]] : truth.contribution
      uniform[q][set] = rankToUniform(calibrationRank(column, value, generator), ranked, generator)
    })
  }
  const reference = simulateUniformity(dataSets, createGenerator(12, 'reference'), 20_000)
  names.forEach((name, q) => {
    const p = uniformityPValue(uniform[q], reference)
    process.stdout.write(`ranks of ${name} under Student noise: p ${p.toFixed(3)}\n`)
    expect(p, name).toBeGreaterThan(smallestP)
  })
}, 300_000)

/** Draws every parameter from its prior and a KPI from the model, which becomes the density's data. */
function drawMarket(density: Density, generator: Generator): { row: Float64Array; contribution: number } {
  const { layout, linear, kpiScale } = density.model
  const theta = density.samplePrior(generator)
  density.visit(theta)
  const row = new Float64Array(layout.names.length)
  drawRowInto(density, theta, new Float64Array(linear.length), row)
  const amplitude = row[layout.amplitude] / kpiScale
  const coefficients = Float64Array.from(
    linear,
    ({ priorMean, priorSd, smooth }) => priorMean + priorSd * (smooth ? amplitude : 1) * generator.normal(),
  )
  drawRowInto(density, theta, coefficients, row)
  const mean = new Float64Array(rows)
  density.terms[0].forward(theta, mean)
  const contribution = density.terms[0].total() * kpiScale
  for (let t = 0; t < rows; t++) {
    linear.forEach(({ values }, j) => (mean[t] += coefficients[j] * values[t]))
    mean[t] += (row[layout.sigma] / kpiScale) * studentVariate(generator, row[layout.degrees])
  }
  density.data.set(mean)
  return { row, contribution }
}

function thinned(values: Float64Array, width: number, place: number): Float64Array {
  return Float64Array.from({ length: ranked }, (_, i) => values[i * thin * width + place])
}
