import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../src/data/table/fingerprint.js'
import { canonicalSpec } from '../../../src/model/spec/fingerprint-spec.js'
import { base, edit, specOf, withLine, withTv } from '../../support/spec-text.js'

const canonical = (text: string) => canonicalJson(canonicalSpec(specOf(text)))

describe('canonicalSpec(spec)', () => {
  it('is the same for another path, another seed, and defaults written out', () => {
    expect(canonical(edit('shop.csv', '/data/shop.csv'))).toBe(canonical(base))
    expect(canonical(withLine('fit: { seed: 9, method: bayes }'))).toBe(canonical(base))
    expect(canonical(withTv('adstock: geometric, order: adstock-first'))).toBe(canonical(base))
  })

  it('is the same for another form of the data', () => {
    const place = 'file: shop.csv, date: week, period: week'
    const forms = [
      'file: shop.xlsx, sheet: Data, date: week, period: week',
      'file: long.parquet, layout: long, date: week, variable: name, value: amount, period: week',
    ]
    for (const form of forms) expect(canonical(edit(place, form))).toBe(canonical(base))
  })

  it('differs where rows are added up', () => {
    const added = (rule: string): string =>
      canonical(edit('period: week', `period: week, aggregate: { tv_spend: ${rule} }`))
    expect(added('sum')).not.toBe(canonical(base))
    expect(added('mean')).not.toBe(added('sum'))
  })

  it('differs where the model differs', () => {
    expect(canonical(withTv('sign: free'))).not.toBe(canonical(base))
    expect(canonical(withLine('fit: { draws: 100 }'))).not.toBe(canonical(base))
  })
})
