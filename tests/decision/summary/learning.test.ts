import { describe, expect, it } from 'vitest'
import type { Fit } from '../../../src/fit/fit.js'
import type { EffectSensitivity } from '../../../src/fit/bayes/effect-sensitivity.js'
import { analyseFit } from '../../../src/decision/summary/fit-analysis.js'
import { learningOf } from '../../../src/decision/summary/learning.js'
import { smallFit } from '../support/small-fit.js'

const fit = smallFit()

function withSensitivity(reading: EffectSensitivity['reading']): Fit {
  const sensitivities = ['tv', 'search', 'newsletter'].map((channel) => ({
    channel,
    prior: 0.1,
    likelihood: 0.1,
    reading,
  }))
  const sampler = { chains: [], quantities: [], tradeOffs: [], sensitivities }
  return { ...fit, diagnostics: { ...fit.diagnostics, sampler } }
}

/** The fit with tv's effect changed draw by draw. */
function withEffect(from: Fit, change: (coefficient: number, draw: number) => number): Fit {
  const { names, count } = from.draws
  const values = from.draws.values.slice()
  const place = names.indexOf('tv.coefficient')
  for (let d = 0; d < count; d++) values[d * names.length + place] = change(values[d * names.length + place], d)
  return { ...from, draws: { ...from.draws, values } }
}

const effectTimes = (from: Fit, factor: number): Fit => withEffect(from, (x) => factor * x)

/** From a hundredth to a hundred times what it was. */
const widened = (from: Fit): Fit => withEffect(from, (x, d) => x * Math.exp(9.2 * (d / (from.draws.count - 1) - 0.5)))

describe('learningOf', () => {
  const learning = learningOf(analyseFit(fit))

  it('sets ROAS before the data against ROAS after, and shares of channels without spend', () => {
    const analysis = analyseFit(fit)
    expect(learning.map(({ channel, quantity }) => [channel, quantity])).toEqual([
      ['tv', 'roas'],
      ['search', 'roas'],
      ['newsletter', 'share'],
    ])
    expect(learning[0].prior).toMatchObject(analysis.priorBeliefs!.channels[0].roas!)
    expect(learning[2].prior).toMatchObject(analysis.priorBeliefs!.channels[2].share)
    expect(learning[0].posterior.q05).toBeLessThan(learning[0].posterior.median)
  })

  it('is about the whole fit window, whatever the window of the figures', () => {
    const part = learningOf(analyseFit(fit, { from: 40, to: 60 }))
    expect(part[0].posterior.median).toBeCloseTo(learning[0].posterior.median, 12)
  })

  it('has a verdict by contraction alone where the method tells no sensitivity', () => {
    // Draws scatter little about round numbers: the data are taken to have narrowed all effects.
    for (const { contraction, verdict, priorSensitivity } of learning) {
      expect(verdict).toBe(contraction < 0.3 ? 'prior' : 'data')
      expect(priorSensitivity).toBeNull()
    }
  })

  it('calls it a conflict only where the priors move it and the data put it outside the prior’s nine of ten cases', () => {
    const verdicts = (reading: EffectSensitivity['reading'], factor: number): string[] =>
      learningOf(analyseFit(effectTimes(withSensitivity(reading), factor))).map(({ verdict }) => verdict)
    expect(verdicts('prior-data-conflict', 1)[0]).toBe('both')
    expect(verdicts('prior-data-conflict', 20)[0]).toBe('conflict')
    expect(verdicts('agreement', 20)[0]).toBe('data')
    expect(verdicts('strong-prior-or-weak-likelihood', 1)[0]).toBe('both')
  })

  it('lets the prior decide where the data hardly narrowed the effect', () => {
    const wide = learningOf(analyseFit(widened(withSensitivity('agreement'))))
    expect(wide[0].contraction).toBeLessThan(0.3)
    expect(wide[0].verdict).toBe('prior')
  })

  it('says nothing where no prior is in use', () => {
    const free = { ...fit, spec: { ...fit.spec, fit: { ...fit.spec.fit, penalty: 'none' as const } } }
    expect(learningOf(analyseFit(free))).toEqual([])
  })
})
