import { expect, it } from 'vitest'
import { countEvaluations } from '../../../src/inference/sample/counted-density.js'
import { banana } from './targets.js'

it('counts the calls of a density and changes nothing else', () => {
  const counted = countEvaluations(banana)
  const [theirs, ours] = [new Float64Array(2), new Float64Array(2)]
  const point = Float64Array.of(0.5, -1)
  expect(counted.valueAndGradient(point, ours)).toBe(banana.valueAndGradient(point, theirs))
  expect(ours).toEqual(theirs)
  expect(counted.dimension).toBe(2)
  counted.valueAndGradient(point, ours)
  expect(counted.evaluations).toBe(2)
})
