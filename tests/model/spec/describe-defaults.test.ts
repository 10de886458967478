import { describe, expect, it } from 'vitest'
import { resolvedDefaults } from '../../../src/model/spec/describe-defaults.js'
import { base, edit, specOf, withLine } from '../../support/spec-text.js'

const rowsOf = (text: string) =>
  resolvedDefaults(specOf(text))
    .filter(({ what }) => !/^(tv|search):/.test(what))
    .map(({ what, value, source }) => `${what} | ${value} | ${source}`)

describe('resolvedDefaults', () => {
  it('prints every default of a small spec', () => {
    expect(rowsOf(base)).toEqual([
      'data: first day of a week | the weekday of the dates | read from the data',
      'kpi: value of one unit | 1 | revenue is money',
      'kpi: margin | unknown: ROAS, but no ROI and no profit | not given',
      'kpi: scale of the fit | divided by its mean | priors are in units of the mean KPI',
      'media: paid share of the KPI | median 10 % (1.5 to 44) | default study, docs/evidence.md',
      'media: spread of ROAS between channels | log-sd 1 about the common one | default study, docs/evidence.md',
      'baseline: trend | smooth | default study, docs/evidence.md',
      'baseline: seasonality | 4 yearly pairs of sines and cosines | default for week data',
      'baseline: length scale of the smooth trend | 26 weeks | half a year, at least 6 periods',
      'baseline: amplitude of the smooth trend | median 6.7 % (0.63 to 20) of the mean KPI | default study, docs/evidence.md',
      'baseline: intercept | Normal(0, 1) of the mean KPI | default study, docs/evidence.md',
      'baseline: seasonal waves | Normal(0, 0.2 / sqrt(pair)) of the mean KPI | default study, docs/evidence.md',
      'noise | remembers the period before, AR(1) | default study, docs/evidence.md',
      'noise: standard deviation | median 13 % (1.3 to 39) of the mean KPI | default study, docs/evidence.md',
      'noise: correlation with the period before | median 0.24 (-0.41 to 0.82) | default study, docs/evidence.md',
      'fit: method | bayes | default',
      'fit: draws | 1000 draws a chain | default of bayes',
      'fit: seed | 1 | default',
      'fit: chains | 4 | default of bayes',
      'fit: warm-up | 1000 iterations a chain | default of bayes',
    ])
  })

  it('marks what the spec changes as given, and a default that is written out as a default', () => {
    const given = (text: string) =>
      resolvedDefaults(specOf(text))
        .filter((row) => row.given)
        .map(({ what }) => what)
    expect(given(base)).toEqual([])
    expect(given(withLine('noise: ar1\nfit: { seed: 1 }'))).toEqual([])
    expect(given(withLine('noise: normal\nfit: { seed: 2 }'))).toEqual(['noise', 'fit: seed'])
  })

  it('prints heavy tails', () => {
    const rows = rowsOf(withLine('noise: student\nfit: { method: bayes }'))
    expect(rows).toContain('noise | independent with heavy tails, Student-t | the spec')
    expect(rows).toContain('noise: scale | median 13 % (1.3 to 39) of the mean KPI | default study, docs/evidence.md')
    expect(rows).toContain('noise: degrees of freedom | median 17 (3.6 to 47), above 2 | Juarez and Steel (2010)')
  })

  it('prints treatments, controls, events and money', () => {
    const text =
      edit('kind: revenue', 'kind: units, value: 12.5, margin: rate') +
      'currency: EUR\ntreatments: { price: { column: price, reference: 9.99 } }\ncontrols: { rain: rain }\nevents: { calendar: retail, country: FR, custom: [{ name: sale, dates: [2024-03-04], window: [0, 2] }] }\n'
    const rows = rowsOf(text)
    expect(rows).toContain('kpi: value of one unit | 12.5 EUR | the spec')
    expect(rows).toContain('kpi: margin | column rate | the spec')
    expect(rows).toContain('price: reference | 9.99 | the spec')
    expect(rows).toContain('rain: role | not stated: kept as a confounder | a control stays in the model')
    expect(rows).toContain('events: calendar | retail of FR | the spec')
    expect(rows).toContain('sale: window | 0 to 2 | the spec')
  })

  it('prints what becomes of the rows of a period', () => {
    const data = 'period: week, weekStarts: sunday, aggregate: { rain: mean, tv_spend: sum }'
    const controls = 'controls: { rain: rain, flood: "max(0, rain - 9)" }\n'
    expect(rowsOf(edit('period: week', data) + controls).slice(0, 6)).toEqual([
      'data: first day of a week | Sunday | the spec',
      'data: revenue of a week | sum | KPI, spend and media are added up',
      'data: tv_spend of a week | sum | the spec',
      'data: search_spend of a week | sum | KPI, spend and media are added up',
      'data: rain of a week | mean | the spec',
      'data: max(0, rain - 9) of a week | as its columns | KPI, spend and media are added up',
    ])
    expect(rowsOf(edit('period: week', 'period: week, aggregate: {}'))[0]).toBe(
      'data: first day of a week | Monday | ISO 8601',
    )
  })

  it('prints the few assumptions of ols', () => {
    expect(rowsOf(withLine('fit: { method: ols }')).slice(4)).toEqual([
      'baseline: trend | none | ols estimates what the spec names and no more',
      'baseline: seasonality | none | ols estimates what the spec names and no more',
      'noise | independent | ols estimates what the spec names and no more',
      'fit: method | ols | the spec',
      'fit: draws | 1000 draws | default of ols',
      'fit: seed | 1 | default',
    ])
  })
})
