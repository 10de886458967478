import { describe, expect, it } from 'vitest'
import { inlineExecutor } from '../../../src/execute/executor.js'
import { decodeFit, encodeFit } from '../../../src/fit/artefact/fit-files.js'
import { joinFit } from '../../../src/fit/artefact/join-fit.js'
import { chainPlan, fitBayes } from '../../../src/fit/bayes/fit-bayes.js'
import { bayesTasks } from '../../../src/fit/bayes/tasks.js'
import { matchCoordinates, warmChain, warmStartOf, type WarmStart } from '../../../src/fit/bayes/warm-start.js'
import type { SamplerState } from '../../../src/fit/bayes/sampler-state.js'
import type { Fit } from '../../../src/fit/fit.js'
import { Density } from '../../../src/model/density/density.js'
import type { Model } from '../../../src/model/design/model.js'
import { linearGaussianColumns } from '../../support/linear-gaussian.js'
import { smallModel } from '../../support/small-model.js'

const executor = inlineExecutor(bayesTasks)
const one = 'kpi: { column: y, kind: revenue }\nchannels: { tv: { spend: x } }\n'
const two = one.replace('{ tv: { spend: x } }', '{ tv: { spend: x }, radio: { spend: w } }')

function modelOf(yaml: string, rows = 40, fit = 'draws: 60, warmup: 120, chains: 2'): Model {
  const { x, y } = linearGaussianColumns
  const w = x.map((_, t) => 1 + ((t * 7) % 5))
  const columns = { x: x.slice(0, rows), y: y.slice(0, rows), w: w.slice(0, rows) }
  return smallModel(`${yaml}fit: { method: bayes, ${fit} }\n`, { columns })
}

async function fitOf(model: Model, warmStart?: WarmStart): Promise<Fit> {
  return joinFit({ model, result: await fitBayes(model, { executor, ...(warmStart ? { warmStart } : {}) }) })
}

const early = await fitOf(modelOf(one, 36))
const state = early.diagnostics.sampler?.state as SamplerState
const warm: WarmStart = { ...warmStartOf(early), passed: true }
const unstated = 'draws: 60, chains: 2'

