import { describe, expect, it } from 'vitest'
import { changedKeys } from '../../../src/app/folder/changed-keys.js'

describe('changedKeys(before, after)', () => {
  it('names the innermost keys that differ', () => {
    const before = { fit: { draws: 400, starts: 8 }, kpi: { margin: null } }
    expect(changedKeys(before, { fit: { draws: 100, starts: 8 }, kpi: { margin: 0.4 } })).toEqual([
      'fit.draws',
      'kpi.margin',
    ])
  })

  it('compares named entries of a list by name, whatever their order', () => {
    const tv = { name: 'tv', spend: 'tv' }
    const radio = { name: 'radio', spend: 'radio' }
    expect(changedKeys({ channels: [tv, radio] }, { channels: [radio, tv] })).toEqual([])
    expect(changedKeys({ channels: [tv] }, { channels: [{ ...tv, spend: 'tv_2' }] })).toEqual(['channels.tv.spend'])
  })

  it('names keys that came or went', () => {
    expect(changedKeys({ a: 1 }, { b: { c: [1, 2] } })).toEqual(['a', 'b.c'])
  })
})
