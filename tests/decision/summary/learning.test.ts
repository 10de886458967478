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

  it('calls it a conflict only where the prior moves it and the data put it outside the prior', () => {
    const conflicts = learningOf(analyseFit(withSensitivity('prior-data-conflict')))
    for (const { prior, posterior, verdict, contraction } of conflicts) {
      const apart = posterior.median < prior.q05 || posterior.median > prior.q95
      expect(verdict).toBe(apart ? 'conflict' : contraction < 0.3 ? 'prior' : 'both')
    }
    expect(learningOf(analyseFit(withSensitivity('agreement'))).map(({ verdict }) => verdict)).not.toContain('conflict')
  })

  it('says nothing where no prior is in use', () => {
    const free = { ...fit, spec: { ...fit.spec, fit: { ...fit.spec.fit, penalty: 'none' as const } } }
    expect(learningOf(analyseFit(free))).toEqual([])
  })
})
