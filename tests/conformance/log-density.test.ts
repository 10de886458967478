import { describe, expect, it } from 'vitest'
import { Density } from '../../src/model/density/density.js'
import { createGenerator } from '../../src/numeric/random/generator.js'
import { smallModel } from '../support/small-model.js'

const adstocks = [
  'none',
  'geometric',
  '{ kind: geometric, length: 6 }',
  '{ kind: delayed, length: 8 }',
  '{ kind: binomial, length: 8 }',
  '{ kind: weibull-density, length: 8 }',
  '{ kind: weibull-survival, length: 8 }',
]
const saturations = [
  'none',
  'hill',
  'logistic',
  'tanh',
  'michaelis-menten',
  'power',
  'log',
  '{ kind: logistic, rate: { median: 1, upper95: 3 } }',
]
const effects = [
  '',
  'prior: { share: { median: 0.05, upper95: 0.2 } }',
  'prior: { roas: { median: 2, upper95: 6 } }',
  'prior: { marginalRoas: { q05: 0.2, q95: 4 } }',
  'prior: { coefficient: { distribution: half-normal, sd: 0.5 } }',
  'sign: free',
  'sign: free\n    prior: { roas: { distribution: normal, mean: 1, sd: 1 } }',
]
const noises = ['normal', 'ar1', 'student', '{ kind: student, degreesOfFreedom: 4 }', 'ar1']
const orders = ['adstock-first', 'saturation-first']

interface Case {
  readonly name: string
  readonly yaml: string
}

/** Every adstock, saturation, effect, order and noise at least once with every neighbour that it shares code with. */
function cases(): Case[] {
  const list: Case[] = []
  let i = 0
  for (const adstock of adstocks) {
    for (const saturation of saturations) {
      for (const order of orders) {
        const effect = effects[i % effects.length]
        const noise = noises[i % noises.length]
        const trend = ['smooth', 'linear', 'none'][i % 3]
        i++
        const before = i % 2 === 0 ? 'steady' : 'zero'
        list.push({
          name: `${adstock} | ${saturation} | ${order} | ${effect || 'default'} | ${noise} | ${trend} | ${before}`,
          yaml: specOf({ adstock, saturation, order, effect, noise, trend, before }),
        })
      }
    }
  }
  return list
}

function specOf(
  c: Record<'adstock' | 'saturation' | 'order' | 'effect' | 'noise' | 'trend' | 'before', string>,
): string {
  return `
kpi: { column: y, kind: revenue }
noise: ${c.noise}
fit: { method: bayes }
baseline: { trend: ${c.trend}, seasonality: { yearly: 1 } }
controls:
  weather: { column: z, role: confounder }
channels:
  tv:
    spend: s1
    media: x1
    adstock: ${c.adstock}
    saturation: ${c.saturation}
    order: ${c.order}
    before: ${c.before}
    ${c.effect}
  search: { spend: s2, media: x2 }
`
}

const columns = syntheticColumns(60)

function syntheticColumns(rows: number): Record<string, number[]> {
  const g = createGenerator(3, 'columns')
  const x1 = Array.from({ length: rows }, (_, t) => (t % 9 < 4 ? 20 + 30 * g.uniform() : 0))
  const x2 = Array.from({ length: rows }, () => 5 + 3 * g.uniform())
  return {
    x1,
    x2,
    s1: x1.map((x) => 2 * x),
    s2: x2.map((x, t) => (t === 7 ? 0 : 3 * x)),
    z: Array.from({ length: rows }, () => g.normal()),
    y: x1.map((x, t) => 500 + x + 4 * x2[t] + 10 * g.normal()),
  }
}

describe('Density', () => {
  it.each(cases())('has the gradient of its value: $name', ({ yaml }) => {
    const density = new Density(smallModel(yaml, { columns }))
    const gradient = new Float64Array(density.dimension)
    for (let draw = 0; draw < 3; draw++) {
      const theta = density.samplePrior(createGenerator(11, draw))
      const value = density.valueAndGradient(theta, gradient)
      if (!Number.isFinite(value)) continue
      const exact = gradient.slice()
      expect(worstError(density, theta, exact)).toBeLessThan(2e-5)
    }
  })

  it('keeps its gradient when prior centres are redrawn and noise is held', () => {
    const density = new Density(smallModel(cases()[3].yaml, { columns }))
    const theta = density.samplePrior(createGenerator(11, 0))
    density.hold(theta)
    density.randomiseCentres(createGenerator(2, 'centres'))
    const gradient = new Float64Array(density.dimension)
    density.valueAndGradient(theta, gradient)
    for (const slot of density.hyperSlots()) expect(gradient[slot.index]).toBe(0)
    expect(worstError(density, theta, gradient.slice())).toBeLessThan(2e-5)
  })
})

/** Largest difference from central differences, relative to the larger of 1 and the difference itself. */
function worstError(density: Density, theta: Float64Array, exact: Float64Array): number {
  const scratch = new Float64Array(density.dimension)
  let worst = 0
  for (let i = 0; i < theta.length; i++) {
    const step = 1e-4
    const at = (offset: number) => {
      const moved = theta.slice()
      moved[i] += offset
      return density.valueAndGradient(moved, scratch)
    }
    const numeric = (8 * (at(step) - at(-step)) - (at(2 * step) - at(-2 * step))) / (12 * step)
    worst = Math.max(worst, Math.abs(numeric - exact[i]) / Math.max(1, Math.abs(numeric)))
  }
  return worst
}
