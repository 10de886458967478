import { expect, it } from 'vitest'
import { fitGeneralisedPareto, generalisedParetoQuantile } from '../../../src/inference/diagnose/generalised-pareto.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'

it('has the regularised shape and the scale of loo and ArviZ', () => {
  const fit = fitGeneralisedPareto(Float64Array.of(0.05, 0.12, 0.22, 0.35, 0.41, 0.77, 1.02, 1.34, 1.9, 2.55, 3.8, 6.1))
  expect(fit.shape / 0.5027672057).toBeCloseTo(1, 9)
  expect(fit.scale / 0.9329947537).toBeCloseTo(1, 9)
})

it('has quantiles that undo the distribution function, those of the exponential at shape 0', () => {
  for (const shape of [-0.4, 0.7]) {
    const x = generalisedParetoQuantile({ shape, scale: 2 }, 0.9)
    expect((1 + (shape * x) / 2) ** (-1 / shape)).toBeCloseTo(0.1, 14)
  }
  expect(generalisedParetoQuantile({ shape: 0, scale: 2 }, 0.9)).toBeCloseTo(2 * Math.log(10), 14)
})

it.each([-0.3, 0.2, 0.8])('finds a shape of %f again in many exceedances', (shape) => {
  const generator = createGenerator(1, 'pareto')
  const draws = Float64Array.from({ length: 5000 }, () =>
    generalisedParetoQuantile({ shape, scale: 3 }, generator.uniform()),
  ).sort()
  const fit = fitGeneralisedPareto(draws)
  expect(Math.abs(fit.shape - shape)).toBeLessThan(0.06)
  expect(Math.abs(fit.scale - 3)).toBeLessThan(0.2)
})