describe('a warm start', () => {
  it('begins where the earlier chains ended, by the metric that they learned, though the data grew', () => {
    const density = new Density(modelOf(one))
    for (const chain of [0, 1, 2]) {
      const begin = warmChain(density, warm, { seed: 1, chain })
      expect(Array.from(begin.start)).toEqual(state.points[chain % 2])
      expect(begin.adapt).toBe('step-size')
      expect(warmChain(density, { ...warm, passed: false }, { seed: 1, chain }).adapt).toBeUndefined()
      begin.covariance?.forEach((_, i, all) => {
        const n = density.dimension
        if (i % (n + 1) === 0) expect(Math.abs(all[i] / state.variances[i / (n + 1)] - 1)).toBeLessThan(1e-12)
      })
    }
  })

  it('needs a shorter warm-up where it knows every parameter, unless one is stated', () => {
    expect(chainPlan(modelOf(one, 40, unstated), warm).warmup).toBe(200)
    expect(chainPlan(modelOf(one, 40, unstated), { ...warm, passed: false }).warmup).toBe(1000)
    expect(chainPlan(modelOf(one), warm).warmup).toBe(120)
    expect(chainPlan(modelOf(two, 40, unstated), warm).warmup).toBe(1000)
    expect(chainPlan(modelOf(one, 40, unstated)).warmup).toBe(1000)
  })

  it('is named in the fingerprint, and gives the same draws again', async () => {
    const fit = await fitOf(modelOf(one), warm)
    expect(fit.fingerprint.warmStart).toBe(warm.hash)
    expect(warm.hash).toMatch(/^[0-9a-f]{64}$/)
    expect('warmStart' in early.fingerprint).toBe(false)
    expect((await fitOf(modelOf(one), warm)).draws.values).toEqual(fit.draws.values)
    expect((await fitOf(modelOf(one))).draws.values).not.toEqual(fit.draws.values)
    expect(warmStartOf(fit).hash).not.toBe(warm.hash)
  })

  it('is the same from a fit that was written and read back', async () => {
    const read = await decodeFit(encodeFit(early), 'fits/small')
    expect(warmStartOf(read)).toEqual(warmStartOf(early))
  })

  it('starts a channel that came as usual, and forgets one that went', async () => {
    const wider = new Density(modelOf(two))
    const names = wider.parameterNames()
    const begin = warmChain(wider, warm, { seed: 1, chain: 0 })
    expect(begin.adapt).toBeUndefined()
    names.forEach((name, i) => {
      const place = state.coordinates.indexOf(name)
      if (place >= 0) expect(begin.start[i]).toBe(state.points[0][place])
      else expect(name).toMatch(/^radio\./)
    })
    expect(Number.isFinite(wider.visit(begin.start))).toBe(true)
    const match = matchCoordinates(modelOf(two), warmStartOf(early))
    expect(match.unknown.every((name) => name.startsWith('radio.'))).toBe(true)
    expect(match.known).toHaveLength(state.coordinates.length)
    const both = await fitOf(modelOf(two), warmStartOf(early))
    expect(both.draws.values.every(Number.isFinite)).toBe(true)
    const onlyTv = new Density(modelOf(one))
    const narrower = warmChain(onlyTv, { ...warmStartOf(both), passed: true }, { seed: 1, chain: 1 })
    expect(narrower.adapt).toBe('step-size')
  })

  it('starts as usual where the earlier point makes no sense in the new model', () => {
    const density = new Density(modelOf(one))
    const lost = { ...state, points: [state.coordinates.map(() => 1e6)] }
    const begin = warmChain(density, { ...warm, state: lost }, { seed: 1, chain: 0 })
    expect(Number.isFinite(density.visit(begin.start))).toBe(true)
    expect(Array.from(begin.start)).not.toEqual(lost.points[0])
  })

  it('takes variances alone where the earlier fit learned no more', () => {
    const begin = warmChain(
      new Density(modelOf(one)),
      { ...warm, state: { ...state, covariance: null } },
      { seed: 1, chain: 0 },
    )
    expect(begin.covariance).toBeUndefined()
    expect(Array.from(begin.metric as Float64Array)).toEqual(state.variances)
  })
})

describe('warmStartOf(fit, where)', () => {
  const withState = (change: Partial<SamplerState> | undefined): Fit => {
    const { sampler } = early.diagnostics
    const { state: kept, ...rest } = sampler as NonNullable<typeof sampler>
    const changed = change === undefined ? {} : { state: { ...(kept as SamplerState), ...change } }
    return { ...early, diagnostics: { ...early.diagnostics, sampler: { ...rest, ...changed } } }
  }
  const n = state.coordinates.length

  it.each([
    [{ ...early, method: 'regression' as const }, 'it was fitted by regression, and only bayes has chains.'],
    [withState(undefined), 'where its chains ended was not kept'],
    [withState({ points: [[1]] }), 'the state of its chains is incomplete; fit it again.'],
    [withState({ covariance: [1] }), 'the state of its chains is incomplete; fit it again.'],
    [withState({ points: [new Array<number>(n).fill(NaN)] }), 'a chain of it ended nowhere; fit it again.'],
    [withState({ variances: new Array<number>(n).fill(0) }), 'its chains had learned no metric; fit it again.'],
  ])('refuses a fit that lends nothing, in one sentence (%#)', (fit, reason) => {
    expect(() => warmStartOf(fit, 'fits/small')).toThrow(`A fit can't start from fits/small: `)
    expect(() => warmStartOf(fit, 'fits/small')).toThrow(reason)
  })

  it('refuses a fit that shares no parameter with the model', () => {
    const other = warmStartOf(withState({ coordinates: state.coordinates.map((_, i) => `other ${i}`) }))
    expect(() => matchCoordinates(modelOf(one), other)).toThrow('of which it has no parameter')
  })
})
