import { describe, expect, it } from 'vitest'
import type { ComparedFit } from '../../../src/decision/analysis/compare-fits.js'
import type { Estimate, Summary } from '../../../src/decision/results.js'
import { changedKeys, compareFits } from '../../../src/decision/analysis/compare-fits.js'
import { buildSummary } from '../../../src/decision/summary/build-summary.js'
import { analyseFit } from '../../../src/decision/summary/fit-analysis.js'
import { smallFit } from '../support/small-fit.js'

const fit = smallFit({ draws: 10 })
const before: ComparedFit = { summary: buildSummary(analyseFit(fit)), spec: fit.spec }

function changed(summary: Partial<Summary>): ComparedFit {
  return { ...before, summary: { ...before.summary, ...summary } }
}

/** The summary with one channel's ROAS moved by `sds` standard deviations. */
function withRoas(name: string, sds: number): Partial<Summary> {
  const channels = before.summary.channels.map((channel) => {
    if (channel.name !== name || channel.roas === null) return channel
    const roas: Estimate = { ...channel.roas, mean: channel.roas.mean + sds * channel.roas.sd }
    return { ...channel, roas }
  })
  return { channels }
}

describe('compareFits', () => {
  it('finds nothing between a fit and itself', () => {
    const { causes, keys, channels, sentences } = compareFits(before, before)
    expect([causes, keys]).toEqual([[], []])
    expect(channels.map(({ status, roas }) => [status, roas.change, roas.outside])).toEqual([
      ['both', 0, false],
      ['both', 0, false],
      ['both', null, null],
    ])
    expect(sentences).toEqual([
      'The two fits have the same fingerprint.',
      'Every channel stayed within the range in which the earlier fit held it in 9 of 10 cases.',
    ])
  })

  it('names what differs: data, spec with its keys, method, seed, version, window', () => {
    const after = {
      ...changed({
        fingerprint: { spec: 'other', data: 'new', seed: 2, version: '9' },
        method: 'ols',
        window: { ...before.summary.window, to: '2030-01-07' },
      }),
      spec: { ...fit.spec, currency: 'USD', channels: fit.spec.channels.filter(({ name }) => name !== 'tv') },
    }
    const { causes, keys, sentences } = compareFits(before, after)
    expect(causes).toEqual(['data', 'spec', 'method', 'seed', 'version', 'window'])
    expect(keys).toContainEqual({ key: 'currency', before: '"EUR"', after: '"USD"' })
    expect(keys.map(({ key }) => key)).toContain('channels.tv')
    expect(sentences[0]).toBe(
      'The fits differ in the data, the model file, the method, the seed, the version of mixwright and the window.',
    )
  })

  it('measures a channel that moved against its interval', () => {
    const { channels, sentences } = compareFits(before, changed(withRoas('tv', 4)))
    expect(channels[0].roas.outside).toBe(true)
    expect(channels[0].roas.size).toBeCloseTo(4 / Math.SQRT2, 9)
    expect(sentences).toContain(
      'The ROAS of tv rose above the range in which the earlier fit held it in 9 of 10 cases.',
    )
    expect(compareFits(before, changed(withRoas('search', -4))).sentences).toContain(
      'The ROAS of search fell below the range in which the earlier fit held it in 9 of 10 cases.',
    )
  })

  it('lists channels that are new or gone', () => {
    const without = changed({ channels: before.summary.channels.slice(1) })
    const gone = compareFits(before, without)
    expect(gone.channels.map(({ name, status }) => [name, status])).toEqual([
      ['search', 'both'],
      ['newsletter', 'both'],
      ['tv', 'removed'],
    ])
    expect(gone.sentences).toContain('Gone: tv.')
    expect(compareFits(without, before).sentences).toContain('New: tv.')
  })
})

describe('changedKeys', () => {
  it('gives paths with both values, lists of named entries by name', () => {
    const a = { x: 1, list: [{ name: 'tv', k: [1, 2] }], same: { deep: null } }
    const b = {
      x: 2,
      list: [
        { name: 'radio', k: [1] },
        { name: 'tv', k: [1, 3] },
      ],
      same: { deep: null },
    }
    expect(changedKeys(a, b)).toEqual([
      { key: 'x', before: '1', after: '2' },
      { key: 'list.tv.k', before: '[1,2]', after: '[1,3]' },
      { key: 'list.radio', before: null, after: '{"name":"radio","k":[1]}' },
    ])
  })
})
