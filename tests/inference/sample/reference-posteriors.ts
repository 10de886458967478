import type { LogDensity } from '../../../src/inference/log-density.js'
import { eightSchools, flatRegression, logisticRegression } from './targets.js'

/** A posterior and what is known of it without sampling. */
export interface ReferencePosterior {
  readonly density: LogDensity
  /** Exact means and standard deviations of `quantities`. */
  readonly mean: readonly number[]
  readonly sd: readonly number[]
  /** From a point to the quantities known; the identity unless given. */
  readonly quantities?: (point: Float64Array) => readonly number[]
}

/** Bioassay of Racine et al. (1986); alpha ~ N(0, 2^2), beta ~ N(10, 10^2). Moments by quadrature: tests/golden/scripts/sampler-targets.py. */
export const bioassay: ReferencePosterior = {
  density: logisticRegression({
    rows: [-0.86, -0.3, -0.05, 0.73].map((dose) => [1, dose]),
    successes: [0, 1, 3, 5],
    trials: 5,
    priorMean: [0, 10],
    priorSd: [2, 10],
  }),
  mean: [0.95022124196, 9.98310589504],
  sd: [0.8634762076, 4.28699898915],
}

/** Forty rows of the congruential stream, coefficients ~ N(0, 2.5^2). Moments by quadrature, as above. */
export const logistic: ReferencePosterior = {
  density: logisticRegression({
    ...congruentialRows(),
    trials: 1,
    priorMean: [0, 0, 0, 0],
    priorSd: [2.5, 2.5, 2.5, 2.5],
  }),
  mean: [-1.3198675189, 0.8382917671, 0.4112466346, 0.1419534205],
  sd: [1.1684063928, 0.3775932683, 0.3691766327, 1.2404833008],
}

/** Exact by quadrature over tau: mu, tau, then the eight effects. */
export const schools: ReferencePosterior = {
  density: eightSchools,
  quantities: (x) => {
    const tau = Math.exp(x[1])
    return [x[0], tau, ...Array.from(x.slice(2), (z) => x[0] + tau * z)]
  },
  mean: [4.396820714, 3.597705484, 6.211884, 4.940178, 3.927004, 4.757098, 3.615477, 4.042613, 6.296724, 4.854253],
  sd: [3.3177045, 3.2199584, 5.593126, 4.674268, 5.262615, 4.780297, 4.657453, 4.826866, 5.077849, 5.290801],
}

/** Leaf weight, group, density, diameters, height and canopy height of 46 mesquite bushes (Gelman and Hill 2007). */
const bushes = {
  canopyHeight:
    '1 1.33 .6 1.2 1.05 1 .9 1.3 .6 .8 .6 .95 1.2 .7 1.2 1.1 .64 1.2 1.2 1.3 1 .9 1 .5 .9 .6 1.4 2.5 1.4 1.3 1.1 1.5 .8 1.1 1.3 .85 1.5 1.2 1.15 1.5 .7 1.9 1.5 1.5 1.5 .62',
  totalHeight:
    '1.3 1.35 2.16 1.8 1.55 1.2 1 1.7 .8 1.2 .9 1.35 1.4 1 1.7 1.5 .65 1.5 1.7 1.7 1.5 1.5 1.2 .7 1.2 .8 1.7 3 1.7 1.6 1.5 1.9 1.1 1.6 2 1.25 2 1.3 1.45 2.2 .7 1.9 1.8 2 2.2 .92',
  weight:
    '401.3 513.7 1179.2 308 855.2 268.7 155.5 1253.2 328 614.6 60.2 269.6 448.4 120.4 378.7 266.4 138.9 1020.8 635.7 621.8 579.8 326.8 66.7 68 153.1 256.4 723 4052 345 330.9 163.5 1160 386.6 693.5 674.4 217.5 771.3 341.7 125.7 462.5 64.5 850.6 226 1745.1 908 213.5',
  group: '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1',
  density: '1 1 1 1 1 1 1 2 1 1 1 1 1 1 1 1 1 1 1 1 1 2 1 1 1 1 5 9 1 1 1 3 1 3 7 1 2 2 2 3 1 1 2 2 1 1',
  diameter1:
    '1.8 1.7 2.8 1.3 3.3 1.4 1.5 3.9 1.8 2.1 .8 1.3 1.2 1.5 2.8 1.4 1.5 2.4 1.9 2.3 2.1 2.4 1 1.3 1.1 1.3 2.5 5.2 2 1.6 1.4 3.2 1.9 2.4 2.5 2.1 2.4 2.4 1.9 2.7 1.3 2.9 2.1 4.1 2.8 1.27',
  diameter2:
    '1.15 1.35 2.55 .85 1.9 1.4 .5 2.3 1.35 1.6 .63 .95 .9 .7 1.7 .85 .6 2.4 1.55 1.6 1.7 1.3 .4 .6 .7 1.2 2.3 4 1.6 1.6 1 1.9 1.8 2.4 1.8 1.5 2.2 1.7 1.2 2.5 1.1 2.7 1 3.8 2.5 1',
}

/** posteriordb's mesquite, exact: coefficients, then sigma; all priors flat. */
export const mesquite: ReferencePosterior = {
  density: mesquiteDensity(),
  quantities: (x) => [...x.slice(0, 7), Math.exp(x[7])],
  mean: [-728.5929, 189.66898, 371.46209, 355.66528, -101.73252, 131.25419, -363.29509, 278.00587],
  sd: [153.168, 117.364, 129.457, 218.411, 193.151, 35.7581, 104.275, 32.8753],
}

/** posteriordb's logmesquite_logvolume, exact: intercept, slope, sigma. */
export const logMesquite: ReferencePosterior = {
  density: logMesquiteDensity(),
  quantities: (x) => [x[0], x[1], Math.exp(x[2])],
  mean: [5.1696586, 0.72237572, 0.42631847],
  sd: [0.0862865, 0.056548, 0.0472205],
}

function mesquiteDensity(): LogDensity {
  const columns = (['diameter1', 'diameter2', 'canopyHeight', 'totalHeight', 'density', 'group'] as const).map(column)
  const weight = column('weight')
  return flatRegression(
    weight.map((_, i) => [1, ...columns.map((values) => values[i])]),
    weight,
  )
}

function logMesquiteDensity(): LogDensity {
  const [a, b, c] = [column('diameter1'), column('diameter2'), column('canopyHeight')]
  return flatRegression(
    a.map((_, i) => [1, Math.log(a[i] * b[i] * c[i])]),
    column('weight').map(Math.log),
  )
}

function column(name: keyof typeof bushes): number[] {
  return bushes[name].split(' ').map(Number)
}

function congruentialRows(): { rows: number[][]; successes: number[] } {
  let state = 7
  const uniform = () => (state = (1664525 * state + 1013904223) % 2 ** 32) / 2 ** 32
  const made = Array.from({ length: 40 }, () => {
    const [a, b, c, d] = [uniform(), uniform(), uniform(), uniform()]
    const row = [1, 4 * a - 2, 3 * b + 1.5 * a, c]
    const eta = -1 + 1.2 * row[1] + 0.4 * row[2] - 0.5 * row[3]
    return { row, success: d < 1 / (1 + Math.exp(-eta)) ? 1 : 0 }
  })
  return { rows: made.map(({ row }) => row), successes: made.map(({ success }) => success) }
}
