import { expect, it } from 'vitest'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { kpss } from '../../../src/numeric/regression/kpss.js'
import { d20 } from '../../support/d20.js'
import { expectDigits, expectDigitsOfAll } from '../../support/digits.js'
import { pinkham } from '../../support/lydia-pinkham.js'

it('has the published values about a level and about a trend on the twenty-period data', () => {
  expectDigits(kpss(d20.y, 2, 'constant').statistic, '0.1489332655')
  expectDigits(kpss(d20.y, 2, 'trend').statistic, '0.06215851803')
  expect(kpss(d20.y, 2, 'constant').criticalValues).toEqual([0.347, 0.463, 0.574, 0.739])
  expect(kpss(d20.y, 2, 'trend').criticalValues).toEqual([0.119, 0.146, 0.176, 0.216])
})

it('has the published value on the Lydia Pinkham series', () => {
  const { statistic, p } = kpss(pinkham.sales, 3, 'constant')
  expectDigitsOfAll([statistic, p], '0.17940539673907716 0.1')
})

it('says that a random walk wanders and white noise does not', () => {
  const generator = createGenerator(1, 'walk')
  let level = 0
  const walk = Float64Array.from({ length: 300 }, () => (level += generator.normal()))
  const noise = Float64Array.from({ length: 300 }, () => generator.normal())
  expect(kpss(walk, 5, 'constant').p).toBe(0.01)
  expect(kpss(noise, 5, 'constant').p).toBeGreaterThan(0.01)
})

it('interpolates p between the published points', () => {
  const generator = createGenerator(3, 'drift')
  const series = Float64Array.from({ length: 200 }, (_, t) => generator.normal() + 0.005 * t)
  const { statistic, p } = kpss(series, 4, 'constant')
  expect(statistic).toBeGreaterThan(0.574)
  expect(statistic).toBeLessThan(0.739)
  expect(p).toBeCloseTo(0.025 - (0.015 * (statistic - 0.574)) / (0.739 - 0.574), 12)
})
