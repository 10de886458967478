import { minimise } from '../../numeric/solve/lbfgs.js'
import { LinearBlock } from '../density/linear-block.js'
import type { Model } from '../design/model.js'
import { compilePrior, type CompiledPrior } from '../prior/compile-prior.js'
import type { ParameterSpec, Support } from '../prior/prior.js'
import { amplitudeDefault, correlationDefault, sigmaDefault } from '../spec/defaults.js'
import type { ErrorStructure } from './partial-test.js'

/**
 * Noise correlation and amplitude of the smooth trend, from the KPI given `columns`: the mode of their restricted likelihood times
 * the model's priors (the default prior where the spec fixes one or assumes independent noise, so that a test is not misled by an
 * assumption). Null where it can't be found.
 */
export function errorStructure(model: Model, columns: readonly Float64Array[]): ErrorStructure | null {
  const rows = model.periods
  const smooth = model.linear.filter((column) => column.smooth).map(({ values }) => values.slice(0, rows))
  const block = blockOf([...columns, ...smooth], columns.length, rows)
  const data = model.kpi.map((value) => value / model.kpiScale)
  const priors = [
    priorOf(model.spec.noise.sigma, sigmaDefault, positive),
    priorOf(model.spec.noise.correlation, correlationDefault, { low: -1, high: 1 }),
    ...(smooth.length > 0 ? [priorOf(model.spec.baseline.smooth.amplitude, amplitudeDefault, positive)] : []),
  ]
  const [sigma, correlation, amplitude] = priors
  const start = Float64Array.from(priors, ({ centre }) => centre)
  const objective = (u: Float64Array, gradient: Float64Array): number => {
    gradient.fill(NaN)
    const size = amplitude === undefined ? 1 : amplitude.constrain(u[2])
    if (!block.setHyper(sigma.constrain(u[0]), correlation.constrain(u[1]), size)) return NaN
    let value = -block.evaluate(data)
    const slopes = block.hyperGradient()
    const natural = [slopes.sigma, slopes.correlation, slopes.amplitude]
    priors.forEach((prior, i) => {
      value -= prior.logDensityAt(u[i])
      gradient[i] = -natural[i] * prior.constrainDerivative(u[i]) - prior.gradientAt(u[i])
    })
    return value
  }
  if (!Number.isFinite(objective(start, new Float64Array(start.length)))) return null
  const { x } = minimise(objective, start, { maxSteps: 200 })
  return {
    correlation: correlation.constrain(x[1]),
    smooth,
    amplitudeRatio: amplitude === undefined ? 1 : amplitude.constrain(x[2]) / sigma.constrain(x[0]),
  }
}

const positive: Support = { low: 0, high: Infinity }

function priorOf(given: ParameterSpec, otherwise: ParameterSpec, support: Support): CompiledPrior {
  const { prior } = ('prior' in given ? given : otherwise) as Extract<ParameterSpec, { prior: unknown }>
  return compilePrior(prior, support)
}

/** Fixed columns scaled to mean square 1 under nearly flat priors, then the smooth ones. */
function blockOf(columns: readonly Float64Array[], fixed: number, rows: number): LinearBlock {
  const design = new Float64Array(rows * columns.length)
  columns.forEach((values, j) => {
    let square = 0
    for (let t = 0; t < rows; t++) square += (values[t] * values[t]) / rows
    const scale = j < fixed && square > 0 ? 1 / Math.sqrt(square) : 1
    for (let t = 0; t < rows; t++) design[t * columns.length + j] = values[t] * scale
  })
  return new LinearBlock({
    design,
    rows,
    columns: columns.length,
    priorMean: new Float64Array(columns.length),
    priorSd: Float64Array.from(columns, (_, j) => (j < fixed ? NEARLY_FLAT : 1)),
    smooth: columns.map((_, j) => j >= fixed),
  })
}

/** In units of the scaled KPI: wide enough not to matter, finite so that copies among columns do no harm. */
const NEARLY_FLAT = 10
