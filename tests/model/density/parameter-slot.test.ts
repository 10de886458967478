import { expect, it } from 'vitest'
import {
  halfLifeMap,
  rateMap,
  scaledMap,
  SlotAllocator,
  slotNative,
  slotNativeDerivative,
  slotValue,
} from '../../../src/model/density/parameter-slot.js'

it('halfLifeMap turns a half-life of one period into a retention of one half', () => {
  expect(halfLifeMap.toNative(1)).toBeCloseTo(0.5, 14)
  expect(halfLifeMap.toNative(1.94336)).toBeCloseTo(0.7, 5)
  expect(halfLifeMap.derivative(2)).toBeCloseTo(
    (halfLifeMap.toNative(2.0001) - halfLifeMap.toNative(1.9999)) / 0.0002,
    7,
  )
})

it('scaledMap puts a relative half-saturation on the level of the media', () => {
  expect([scaledMap(3).toNative(0.5), scaledMap(3).derivative(0.5)]).toEqual([1.5, 3])
})

it('rateMap gives the rate at which a logistic curve is half way up', () => {
  const rate = rateMap('logistic', 2).toNative(0.5)
  expect(rate).toBeCloseTo(Math.log(3), 12)
  const numeric = (rateMap('logistic', 2).toNative(0.50001) - rateMap('logistic', 2).toNative(0.49999)) / 0.00002
  expect(rateMap('logistic', 2).derivative(0.5)).toBeCloseTo(numeric, 6)
})

it('SlotAllocator gives places to free parameters only', () => {
  const allocator = new SlotAllocator()
  const fixed = allocator.add('a', { fixed: 2 }, { low: 0, high: Infinity }, scaledMap(3))
  const free = allocator.add(
    'b',
    { prior: { distribution: 'log-normal', mu: 0, sigma: 1 } },
    { low: 0, high: Infinity },
    scaledMap(3),
  )
  const theta = Float64Array.of(Math.log(4))
  expect([fixed.index, free.index, allocator.slots.length]).toEqual([-1, 0, 1])
  expect([slotValue(fixed, theta), slotNative(fixed, theta), slotNativeDerivative(fixed, theta)]).toEqual([2, 6, 0])
  expect(slotNative(free, theta)).toBeCloseTo(12, 12)
  expect(slotNativeDerivative(free, theta)).toBeCloseTo(12, 12)
})
