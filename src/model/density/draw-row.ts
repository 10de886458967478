import type { Generator } from '../../numeric/random/generator.js'
import type { Density } from './density.js'
import { slotNative, slotValue } from './parameter-slot.js'

/**
 * One draw of every parameter at `theta` to `out`, in the units of `DrawLayout`: linear coefficients that are integrated out are drawn given
 * the rest, sampled ones are in `theta`.
 */
export function drawFrom(density: Density, theta: Float64Array, generator: Generator, out: Float64Array): void {
  const linear = new Float64Array(density.model.linear.length)
  density.visit(theta)
  if (density.block.kind === 'integrated') density.block.drawCoefficients(generator, linear)
  else density.block.coefficientsInto(linear)
  drawRowInto(density, theta, linear, out)
}

/**
 * Writes one draw in the units of `DrawLayout` to `out` (length of `layout.names`): media parameters at `theta`, of which the density's last
 * evaluation must have been, and the linear coefficients given, in units of the scaled KPI.
 */
export function drawRowInto(density: Density, theta: Float64Array, linear: Float64Array, out: Float64Array): void {
  const { model, slots } = density
  const { layout, kpiScale } = model
  layout.channels.forEach((places, c) => {
    out[places.coefficient] = density.terms[c].coefficient * kpiScale
    places.adstock.forEach((place, i) => (out[place] = slotNative(slots.channels[c].adstock[i], theta)))
    places.saturation.forEach((place, i) => (out[place] = slotNative(slots.channels[c].saturation[i], theta)))
  })
  for (let j = 0; j < linear.length; j++) out[layout.linear + j] = linear[j] * kpiScale
  out[layout.sigma] = slotValue(slots.sigma, theta) * kpiScale
  if (slots.correlation !== null) out[layout.correlation] = slotValue(slots.correlation, theta)
  if (slots.degrees !== null) out[layout.degrees] = slotValue(slots.degrees, theta)
  if (layout.mediaSpread >= 0) out[layout.mediaSpread] = slots.paidTotal?.spreadAt(theta) ?? model.spec.paidTotal.spread
  if (slots.amplitude !== null) out[layout.amplitude] = slotValue(slots.amplitude, theta) * kpiScale
}
