import { describe, expect, it } from 'vitest'
import { describeChannel } from '../../../src/model/spec/describe-channel.js'
import { specOf, withLine, withTv } from '../../support/spec-text.js'

function rowsOf(more: string, line = ''): string[] {
  const spec = specOf(withTv(more) + line)
  return describeChannel(spec.channels[0], spec).map(({ what, value, source }) => `${what} | ${value} | ${source}`)
}

describe('describeChannel', () => {
  it('prints every assumption on a channel in words', () => {
    expect(rowsOf('medium: TV')).toEqual([
      'tv: medium | TV (television) | the spec',
      'tv: carry-over | geometric, not cut off | default',
      'tv: half-life | median 3 weeks (0.8 to 11) | default for television: 21 days',
      'tv: saturation | hill | default',
      'tv: half-saturation | median 1 (0.32 to 3.2) times the mean active level | default study, docs/evidence.md',
      'tv: slope | median 1 (0.66 to 1.5) | default study, docs/evidence.md',
      'tv: order | carry-over, then saturation | default',
      'tv: sign | can only help | default',
      'tv: before the first period | earlier rows; without them the mean of the first 13 periods if active in most of them, else none | default',
      'tv: scale | divided by the mean active level | default',
      'tv: share of the KPI | its part of all paid media, by spend | default study, docs/evidence.md',
    ])
  })

  it('prints what the spec says in place of defaults', () => {
    const rows = rowsOf(
      'adstock: { kind: delayed, length: 8 }, saturation: { slope: 1 }, sign: free, prior: { roas: 2 }, role: demand-capture',
    )
    expect(rows).toContain('tv: role | demand-capture: its return is an upper bound | the spec')
    expect(rows).toContain('tv: carry-over | delayed, over 8 weeks | the spec')
    expect(rows).toContain(
      'tv: half-life from the peak | median 1.3 weeks (0.34 to 4.8) | default for unknown media: 9 days',
    )
    expect(rows).toContain('tv: slope | fixed at 1 | the spec')
    expect(rows).toContain('tv: sign | may help or hurt | the spec')
    expect(rows).toContain('tv: ROAS | fixed at 2 | the spec')
  })

  it('says nothing of priors on effects under ols', () => {
    expect(rowsOf('sign: free', 'fit: { method: ols }\n').some((row) => row.includes('share'))).toBe(false)
  })

  it('prints the share prior of organic channels and of channels of free sign', () => {
    const spec = specOf(withLine('organic: { pr: mentions }'))
    const last = describeChannel(spec.channels[2], spec).at(-1)
    expect(last?.value).toBe('median 2 % (0.39 to 10)')
    expect(rowsOf('sign: free').at(-1)).toContain('Normal(0, 0.3) of the KPI, times its part of spend')
  })
})
