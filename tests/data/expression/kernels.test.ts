import { expect, test } from 'vitest'
import { binaryKernels, unaryKernels } from '../../../src/data/expression/kernels.js'

const unary = (operator: keyof typeof unaryKernels, ...x: number[]) => {
  const out = new Float64Array(x.length)
  unaryKernels[operator](Float64Array.from(x), out)
  return [...out]
}
const binary = (operator: keyof typeof binaryKernels, a: number, b: number) => {
  const out = new Float64Array(1)
  binaryKernels[operator](Float64Array.of(a), Float64Array.of(b), out)
  return out[0]
}

test('every unary kernel keeps NaN and may write over its input', () => {
  for (const operator of Object.keys(unaryKernels) as (keyof typeof unaryKernels)[]) {
    const x = Float64Array.of(4, NaN)
    const expected = unary(operator, 4, NaN)
    unaryKernels[operator](x, x)
    expect([...x]).toEqual(expected)
    expect(x[1]).toBe(NaN)
  }
})

test('every binary kernel gives NaN where either side is unknown', () => {
  for (const operator of Object.keys(binaryKernels) as (keyof typeof binaryKernels)[]) {
    expect([operator, binary(operator, NaN, 0), binary(operator, 0, NaN)]).toEqual([operator, NaN, NaN])
  }
})

test('sin and cos are of radians', () => {
  expect(unary('sin', 0, 1, 10)).toEqual([0, 0.8414709848078965, -0.5440211108893698])
  expect(unary('cos', 0, 1, 10)).toEqual([1, 0.5403023058681398, -0.8390715290764524])
})

test('log10 is exact for powers of ten', () => {
  const powers = Array.from({ length: 45 }, (_, i) => i - 22)
  expect(unary('log10', ...powers.map((power) => Number(`1e${power}`)))).toEqual(powers)
  expect(unary('log10', 2)[0]).toBeCloseTo(0.3010299956639812, 15)
  expect(unary('log10', 0, -1)).toEqual([-Infinity, NaN])
})

test('round takes halves up, and a square is the exact product', () => {
  expect(unary('round', 0.5, 1.5, -1.5, 2.4)).toEqual([1, 2, -1, 2])
  expect(binary('power', 1.1, 2)).toBe(1.1 * 1.1)
  expect(binary('power', 2, 10)).toBe(1024)
  expect(binary('power', -8, 1 / 3)).toBe(NaN)
})
