import { expect, it } from 'vitest'
import { effectSensitivities } from '../../../src/fit/bayes/effect-sensitivity.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'

// A Normal mean with known noise: prior N(0, s^2), mean of the data m with error e. Then both components are known at every draw.
function conjugate({ priorSd, dataMean, dataError }: Readonly<Record<'priorSd' | 'dataMean' | 'dataError', number>>) {
  const precision = 1 / priorSd ** 2 + 1 / dataError ** 2
  const centre = dataMean / dataError ** 2 / precision
  const chains = Array.from({ length: 4 }, (_, chain) => {
    const g = createGenerator(5, 'conjugate', chain)
    return Float64Array.from({ length: 1000 }, () => centre + g.normal() / Math.sqrt(precision))
  })
  return effectSensitivities(
    [
      {
        channel: 'tv',
        contribution: chains,
        logPrior: chains.map((chain) => chain.map((x) => -0.5 * (x / priorSd) ** 2)),
      },
    ],
    chains.map((chain) => chain.map((x) => -0.5 * ((x - dataMean) / dataError) ** 2)),
  )[0]
}

it('effectSensitivities hears data that decide, a prior that decides, and a conflict of the two', () => {
  expect(conjugate({ priorSd: 100, dataMean: 1, dataError: 1 }).reading).toBe('agreement')
  expect(conjugate({ priorSd: 0.2, dataMean: 1, dataError: 5 }).reading).toBe('strong-prior-or-weak-likelihood')
  expect(conjugate({ priorSd: 1, dataMean: 6, dataError: 1 }).reading).toBe('prior-data-conflict')
})

it('effectSensitivities is null where a component is not a number, and 0 where all is fixed', () => {
  const chains = [Float64Array.from({ length: 100 }, (_, d) => Math.sin(d))]
  const channel = (logPrior: Float64Array[]) => ({ channel: 'tv', contribution: chains, logPrior })
  const [broken] = effectSensitivities([channel([new Float64Array(100).fill(NaN)])], chains)
  expect(broken).toMatchObject({ prior: null, reading: null })
  const [fixed] = effectSensitivities([channel([new Float64Array(100).fill(3)])], chains)
  expect(fixed).toMatchObject({ prior: 0, reading: 'agreement' })
})
