import { describe, expect, it } from 'vitest'
import { Density } from '../../../src/model/density/density.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import type { CompiledPrior } from '../../../src/model/prior/compile-prior.js'
import { centralDifference } from '../../support/central-difference.js'
import { smallModel } from '../../support/small-model.js'

const x = [20, 0, 40, 10, 0, 30, 0, 20]
const columns = { y: [120, 110, 150, 130, 112, 140, 118, 125], x, spend: x }

function modelWith(prior: string) {
  return smallModel(
    `
kpi: { column: y, kind: revenue }
baseline: { trend: none, seasonality: { yearly: 0 } }
noise: { kind: normal, sigma: 0.1 }
channels:
  tv:
    spend: spend
    media: x
    scale: none
    adstock: geometric
    saturation: { kind: logistic, rate: { distribution: gamma, shape: 3, rate: 20 } }
    prior: { coefficient: ${prior} }
`,
    { columns },
  )
}

const threeChannels = (media: string) =>
  smallModel(
    `
kpi: { column: y, kind: revenue }
baseline: { trend: none, seasonality: { yearly: 0 } }
noise: { kind: normal, sigma: 0.1 }
media: { ${media} }
channels: { tv: { spend: x }, radio: { spend: r }, search: { spend: s } }
fit: { method: bayes }
`,
    { columns: { ...columns, r: [5, 9, 0, 4, 8, 0, 7, 1], s: [1, 2, 3, 2, 1, 2, 3, 2] } },
  )

describe('a learned spread of ROAS between channels', () => {
  const learned = new Density(threeChannels('spread: { distribution: half-normal, sd: 1 }'))
  const place = learned.slots.free.find(({ name }) => name === 'media.spread')?.index as number

  it('gives, at a value of it, the density of the model that fixes it there, but for the prior of the spread', () => {
    const differences = [0.4, 1.3].map((spread) => {
      const theta = learned.samplePrior(createGenerator(9, 'test'))
      const prior = learned.slots.free.find(({ index }) => index === place)?.prior as CompiledPrior
      theta[place] = prior.unconstrain(spread)
      // The fixed model holds the log shares themselves; the Jacobian of two free deviations takes off what their density adds.
      const shares = theta.slice()
      learned.slots.channels.forEach(({ effect }) => {
        if (effect.kind === 'log-share') shares[effect.index] = effect.logShare(theta)
      })
      const without = shares.filter((_, i) => i !== place)
      const fixed = new Density(threeChannels(`spread: ${spread}`))
      const own = prior.logDensityAt(theta[place])
      return learned.visit(theta) - fixed.visit(without) - own
    })
    expect(differences[0]).toBeCloseTo(0, 9)
    expect(differences[1]).toBeCloseTo(0, 9)
  })

  it('has the gradient of its value', () => {
    const theta = learned.samplePrior(createGenerator(7, 'test'))
    const gradient = new Float64Array(learned.dimension)
    learned.valueAndGradient(theta, gradient)
    for (let i = 0; i < theta.length; i++) {
      const numeric = centralDifference((u) => learned.visit(theta.with(i, u)), theta[i])
      expect(Math.abs(gradient[i] - numeric)).toBeLessThan(1e-6 * Math.max(1, Math.abs(numeric)))
    }
  })
})

describe('a prior on a coefficient', () => {
  it('is what draws from the prior follow, although their places hold log shares', () => {
    const density = new Density(modelWith('{ distribution: half-normal, sd: 2 }'))
    const generator = createGenerator(4, 'test')
    const draws = Array.from({ length: 4000 }, () => {
      density.visit(density.samplePrior(generator))
      return density.terms[0].coefficient
    })
    const mean = draws.reduce((sum, c) => sum + c / draws.length, 0)
    const square = draws.reduce((sum, c) => sum + (c * c) / draws.length, 0)
    expect(mean).toBeCloseTo(2 * Math.sqrt(2 / Math.PI), 1)
    expect(Math.abs(square - 4)).toBeLessThan(0.3)
  })

  it('weighs a coefficient as the density of its logarithm does, wherever the shape of the curve is', () => {
    const half = new Density(modelWith('{ distribution: half-normal, sd: 2 }'))
    const logNormal = new Density(modelWith('{ distribution: log-normal, mu: 0, sigma: 1 }'))
    const generator = createGenerator(5, 'test')
    for (let i = 0; i < 5; i++) {
      const theta = half.samplePrior(generator)
      const difference = half.visit(theta) - logNormal.visit(theta)
      const c = half.terms[0].coefficient
      const u = Math.log(c)
      const logHalf = 0.5 * Math.log(2 / Math.PI) - Math.log(2) - (c * c) / 8 + u
      const logLogNormal = -0.5 * Math.log(2 * Math.PI) - 0.5 * u * u
      expect(difference).toBeCloseTo(logHalf - logLogNormal, 9)
    }
  })

  it('can be fixed, or reach to negative numbers, where there is no logarithm to take', () => {
    expect(new Density(modelWith('0.5')).slots.channels[0].effect.kind).toBe('slot')
    const narrow = new Density(modelWith('{ distribution: uniform, low: 0, high: 1 }'))
    expect(narrow.slots.channels[0].effect.kind).toBe('slot')
  })
})
