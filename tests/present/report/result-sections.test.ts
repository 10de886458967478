import { describe, expect, it } from 'vitest'
import {
  adstockSection,
  contributionsSection,
  curvesSection,
  fitSection,
  returnsSection,
  tradeOffSection,
  waterfallSection,
} from '../../../src/present/report/result-sections.js'
import { reportFixture } from '../../support/report-fixture.js'
import { sectionContext, visibleText } from '../../support/section-context.js'

const data = reportFixture({ channels: ['tv', 'radio'], periods: 20 })

describe.each([
  ['fit', fitSection, ['actual-fitted']],
  ['contributions', contributionsSection, ['contributions']],
  ['waterfall', waterfallSection, ['waterfall']],
  ['returns', returnsSection, ['returns']],
  ['curves', curvesSection, ['response-curves']],
  ['trade-off', tradeOffSection, ['trade-off-budget', 'trade-off-1-tv', 'trade-off-2-radio']],
  ['adstock', adstockSection, ['adstock']],
] as const)('the section %s', (id, section, figures) => {
  it('has its charts, and a sentence on how to read them', async () => {
    const { id: found, body } = await section(sectionContext(data))
    expect(found).toBe(id)
    expect([...body.markup.matchAll(/<figure\s+id="chart-([^"]*)"/g)].map(([, name]) => name)).toEqual(figures)
    expect(body.markup).toMatch(/<p class="how">\s*\w/)
  })
})

it('tradeOffSection has the sentence of each channel above its chart, and the plans', async () => {
  const text = visibleText((await tradeOffSection(sectionContext(data))).body.markup)
  expect(text).toContain(data.tradeOff.planSentence.replaceAll(' ', ' '))
  expect(text.replaceAll('\u00a0', ' ')).toMatch(
    /tv: outcome, profit and ROI against spend Raising tv from 1.2 M to 1.7 M EUR a year/,
  )
  expect(text).toContain('Best split of today’s budget')
})

it('tradeOffSection without a margin promises no profit', async () => {
  const { heading, body } = await tradeOffSection(
    sectionContext(reportFixture({ channels: ['tv'], periods: 20, margin: null })),
  )
  expect(heading).toBe('More or less spend')
  expect(visibleText(body.markup)).toContain('Without a margin nothing says which of them pays best.')
})

it('sections say so where there is nothing to draw', async () => {
  const none = { ...data, curves: [], adstock: [], summary: { ...data.summary, channels: [] } }
  expect(visibleText((await curvesSection(sectionContext(none))).body.markup)).toContain(
    'No channel has spend in this window.',
  )
  expect(visibleText((await adstockSection(sectionContext(none))).body.markup)).toContain('The model has no channels.')
  expect((await returnsSection(sectionContext(none))).body.markup).not.toContain('<figure')
})
