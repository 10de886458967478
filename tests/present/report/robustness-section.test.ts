import { describe, expect, it } from 'vitest'
import { returnsSection } from '../../../src/present/report/result-sections.js'
import { robustnessSection } from '../../../src/present/report/robustness-section.js'
import { madeStudy } from '../../support/made-robustness.js'
import { reportFixture } from '../../support/report-fixture.js'
import { sectionContext, visibleText } from '../../support/section-context.js'

const bare = reportFixture()
const looked = { ...bare, summary: { ...bare.summary, robustness: { ladder: madeStudy() } } }

describe('robustnessSection', () => {
  it('says which answers move, and holds the figures of every rung', () => {
    const text = visibleText(robustnessSection(sectionContext(looked))!.body.markup)
    expect(text).toContain('Of 2 channels one is baseline-dependent: tv.')
    expect(text).toMatch(/tv is baseline-dependent: its ROAS of 3 \(2 to 4\) becomes 4\.5 with a straight-line trend/)
    expect(text).not.toContain('newsletter is robust')
    expect(text).toContain('Every rung of the ladder')
  })

  it('is left out where nobody looked', () => {
    expect(robustnessSection(sectionContext(bare))).toBeNull()
  })
})

describe('the section of returns', () => {
  it('shows the ranges beside the intervals, and how to get what is missing', async () => {
    const text = visibleText((await returnsSection(sectionContext(looked))).body.markup)
    expect(text).toContain('How far the answers move under other models of the same data')
    expect(text).toContain('Not looked at yet: how far these returns move under other forms and priors')
  })

  it('says in one line how to get them where nobody looked', async () => {
    const text = visibleText((await returnsSection(sectionContext(bare))).body.markup)
    expect(text).not.toContain('under other models of the same data')
    expect(text).toContain('--ladder) and forms and priors (mixwright validate <this fit’s folder> --forms).')
  })
})
