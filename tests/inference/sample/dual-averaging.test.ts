import { describe, expect, it } from 'vitest'
import { adaptStep, startDualAveraging } from '../../../src/inference/sample/dual-averaging.js'

describe('adaptStep', () => {
  it('equals golden value B3 of the reference: first step 0.5, acceptances 0.9 0.5 1 0.2 0.8', () => {
    const { parameters, state } = startDualAveraging(0.8, 0.5)
    let current = state
    const errors: number[] = []
    const steps: number[] = []
    const averaged: number[] = []
    for (const acceptance of [0.9, 0.5, 1, 0.2, 0.8]) {
      current = adaptStep(parameters, current, acceptance)
      errors.push(current.errorMean)
      steps.push(Math.exp(current.logStep))
      averaged.push(Math.exp(current.logAveragedStep))
    }
    const golden = {
      errors: [-0.009090909091, 0.01666666667, 0, 0.04285714286, 0.04],
      steps: [5.99698051, 3.120625279, 5, 0.9004615607, 0.8357577592],
      averaged: [5.99698051, 4.066763814, 4.452549944, 2.530416255, 1.816795537],
    }
    errors.forEach((value, i) => expect(value).toBeCloseTo(golden.errors[i], 10))
    steps.forEach((value, i) => expect(value).toBeCloseTo(golden.steps[i], 7))
    averaged.forEach((value, i) => expect(value).toBeCloseTo(golden.averaged[i], 7))
  })
})
