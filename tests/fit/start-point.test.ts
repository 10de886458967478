import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/check/errors.js'
import { startPoint } from '../../src/fit/start-point.js'
import { Density } from '../../src/model/density/density.js'
import { smallModel } from '../support/small-model.js'

const columns = {
  y: Array.from({ length: 30 }, (_, t) => 100 + (t % 5)),
  x: Array.from({ length: 30 }, (_, t) => t % 4),
}

function densityWith(channel: string, more = ''): Density {
  return new Density(
    smallModel(`kpi: { column: y, kind: revenue }\nchannels: { tv: { spend: x${channel} } }\n${more}\n`, { columns }),
  )
}

describe('startPoint', () => {
  it('is a point with a finite density that the seed and its number decide', () => {
    const density = densityWith('')
    const a = startPoint(density, { seed: 1, start: 2, central: false })
    expect(density.visit(a)).toBeGreaterThan(-Infinity)
    expect(startPoint(density, { seed: 1, start: 2, central: false })).toEqual(a)
    expect(startPoint(density, { seed: 1, start: 3, central: false })).not.toEqual(a)
  })

  it('has media parameters at the centres of their priors where it is central', () => {
    const density = densityWith('')
    const theta = startPoint(density, { seed: 1, start: 0, central: true })
    const slope = density.slots.free.find(({ name }) => name === 'tv.slope')
    expect(theta[slope?.index as number]).toBe(slope?.prior?.centre)
  })

  it('names the parameter that keeps the model from starting, and its value', () => {
    const density = densityWith(', prior: { coefficient: { distribution: log-normal, mu: 800, sigma: 0.1 } }')
    const start = () => startPoint(density, { seed: 1, start: 0, central: false })
    expect(start).toThrow(InputError)
    expect(start).toThrow(
      /^The model can't start: at none of 100 draws from the priors is its density finite\. `tv\.coefficient` was Infinity in the last of them/,
    )
  })

  it.each([
    [', prior: { coefficient: { distribution: uniform, low: 1e300, high: 1e308 } }', '', 'tv.coefficient', /\de\+30\d/],
    ['', 'noise: { sigma: { distribution: log-normal, mu: -900, sigma: 0.1 } }', 'noise.sigma', /^0$/],
    [', prior: { roas: { distribution: log-normal, mu: 800, sigma: 1 } }', '', 'tv.roas', /^Infinity$/],
  ])('names the culprit, not a parameter that is merely off its centre: %s%s', (channel, more, name, value) => {
    const density = densityWith(channel, more)
    let message = ''
    try {
      startPoint(density, { seed: 1, start: 0, central: false })
    } catch (error) {
      message = (error as Error).message
    }
    const [, found, text] = /`([^`]+)` was (\S+) in the last/.exec(message) ?? []
    expect(found).toBe(name)
    expect(text).toMatch(value)
  })
})
