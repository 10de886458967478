import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../src/data/table/fingerprint.js'
import { canonicalSpec } from '../../../src/model/spec/fingerprint-spec.js'
import { base, edit, specOf, withLine, withTv } from '../../support/spec-text.js'

const canonical = (text: string) => canonicalJson(canonicalSpec(specOf(text)))

describe('canonicalSpec(spec)', () => {
  it('is the same for another path, another seed, and defaults written out', () => {
    expect(canonical(edit('shop.csv', '/data/shop.csv'))).toBe(canonical(base))
    expect(canonical(withLine('fit: { seed: 9, method: regression }'))).toBe(canonical(base))
    expect(canonical(withTv('adstock: geometric, order: adstock-first'))).toBe(canonical(base))
  })

  it('differs where the model differs', () => {
    expect(canonical(withTv('sign: free'))).not.toBe(canonical(base))
    expect(canonical(withLine('fit: { draws: 100 }'))).not.toBe(canonical(base))
  })
})
