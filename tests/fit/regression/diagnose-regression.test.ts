import { describe, expect, it } from 'vitest'
import { diagnoseRegression, type DiagnosisInput } from '../../../src/fit/regression/diagnose-regression.js'
import type { MoveOutput } from '../../../src/fit/regression/moves.js'
import type { StartResult } from '../../../src/fit/regression/starts.js'
import { Density } from '../../../src/model/density/density.js'
import { smallModel } from '../../support/small-model.js'

const x = Array.from({ length: 40 }, (_, t) => (t % 5) + 1)
const columns = { x, y: x.map((media, t) => 100 + media + (t % 3)) }
const density = new Density(
  smallModel('kpi: { column: y, kind: revenue }\nchannels: { tv: { spend: x } }\n', { columns }),
)
const n = density.dimension
const width = density.model.layout.names.length

const start = (logDensity: number, status: StartResult['status'] = 'converged'): StartResult => ({
  theta: new Float64Array(n),
  logDensity,
  status,
  gradients: 10,
})

/** 200 replicates that vary by one, and moved `drift` in the second half. */
function moves(drift: number, acceptance = 0.8): MoveOutput {
  const halfway = Float64Array.from({ length: 200 * n }, (_, i) => (Math.floor(i / n) % 2 === 0 ? 1 : -1))
  return {
    draws: new Float64Array(200 * width),
    halfway,
    points: halfway.map((u) => u + drift),
    acceptance,
    gradients: 1,
  }
}

function diagnose(changes: Partial<DiagnosisInput>): ReturnType<typeof diagnoseRegression> {
  return diagnoseRegression({
    ranked: [start(10), start(10), start(10)],
    replicates: [{ points: new Float64Array(0), unconverged: 0, gradients: 1 }],
    moved: [moves(0)],
    flat: [],
    density,
    ...changes,
  })
}

describe('diagnoseRegression', () => {
  it('passes where every start agrees, replicates converged and moves have settled', () => {
    expect(diagnose({})).toMatchObject({ passed: true, advice: [], draws: 200, unconverged: 0 })
  })

  it('says which draws still drifted', () => {
    const { passed, advice } = diagnose({ moved: [moves(1.2)] })
    expect(passed).toBe(false)
    expect(advice[0]).toMatch(
      /^Draws of tv\.halfLife, tv\.halfSaturation, tv\.slope still drifted when the moves ended/,
    )
  })

  it('fails where replicates could hardly be moved, or did not converge', () => {
    expect(diagnose({ moved: [moves(0, 0.1)] }).advice[0]).toMatch(
      /^Replicates could hardly be moved \(acceptance 0\.10\)/,
    )
    const replicates = [{ points: new Float64Array(0), unconverged: 30, gradients: 1 }]
    expect(diagnose({ replicates }).advice[0]).toBe('30 of 200 replicates did not converge: intervals may be off.')
  })

  it('fails where the best start ran out of steps', () => {
    expect(diagnose({ ranked: [start(10, 'max-steps'), start(9)] }).passed).toBe(false)
  })

  it('reports rival optima and an optimum found once as advice, without failing', () => {
    const { passed, advice } = diagnose({ ranked: [start(10), start(9), start(3)] })
    expect(passed).toBe(true)
    expect(advice).toEqual([
      'Only one of 3 starts found the best optimum: raise `fit.starts` and see whether results move.',
      '1 of 3 starts ended at another optimum that fits nearly as well: the data allow more than one explanation.',
    ])
  })
})
