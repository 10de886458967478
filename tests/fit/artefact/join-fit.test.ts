import { describe, expect, it } from 'vitest'
import { smallFit, smallModel, smallSpec } from '../../support/small-market.js'
import { joinFit } from '../../../src/fit/artefact/join-fit.js'

const fit = await smallFit()

function fingerprint(specText: string): { spec: string; data: string; seed: number } {
  const result = { draws: fit.draws, diagnostics: fit.diagnostics }
  return joinFit({ model: smallModel(specText), result }).fingerprint
}

describe('joinFit(options)', () => {
  it('has a fingerprint of spec, data, seed and version', () => {
    expect(fit.fingerprint).toEqual({
      spec: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      data: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      seed: 1,
      version: '0.1.0',
    })
  })

  it('keeps the fingerprint of the spec for another path, other words for the same, or another seed', () => {
    const moved = smallSpec.replace('file: shop.csv', 'file: ../else/shop.csv')
    const stated = smallSpec.replace('medium: television', 'medium: television, adstock: geometric')
    const seeded = smallSpec.replace('draws: 20', 'seed: 7, draws: 20')
    for (const text of [moved, stated, seeded]) expect(fingerprint(text).spec).toBe(fit.fingerprint.spec)
    expect(fingerprint(seeded).seed).toBe(7)
  })

  it('changes it with any setting that matters, and the data fingerprint only with the used columns', () => {
    const slower = smallSpec.replace('medium: television', 'medium: radio')
    expect(fingerprint(slower).spec).not.toBe(fit.fingerprint.spec)
    expect(fingerprint(slower).data).toBe(fit.fingerprint.data)
    const fewer = smallSpec.replace(/controls:\n.*\n/, '')
    expect(fingerprint(fewer).data).not.toBe(fit.fingerprint.data)
  })

  it('keeps warnings and notes of the data, and no errors', () => {
    const finding = { id: 'outlier:tv', message: 'm', column: 'tv', row: 3, decide: null }
    const findings = (['error', 'warning', 'note'] as const).map((severity) => ({ ...finding, severity }))
    const joined = joinFit({
      model: smallModel(),
      result: { draws: fit.draws, diagnostics: fit.diagnostics },
      findings,
    })
    expect(joined.findings.map(({ severity }) => severity)).toEqual(['warning', 'note'])
  })
})
