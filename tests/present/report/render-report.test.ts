import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { bundleRuntime } from '../../../scripts/build-runtime.mjs'
import { renderReport } from '../../../src/present/report/render-report.js'
import { reportFixture } from '../../support/report-fixture.js'
import { visibleText } from '../../support/section-context.js'

const evil = '"><img src=x onerror=alert(1)></script><script>alert(1)</script>\u2028${x}'
const runtime = 'document.title'
const small = { channels: ['tv', 'radio'], periods: 20 }
const page = await renderReport(reportFixture(small), { runtime })

describe('renderReport', () => {
  it('opens with the answer, then goes the way of the contents', () => {
    const headings = [...page.matchAll(/<h2 id="([a-z-]+)-heading">/g)].map(([, id]) => id)
    expect(headings).toEqual([
      'answer',
      'fit',
      'contributions',
      'waterfall',
      'returns',
      'curves',
      'trade-off',
      'adstock',
      'holdout',
      'diagnostics',
      'audit',
      'assumptions',
      'tried',
      'fingerprint',
    ])
    const links = [...page.matchAll(/<li><a href="#([a-z-]+)">/g)].map(([, id]) => id)
    expect(links).toEqual(headings)
    expect(visibleText(page)).toMatch(/Fingerprint The answer From 2023-01-02 to 2023-05-15/)
  })

  it('opens with what speaks against it where a check failed', async () => {
    const unfit = visibleText(await renderReport(reportFixture({ ...small, passed: false }), { runtime }))
    expect(unfit).toMatch(/Fingerprint Not fit for decisions: The baseline is negative/)
    expect(visibleText(page)).not.toContain('Not fit')
  })

  it('lets nothing run but its script, nothing paint but its style, and loads nothing', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)![1].replaceAll('&#39;', "'")
    const [, style] = /<style>(.*?)<\/style>/s.exec(page)!
    const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    expect(policy).toBe(
      `default-src 'none'; script-src ${hash(runtime)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`,
    )
    expect(page).not.toMatch(/\b(?:src|srcset|href|action|data)="(?!#)[^"]/)
    expect(page).not.toMatch(/<[^>]* (?:style|on\w+)="/)
    expect(page.match(/<script/g)).toHaveLength(2)
  })

  it('escapes every name and message', async () => {
    const data = reportFixture({ channels: [evil, 'b'], organic: [evil], periods: 20, currency: evil })
    const text = { what: evil, value: evil, source: evil }
    const hostile = await renderReport(
      {
        ...data,
        title: evil,
        findings: [{ id: evil, severity: 'warning', message: evil }],
        assumptions: [text],
        residualTests: [{ name: evil, statistic: 1, p: 0.5, meaning: evil }],
        tradeOff: { ...data.tradeOff, planSentence: evil },
        references: [{ name: evil, part: 'treatment', reference: 1, rule: evil }],
        summary: { ...data.summary, plausibility: [{ id: evil, probability: 0.5, ok: false, message: evil }] },
      },
      { runtime },
    )
    expect(hostile).not.toContain('<img')
    expect(hostile).not.toContain('alert(1)</script>')
    expect(hostile.match(/<script/g)).toHaveLength(2)
    const tags = (hostile.match(/<[a-z](?:[^>"]|"[^"]*")*>/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'))
    expect(tags.filter((tag) => / on\w+=/.test(tag))).toEqual([])
    expect(visibleText(hostile)).toContain('<img src=x onerror=alert(1)>')
  })

  it('refuses a runtime that would end its own element', async () => {
    await expect(renderReport(reportFixture(small), { runtime: 'x = "</SCRIPT>"' })).rejects.toThrow(
      'ends a script element',
    )
  })

  it('has unique ids, a target for every link, a name for every drawing, and a heading for everything', () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of page.matchAll(/(?:href="#|url\(#|aria-labelledby=")([^")]*)/g))
      expect(ids).toContain(target)
    const plots = page.match(/<div\s+class="plot"[^>]*>/g) ?? []
    expect(plots.length).toBeGreaterThan(15)
    for (const plot of plots) expect(plot).toMatch(/role="img"\s+aria-label="[^"]{20,}"/)
    expect(page.match(/<h1/g)).toHaveLength(1)
    expect(page).toContain('<html lang="en">')
    expect(page).toContain('<a class="skip" href="#answer">')
  })

  it('is the same text for the same data', async () => {
    expect(await renderReport(reportFixture(small), { runtime })).toBe(page)
  })

  it('is below 1.5 MB for 8 channels and 156 weeks, runtime included', async () => {
    const channels = ['tv', 'search', 'social', 'radio', 'display', 'print', 'outdoor', 'video']
    const whole = await renderReport(reportFixture({ channels }), { runtime: await bundleRuntime() })
    expect(Buffer.byteLength(whole)).toBeLessThan(1_500_000)
  })
})
