import { describe, expect, it } from 'vitest'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { fixedColumns } from '../../../src/model/identify/collinearity.js'
import { errorStructure } from '../../../src/model/identify/error-structure.js'
import type { ErrorStructure } from '../../../src/model/identify/partial-test.js'
import { smallModel } from '../../support/small-model.js'

const WEEKS = 300

/** Sales of 100 plus AR(1) noise of innovations' sd 5, a wandering level, and media without effect. */
function estimate(correlation: number, waves: number, baseline: string): ErrorStructure {
  const generator = createGenerator(41, 'errors', correlation, waves)
  const tv = Array.from({ length: WEEKS }, () => generator.uniform())
  let noise = 0
  const sales = tv.map((_, t) => {
    noise = correlation * noise + 5 * generator.normal()
    return 100 + noise + waves * (Math.sin(t / 25) + Math.sin(t / 14 + 1))
  })
  const yaml = `kpi: { column: sales, kind: revenue }\nchannels: { tv: { spend: tv } }\nbaseline: ${baseline}\n`
  const model = smallModel(yaml, { columns: { sales, tv } })
  return errorStructure(model, fixedColumns(model)) as ErrorStructure
}

const rigid = '{ trend: linear, seasonality: { yearly: 0 } }'
const smooth = '{ trend: smooth, seasonality: { yearly: 0 } }'

describe('errorStructure(model, columns)', () => {
  it('finds the correlation of the noise', () => {
    // Standard error about sqrt((1 - rho^2) / 300): 0.057 and 0.041.
    expect(Math.abs(estimate(0, 0, rigid).correlation)).toBeLessThan(0.13)
    expect(Math.abs(estimate(0.7, 0, rigid).correlation - 0.7)).toBeLessThan(0.12)
  })

  it('tells a wandering level from correlated noise where there is a smooth trend', () => {
    const wandering = estimate(0.2, 12, smooth)
    expect(Math.abs(wandering.correlation - 0.2)).toBeLessThan(0.15)
    // Two sines of amplitude 12: sd 12, against innovations of sd 5.
    expect(wandering.amplitudeRatio).toBeGreaterThan(1.2)
    expect(wandering.amplitudeRatio).toBeLessThan(5)
    expect(wandering.smooth.length).toBeGreaterThan(5)
    expect(estimate(0.2, 0, smooth).amplitudeRatio).toBeLessThan(0.6)
  })

  it('is not misled by a spec that fixes independent noise', () => {
    const generator = createGenerator(42, 'errors')
    const tv = Array.from({ length: WEEKS }, () => generator.uniform())
    let noise = 0
    const sales = tv.map(() => 100 + (noise = 0.8 * noise + 5 * generator.normal()))
    const yaml = `kpi: { column: sales, kind: revenue }
channels: { tv: { spend: tv } }
baseline: ${rigid}
noise: normal
`
    const model = smallModel(yaml, { columns: { sales, tv } })
    const { correlation } = errorStructure(model, fixedColumns(model)) as ErrorStructure
    expect(correlation).toBeGreaterThan(0.6)
    const free = smallModel(yaml.replace('noise: normal', 'noise: ar1'), { columns: { sales, tv } })
    expect(errorStructure(free, fixedColumns(free))?.correlation).toBe(correlation)
  })

  it('works with copies among the columns', () => {
    const generator = createGenerator(43, 'errors')
    const tv = Array.from({ length: 80 }, () => generator.uniform())
    const sales = tv.map(() => 100 + 5 * generator.normal())
    const model = smallModel('kpi: { column: sales, kind: revenue }\nchannels: { tv: { spend: tv } }\n', {
      columns: { sales, tv },
    })
    const columns = fixedColumns(model)
    expect(errorStructure(model, [...columns, columns[1]])?.correlation).toBeCloseTo(
      errorStructure(model, columns)?.correlation as number,
      3,
    )
  })
})
