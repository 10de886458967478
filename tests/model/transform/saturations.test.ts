import { describe, expect, it } from 'vitest'
import { saturationKinds, saturationOf } from '../../../src/model/transform/saturations.js'

describe('saturationOf(kind)', () => {
  it('makes every kind, with its name and parameters', () => {
    const made = saturationKinds.map((kind) => saturationOf(kind))
    expect(made.map(({ kind, parameters }) => [kind, ...parameters.map(({ name }) => name)])).toEqual([
      ['none'],
      ['hill', 'halfSaturation', 'slope'],
      ['logistic', 'rate'],
      ['tanh', 'rate'],
      ['michaelis-menten', 'halfSaturation'],
      ['power', 'slope'],
      ['log', 'halfSaturation'],
    ])
  })
})
