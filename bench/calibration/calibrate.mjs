// Simulation-based calibration of the marketing model: parameters from the priors, data from the model itself, and the rank of each true
// figure among the draws of its posterior, which is uniform if priors, density, sampler and answers agree. The KPI is made by the functions that
// answers come from and a noise of its own, not by the density. Sources: Talts et al. (2018), arXiv:1804.06788; ranks of the log likelihood, which
// sees what ranks of parameters miss: Modrak et al. (2023), arXiv:2211.02383.

import { createOutcome, wholeWindow } from '../../dist/decision/counterfactual/outcome.js'
import { channelContribution, fittedMean } from '../../dist/decision/counterfactual/parts.js'
import { channelTotals } from '../../dist/decision/counterfactual/totals.js'
import { posteriorRows } from '../../dist/fit/bayes/posterior-rows.js'
import { startPoint } from '../../dist/fit/start-point.js'
import { calibrationRank, rankToUniform } from '../../dist/inference/diagnose/calibration.js'
import { bulkEss } from '../../dist/inference/diagnose/convergence.js'
import { runChain } from '../../dist/inference/sample/chain.js'
import { Density } from '../../dist/model/density/density.js'
import { drawRowInto } from '../../dist/model/density/draw-row.js'
import { createGenerator } from '../../dist/numeric/random/generator.js'

const warmup = 300
/** Draws of a chain, and the most of them that are ranked against the truth: as many as are effectively there. */
const draws = 252
const mostRanked = 63
const fewestRanked = 15

export function calibrate(model, { dataSets, seed, visit }) {
  const density = new Density(model)
  const uniform = new Map()
  let divergences = 0
  let fewest = mostRanked
  for (let set = 0; set < dataSets; set++) {
    const generator = createGenerator(seed, 'calibration', set)
    const truth = drawTruth(density, generator)
    const kpi = drawKpi(model, truth, generator)
    density.data.set(kpi.map((value) => value / model.kpiScale))
    const start = startPoint(density, { seed, start: set, central: false })
    const chain = runChain(density, { warmup, draws, seed, chain: set, start })
    divergences += chain.divergences.length
    const points = thinned(chain.points, density.dimension)
    fewest = Math.min(fewest, points.length / density.dimension)
    const { rows } = posteriorRows(density, points, { seed, chain: set, from: 0 })
    const drawn = figuresOf(model, rows, kpi)
    for (const [name, [value]] of figuresOf(model, truth, kpi)) {
      if (!uniform.has(name)) uniform.set(name, new Float64Array(dataSets))
      const column = drawn.get(name)
      uniform.get(name)[set] = rankToUniform(calibrationRank(column, value, generator), column.length, generator)
    }
    visit?.(set)
  }
  return { uniform, divergences, fewest }
}

/** Every parameter from its prior: one row in the layout of the model. */
function drawTruth(density, generator) {
  const { layout, linear, kpiScale } = density.model
  const theta = density.samplePrior(generator)
  density.visit(theta)
  const row = new Float64Array(layout.names.length)
  drawRowInto(density, theta, new Float64Array(linear.length), row)
  linear.forEach(({ priorMean, priorSd, smooth }, j) => {
    const sd = smooth ? (priorSd * row[layout.amplitude]) / kpiScale : priorSd
    row[layout.linear + j] = (priorMean + sd * generator.normal()) * kpiScale
  })
  return row
}

/** The KPI of one row: its mean by the functions that answers come from, and stationary AR(1) noise. */
function drawKpi(model, row, generator) {
  const { layout } = model
  const mean = fittedMean(outcomeOf(model, row))
  const rho = layout.correlation < 0 ? 0 : row[layout.correlation]
  let noise = (row[layout.sigma] * generator.normal()) / Math.sqrt(1 - rho * rho)
  return mean.map((value, t) => {
    if (t > 0) noise = rho * noise + row[layout.sigma] * generator.normal()
    return value + noise
  })
}

/** So many evenly spaced draws of a chain as its least certain coordinate has effective ones. */
function thinned(points, dimension) {
  let effective = mostRanked
  for (let i = 0; i < dimension; i++) {
    const coordinate = Float64Array.from({ length: draws }, (_, d) => points[d * dimension + i])
    effective = Math.min(effective, bulkEss([coordinate]))
  }
  const kept = Math.max(fewestRanked, Math.floor(effective))
  const out = new Float64Array(kept * dimension)
  for (let k = 0; k < kept; k++) {
    const d = Math.floor(((k + 0.5) * draws) / kept)
    out.set(points.subarray(d * dimension, (d + 1) * dimension), k * dimension)
  }
  return out
}

/** What is ranked, by name: a value a row. */
function figuresOf(model, rows, kpi) {
  const { layout, channels, spec } = model
  const outcome = outcomeOf(model, rows)
  const { count } = outcome.draws
  const column = (place) => Float64Array.from({ length: count }, (_, d) => rows[d * layout.names.length + place])
  const figures = new Map()
  const paid = new Float64Array(count)
  channels.forEach(({ name, adstock, saturation }, c) => {
    const totals = channelTotals(outcome, c, wholeWindow(model), channelContribution(outcome, c))
    figures.set(`contribution of ${name}`, totals.contribution)
    if (totals.spend !== null) {
      figures.set(
        `ROAS of ${name}`,
        totals.incrementalValue.map((value) => value / totals.spend),
      )
      totals.contribution.forEach((value, d) => (paid[d] += value))
    }
    adstock.parameters.forEach((parameter, i) =>
      figures.set(`${name}.${parameter.name}`, column(layout.channels[c].adstock[i])),
    )
    saturation.parameters.forEach((parameter, i) =>
      figures.set(`${name}.${parameter.name}`, column(layout.channels[c].saturation[i])),
    )
  })
  figures.set('paid total', paid)
  figures.set('noise.sigma', column(layout.sigma))
  if (layout.correlation >= 0) figures.set('noise.correlation', column(layout.correlation))
  if (layout.amplitude >= 0) figures.set('smooth.amplitude', column(layout.amplitude))
  if (spec.paidTotal.spreadPrior !== undefined) figures.set('media.spread', column(layout.mediaSpread))
  figures.set('intercept', column(layout.linear))
  figures.set('log likelihood', logLikelihood(outcome, kpi))
  return figures
}

/** Of AR(1) noise, up to a constant; a value a row. */
function logLikelihood(outcome, kpi) {
  const { model, draws: table } = outcome
  const { layout, periods } = model
  const mean = fittedMean(outcome)
  return Float64Array.from({ length: table.count }, (_, d) => {
    const row = table.values.subarray(d * table.names.length, (d + 1) * table.names.length)
    const sigma = row[layout.sigma]
    const rho = layout.correlation < 0 ? 0 : row[layout.correlation]
    const residual = (t) => kpi[t] - mean[d * periods + t]
    let squares = (1 - rho * rho) * residual(0) ** 2
    for (let t = 1; t < periods; t++) squares += (residual(t) - rho * residual(t - 1)) ** 2
    return 0.5 * Math.log(1 - rho * rho) - periods * Math.log(sigma) - squares / (2 * sigma * sigma)
  })
}

function outcomeOf(model, rows) {
  const { names } = model.layout
  return createOutcome(model, { names, count: rows.length / names.length, chains: 1, values: rows })
}
