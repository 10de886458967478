import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readableJson } from '../../../src/app/export/readable-json.js'

describe('readableJson(value)', () => {
  it('indents, but keeps a list of numbers on one line', () => {
    expect(readableJson({ sales: [1, -2.5e-7, null], names: ['a'], flags: [true, false], none: [] })).toBe(
      '{\n  "sales": [1, -2.5e-7, null],\n  "names": [\n    "a"\n  ],\n  "flags": [true, false],\n  "none": []\n}\n',
    )
  })

  it('says the same as plain JSON, texts that look like lists included', () => {
    const value = { text: '[\n  1,\n  2\n]', lists: [[1, 2], [3]] }
    expect(JSON.parse(readableJson(value))).toEqual(value)
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(JSON.parse(readableJson(json))).toEqual(JSON.parse(JSON.stringify(json)))
      }),
      { seed: 1 },
    )
  })
})
