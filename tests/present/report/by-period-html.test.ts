import { expect, it } from 'vitest'
import { contributionsByPeriodHtml, returnsByPeriodHtml } from '../../../src/present/report/by-period-html.js'
import { contributionsSection, returnsSection } from '../../../src/present/report/result-sections.js'
import { byPeriodFixture } from '../../support/readout-fixture.js'
import { reportFixture } from '../../support/report-fixture.js'
import { sectionContext, visibleText } from '../../support/section-context.js'

const plain = reportFixture({ channels: ['tv'], periods: 60 })
const data = { ...plain, byYear: byPeriodFixture('year'), byQuarter: byPeriodFixture('quarter') }

it('contributions and returns show years, and quarters behind a click', async () => {
  for (const [section, title] of [
    [contributionsSection, 'Contributions by'],
    [returnsSection, 'ROI (profit, after margin) by'],
  ] as const) {
    const { markup } = (await section(sectionContext(data))).body
    const text = visibleText(markup)
    expect(text).toContain(`${title} year, 2023-01-02 to 2024-02-19`)
    expect(text).toContain('2024 (8 weeks)')
    expect(markup.indexOf('<summary>By quarter</summary>')).toBeGreaterThan(markup.indexOf(`${title} year`))
    expect(text).toContain(`${title} quarter, 2023-01-02 to 2023-12-25`)
  }
})

it('nothing is added to results without figures by period, and no quarters to yearly data', () => {
  expect(contributionsByPeriodHtml(plain)).toBeNull()
  expect(returnsByPeriodHtml(plain)).toBeNull()
  expect(contributionsByPeriodHtml({ ...data, byQuarter: null })?.markup).not.toContain('By quarter')
})

it('years far back are counted, not shown', () => {
  const { byYear } = data
  const spans = Array.from({ length: 15 }, (_, i) => ({ ...byYear.spans[0], label: String(1990 + i) }))
  const fifteen = <T>(list: readonly T[]): T[] => spans.map(() => list[0])
  const long = {
    ...byYear,
    spans,
    fitted: fifteen(byYear.fitted),
    media: fifteen(byYear.media),
    parts: byYear.parts.map((part) => ({ ...part, contribution: fifteen(part.contribution) })),
    channels: byYear.channels.map((channel) => ({ ...channel, returns: fifteen(channel.returns) })),
    groups: [],
  }
  const text = visibleText(contributionsByPeriodHtml({ ...plain, byYear: long })!.markup)
  expect(text).toContain('3 earlier years not shown here.')
  expect(text).not.toContain('1992')
  expect(text).toContain('1993')
})

it('returns are left out where no channel has spend', () => {
  const organic = plain.summary.channels.map((channel) => ({ ...channel, kind: 'organic' as const }))
  expect(returnsByPeriodHtml({ ...data, summary: { ...plain.summary, channels: organic } })).toBeNull()
})
