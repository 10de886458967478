import { expect, it } from 'vitest'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { augmentedDickeyFuller } from '../../../src/numeric/regression/augmented-dickey-fuller.js'
import { d20 } from '../../support/d20.js'
import { expectDigits, expectDigitsOfAll } from '../../support/digits.js'
import { pinkham } from '../../support/lydia-pinkham.js'

it('has the published values about a constant and about a trend on the twenty-period data', () => {
  const { statistic, p, criticalValues, coefficients, rows } = augmentedDickeyFuller(d20.y, 1, 'constant')
  expect(rows).toBe(18)
  expectDigitsOfAll([coefficients[2], coefficients[0], coefficients[1]], '263.0110406 -1.300474426 0.561050752')
  expectDigits(statistic, '-4.43498431')
  expectDigits(p, '0.0002572579709')
  expectDigitsOfAll(criticalValues, '-3.859073285 -3.042045693 -2.66090642')
  const trend = augmentedDickeyFuller(d20.y, 1, 'trend')
  expectDigitsOfAll([trend.statistic, trend.p], '-4.459644392 0.001755983993')
})

it('has the published values on the Lydia Pinkham series', () => {
  const sales = augmentedDickeyFuller(pinkham.sales, 1, 'constant')
  expectDigitsOfAll([sales.statistic, sales.p], '-2.422390504869027 0.1355163156160768')
  const advertising = augmentedDickeyFuller(pinkham.advertising, 1, 'constant')
  expectDigitsOfAll([advertising.statistic, advertising.p], '-2.5414479098756644 0.10571245693712572')
})

it('lets a random walk keep its root and takes it from white noise', () => {
  const generator = createGenerator(1, 'walk')
  let level = 0
  const walk = Float64Array.from({ length: 300 }, () => (level += generator.normal()))
  const noise = Float64Array.from({ length: 300 }, () => generator.normal())
  expect(augmentedDickeyFuller(walk, 1, 'constant').p).toBeGreaterThan(0.1)
  expect(augmentedDickeyFuller(noise, 1, 'constant').p).toBeLessThan(1e-6)
})

it('has p of one or zero beyond the published surfaces', () => {
  const explosive = Float64Array.from({ length: 40 }, (_, t) => 1.2 ** t + 0.001 * (t % 3))
  expect(augmentedDickeyFuller(explosive, 0, 'constant').p).toBe(1)
  const bouncing = Float64Array.from({ length: 400 }, (_, t) => (t % 2 === 0 ? 1 : -1) + 0.01 * ((t * 7) % 5))
  expect(augmentedDickeyFuller(bouncing, 0, 'constant').p).toBe(0)
})

it('refuses series that are too short', () => {
  expect(() => augmentedDickeyFuller(Float64Array.of(1, 2, 3, 4), 1, 'constant')).toThrow('needs more than 4 values')
})
