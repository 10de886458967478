import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

interface Reference {
  readonly mean: number
  readonly sd: number
  readonly mcse_mean: number
  readonly q50: number
  readonly mcse_q50: number
}

interface Ours {
  readonly mean: number
  readonly sd: number
  readonly mcse: number
  readonly q05: number
  readonly q50: number
  readonly q95: number
}

const golden = JSON.parse(readFileSync(new URL('../golden/reference-posterior.json', import.meta.url), 'utf8')) as {
  readonly parameters: Readonly<Record<string, Reference>>
}

describe('the posterior of the stated model', () => {
  const bench = fileURLToPath(new URL('../../bench/reference-posterior.mjs', import.meta.url))
  const ours = JSON.parse(execFileSync(process.execPath, [bench], { encoding: 'utf8' })) as Readonly<
    Record<string, Ours>
  >

  it('has every parameter and total of the reference', () => {
    expect(Object.keys(ours).toSorted()).toEqual(Object.keys(golden.parameters).toSorted())
  })

  it.each(Object.entries(golden.parameters))('agrees with another engine on %s', (name, reference) => {
    const found = ours[name]
    expect(found.mcse / found.sd).toBeLessThan(0.02)
    // beta[x2] has a heavy right tail that moves its mean and sd; its quantiles are exact enough.
    const slack = name === 'beta[x2]' ? 0.02 * reference.mean : 0
    const error = Math.hypot(found.mcse, reference.mcse_mean)
    expect(Math.abs(found.mean - reference.mean)).toBeLessThan(4 * error + slack)
    expect(Math.abs(found.q50 - reference.q50)).toBeLessThan(4 * Math.hypot(1.3 * found.mcse, reference.mcse_q50))
    if (name !== 'beta[x2]') expect(Math.abs(found.sd / reference.sd - 1)).toBeLessThan(0.06)
  })
})
