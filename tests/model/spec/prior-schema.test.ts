import { expect, it } from 'vitest'
import type { Prior } from '../../../src/model/prior/prior.js'
import { priorMedian } from '../../../src/model/prior/prior-quantile.js'
import { distributionParameters, parameterSchema, priorSchema } from '../../../src/model/spec/prior-schema.js'

it('distributionParameters makes every distribution that the engine knows', () => {
  for (const [distribution, names] of Object.entries(distributionParameters)) {
    const numbers = Object.fromEntries(names.map((name) => [name, name === 'high' ? 2 : 1]))
    const written = { distribution, ...numbers }
    expect(priorSchema.parse(written)).toEqual(written)
    expect(priorMedian(written as unknown as Prior)).not.toBeNaN()
  }
})

it('parameterSchema takes a number or a prior', () => {
  expect(parameterSchema.parse(0.5)).toBe(0.5)
  expect(parameterSchema.parse({ median: 1, upper95: 2 })).toEqual({ median: 1, upper95: 2 })
  expect(parameterSchema.safeParse('0.5').success).toBe(false)
})
