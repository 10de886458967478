// Draws of every parameter of a model from its priors alone, laid out as a fit's draws.

import { Density } from '../../dist/model/density/density.js'
import { drawRowInto } from '../../dist/model/density/draw-row.js'
import { slotValue } from '../../dist/model/density/parameter-slot.js'
import { createGenerator } from '../../dist/numeric/random/generator.js'

/** So many draws; a linear coefficient with a flat prior stays at that prior's mean. */
export function priorDraws(model, count) {
  const density = new Density(model)
  const generator = createGenerator(model.spec.fit.seed, 'prior-draws')
  const { names } = model.layout
  const values = new Float64Array(count * names.length)
  const path = new Float64Array(model.periods)
  for (let d = 0; d < count; d++) {
    const theta = density.samplePrior(generator)
    for (const term of density.terms) term.forward(theta, path)
    const linear = linearCoefficients(model, amplitudeOf(density, theta), generator)
    drawRowInto(density, theta, linear, values.subarray(d * names.length, (d + 1) * names.length))
  }
  return { names, count, chains: 1, values }
}

function amplitudeOf({ slots }, theta) {
  return slots.amplitude === null ? 1 : slotValue(slots.amplitude, theta)
}

function linearCoefficients(model, amplitude, generator) {
  return Float64Array.from(model.linear, ({ priorMean, priorSd, smooth }) => {
    const sd = (smooth ? amplitude : 1) * (Number.isFinite(priorSd) ? priorSd : 0)
    return priorMean + sd * generator.normal()
  })
}
