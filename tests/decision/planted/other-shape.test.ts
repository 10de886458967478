import { describe, expect, it } from 'vitest'
import { otherShape } from '../../../src/decision/planted/other-shape.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { adstockOf } from '../../../src/model/transform/adstocks.js'
import { saturationOf } from '../../../src/model/transform/saturations.js'
import { smallModel } from '../../support/small-model.js'

const tv = Array.from({ length: 60 }, (_, t) => ((t * 7) % 5) * 100 + 50)

function shapeOf(channel: string, seed = 1) {
  const yaml = `kpi: { column: sales, kind: revenue }\nchannels: { tv: { spend: tv, medium: television${channel} } }\n`
  const model = smallModel(yaml, { columns: { tv, sales: tv.map((x) => 1000 + x) } })
  return { shape: otherShape(model, model.channels[0], createGenerator(seed, 'shape')), level: model.channels[0].level }
}

describe('the other shape of a channel', () => {
  it('rises before it falls where the model’s falls from the first period on, and bends like a logistic curve', () => {
    const { shape } = shapeOf('')
    expect(shape.adstock.kind).toBe('delayed')
    expect(shape.saturation.kind).toBe('logistic')
    const weights = new Float64Array(shape.adstock.length as number)
    const { retention, delay } = shape.native.adstock
    adstockOf('delayed').weightsInto(Float64Array.of(retention, delay), weights.length, weights)
    expect(weights.indexOf(Math.max(...weights))).toBeGreaterThan(0)
    expect(weights.at(-1)).toBeLessThan(0.001)
  })

  it('is geometric and a Hill curve where the model has others', () => {
    const { shape } = shapeOf(', adstock: weibull-density, saturation: tanh')
    expect([shape.adstock.kind, shape.saturation.kind]).toEqual(['geometric', 'hill'])
    expect(shape.native.adstock.retention).toBeGreaterThan(0)
    expect(shape.native.adstock.retention).toBeLessThan(1)
  })

  it('has half its ceiling near the usual level of media', () => {
    const { shape, level } = shapeOf('')
    const out = new Float64Array(1)
    const { rate } = shape.native.saturation
    saturationOf('logistic').applyInto(Float64Array.of(level), Float64Array.of(rate), 0, out)
    expect(out[0]).toBeGreaterThan(0.1)
    expect(out[0]).toBeLessThan(0.95)
  })

  it('depends on the generator alone', () => {
    expect(shapeOf('').shape).toEqual(shapeOf('').shape)
    expect(shapeOf('', 2).shape.native).not.toEqual(shapeOf('').shape.native)
  })
})
