import { describe, expect, it } from 'vitest'
import { inlineExecutor, type Executor } from '../../../src/execute/executor.js'
import { fitBayes, type BayesResult } from '../../../src/fit/bayes/fit-bayes.js'
import { joinPartialChains } from '../../../src/fit/bayes/partial-chains.js'
import type { ChainReport } from '../../../src/fit/bayes/sample-chain.js'
import { bayesTasks } from '../../../src/fit/bayes/tasks.js'
import { closedForm, covariance, linearGaussian, linearGaussianColumns, mean } from '../../support/linear-gaussian.js'
import { smallModel } from '../../support/small-model.js'

const executor = inlineExecutor(bayesTasks)
const columns = linearGaussianColumns

function modelOf(yaml: string, fit: string) {
  return smallModel(`${yaml}fit: { method: bayes, ${fit} }\n`, { columns })
}

const curved = 'kpi: { column: y, kind: revenue }\nchannels: { tv: { spend: x } }\n'

describe('fitBayes', () => {
  it('draws from the exact posterior where the model is linear in Normal parameters', async () => {
    const model = modelOf(linearGaussian, 'draws: 1000, warmup: 300, chains: 4')
    const { draws, diagnostics } = await fitBayes(model, { executor })
    expect(diagnostics).toMatchObject({ passed: true, chains: 4, draws: 1000, divergences: 0 })
    const exact = closedForm(model)
    const places = [model.layout.channels[0].coefficient, model.layout.linear, model.layout.linear + 1]
    const samples = places.map((place) => column(draws, place))
    const effective = diagnostics.essBulkMin as number
    samples.forEach((sample, i) => {
      const sd = Math.sqrt(exact.covariance[i][i])
      expect(Math.abs(mean(sample) - exact.mean[i]) / sd).toBeLessThan(4 / Math.sqrt(effective))
      expect(Math.abs(covariance(sample, sample) / sd ** 2 - 1)).toBeLessThan(6 / Math.sqrt(effective))
    })
  })

  it('gives the same draws whatever the order in which the chains run, and whoever listens', async () => {
    const model = modelOf(curved, 'draws: 60, warmup: 60, chains: 3')
    const heard: ChainReport[] = []
    const report = (_: number, message: unknown) => heard.push(message as ChainReport)
    const whole = await fitBayes(model, { executor })
    const reversed = await fitBayes(model, {
      executor: backwards(executor),
      observer: { progress: () => undefined, report },
    })
    expect(reversed.draws.values).toEqual(whole.draws.values)
    expect(whole.draws.values.every(Number.isFinite)).toBe(true)
    expect(heard.filter(({ iteration, of }) => iteration === of)).toHaveLength(3)
  })

  it('that is stopped is the fit that asks for as many draws as its slowest chain had', async () => {
    const heard: ChainReport[][] = [[], []]
    const report = (chain: number, message: unknown) => heard[chain].push(message as ChainReport)
    await fitBayes(modelOf(curved, 'draws: 300, warmup: 60, chains: 2'), {
      executor,
      observer: { progress: () => undefined, report },
    })
    const stopped = [heard[0].filter(({ iteration }) => iteration <= 250), heard[1]]
    const kept = stopped[0].reduce((sum, { energy }) => sum + energy.length, 0)
    const asked = modelOf(curved, `draws: ${kept}, warmup: 60, chains: 2`)
    const partial = joinPartialChains(asked, stopped)
    const whole = await fitBayes(asked, { executor })
    expect(kept).toBeGreaterThan(100)
    expect(partial?.draws).toEqual(whole.draws)
    expect(partial?.diagnostics.rhatMax).toBe(whole.diagnostics.rhatMax)
    expect(joinPartialChains(asked, [heard[0], heard[1].slice(0, 2)])?.diagnostics.chains).toBe(1)
    expect(joinPartialChains(asked, [heard[0].slice(0, 2), heard[1]])).toBe(null)
  })

  it('gives other draws for another seed, and for every chain', async () => {
    const fit = 'draws: 50, warmup: 50, chains: 2'
    const one = await fitBayes(modelOf(curved, fit), { executor })
    const two = await fitBayes(modelOf(curved, `${fit}, seed: 2`), { executor })
    expect(two.draws.values).not.toEqual(one.draws.values)
    const half = one.draws.values.length / 2
    expect(one.draws.values.subarray(0, half)).not.toEqual(one.draws.values.subarray(half))
  })

  it('knows what it sampled: every free parameter and contribution, no fixed one', async () => {
    const { diagnostics } = await fitBayes(modelOf(linearGaussian, 'draws: 60, warmup: 60, chains: 2'), { executor })
    const names = diagnostics.sampler?.quantities.map(({ name }) => name)
    expect(names).toEqual(['tv.coefficient', 'intercept', 'z', 'contribution of tv'])
    expect(diagnostics.sampler?.chains).toHaveLength(2)
  })

  it('says so when the chains are too short to be believed, and what to raise', async () => {
    const { diagnostics } = await fitBayes(modelOf(curved, 'draws: 20, warmup: 50, chains: 2'), { executor })
    expect(diagnostics.passed).toBe(false)
    expect(diagnostics.advice.join(' ')).toMatch(
      /Only \d+ effective draws of .*, and 200 are wanted: raise `fit.draws`/,
    )
  })
})

function column({ values, names, count }: BayesResult['draws'], place: number): number[] {
  return Array.from({ length: count }, (_, d) => values[d * names.length + place])
}

function backwards(inner: Executor): Executor {
  return {
    async map<I, O>(task: string, inputs: readonly I[], observer?: Parameters<Executor['map']>[2]): Promise<O[]> {
      const results = await inner.map<I, O>(task, [...inputs].reverse(), observer)
      return results.reverse()
    },
  }
}
