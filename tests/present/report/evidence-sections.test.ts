import { describe, expect, it } from 'vitest'
import {
  assumptionsSection,
  auditSection,
  diagnosticsSection,
  fingerprintSection,
  triedSection,
} from '../../../src/present/report/evidence-sections.js'
import { reportFixture } from '../../support/report-fixture.js'
import { sectionContext, visibleText } from '../../support/section-context.js'

const data = reportFixture({ channels: ['tv', 'radio'], periods: 20 })
const text = (section: { body: { markup: string } }): string => visibleText(section.body.markup)

describe('diagnosticsSection', () => {
  it('has the checks, the residuals and the innovations', async () => {
    const { body } = await diagnosticsSection(sectionContext(data))
    expect([...body.markup.matchAll(/<figure\s+id="chart-([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'residuals',
      'innovations',
    ])
    expect(visibleText(body.markup)).toContain('convergence passed yes')
  })
})

describe('auditSection', () => {
  it('lists every finding with its severity, escaped', () => {
    const section = auditSection(
      sectionContext({ ...data, findings: [{ id: 'x', severity: 'warning', message: 'a <b> c' }] }),
    )
    expect(text(section)).toBe('warning a <b> c')
    expect(section.body.markup).toContain('a &lt;b&gt; c')
  })

  it('says so where nothing was found', () => {
    expect(text(auditSection(sectionContext({ ...data, findings: [] })))).toBe(
      'The data check found nothing to mention.',
    )
  })
})

describe('assumptionsSection', () => {
  it('has the resolved settings, the prior beliefs and the definitions', async () => {
    const found = text(await assumptionsSection(sectionContext(data)))
    expect(found).toContain('Trend smooth, flexibility learned default')
    expect(found).toContain('What was believed before the data')
    expect(found).toMatch(/What the words mean Contribution The fitted KPI less/)
  })
})

describe('triedSection', () => {
  it('says how many models were tried and how far each ROAS ranged', () => {
    expect(text(triedSection(sectionContext(data)))).toMatch(/^7 models were fitted to this data\..*tv 1\.9 to 3\.1/)
  })

  it('says one was, and that it is unknown outside a folder of fits', () => {
    expect(text(triedSection(sectionContext({ ...data, tried: { models: 1, roas: [] } })))).toBe(
      '1 model was fitted to this data.',
    )
    expect(text(triedSection(sectionContext({ ...data, tried: null })))).toBe(
      'Not known: this report was not made in a folder of fits.',
    )
  })
})

describe('fingerprintSection', () => {
  it('names spec, data, seed, method and version', () => {
    const { spec, data: hash } = data.summary.fingerprint
    expect(text(fingerprintSection(sectionContext(data)))).toBe(
      `Model file (SHA-256) ${spec} Data (SHA-256) ${hash} Seed 1 Method regression Version mixwright 0.1.0`,
    )
  })
})
