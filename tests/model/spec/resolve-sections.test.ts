import { describe, expect, it } from 'vitest'
import { base, edit, messageOf, specOf, withLine } from '../../support/spec-text.js'

describe('controls and treatments', () => {
  it('mean the same by a bare column as by a mapping', () => {
    expect(specOf(withLine('controls: { heat: temperature }'))).toEqual(
      specOf(withLine('controls: { heat: { column: temperature } }')),
    )
  })

  it('take references, priors, scales, categories and roles', () => {
    const spec = specOf(
      withLine(
        'treatments: { price: { column: price, reference: first-year, scale: none } }\ncontrols: { events: { column: events, kind: category, none: na, role: precision, prior: { q05: -0.2, q95: 0.2 } } }',
      ),
    )
    expect(spec.treatments).toEqual([
      { name: 'price', column: 'price', reference: 'first-year', prior: null, scale: 'none' },
    ])
    expect(spec.controls[0]).toMatchObject({
      kind: 'category',
      none: 'na',
      role: 'precision',
      prior: { distribution: 'normal', mean: 0 },
    })
  })
})

describe('events', () => {
  it('cover their own period unless a window is given', () => {
    const { events } = specOf(withLine('events: { custom: [{ name: sale, dates: [2024-02-29] }] }'))
    expect(events).toEqual({
      calendar: null,
      country: null,
      custom: [{ name: 'sale', dates: ['2024-02-29'], window: [0, 0] }],
    })
  })
})

describe('fit', () => {
  it('has six starts, seed 1 and the priors as its penalty by default', () => {
    expect(specOf(base).fit).toEqual({
      method: 'bayes',
      draws: null,
      seed: 1,
      starts: 6,
      penalty: 'priors',
      warmup: null,
      chains: null,
    })
  })

  it('may be plain maximum likelihood', () => {
    expect(specOf(withLine('fit: { penalty: none, starts: 20, draws: 100 }')).fit).toEqual({
      method: 'regression',
      draws: 100,
      seed: 1,
      starts: 20,
      penalty: 'none',
      warmup: null,
      chains: null,
    })
  })

  it('samples with the chains and the warm-up that it states', () => {
    expect(specOf(withLine('fit: { method: bayes, chains: 2, warmup: 300 }')).fit).toMatchObject({
      method: 'bayes',
      draws: null,
      chains: 2,
      warmup: 300,
      penalty: 'priors',
    })
  })
})

/** What is wrong, the file, and the exact message. */
const broken: readonly (readonly [string, string, string])[] = [
  [
    'sampling without priors',
    withLine('fit: { method: bayes, penalty: none }'),
    'shop.yaml:7:32: `fit.penalty` must be priors for bayes: without priors there is no posterior.',
  ],
  [
    'a learned spread where nothing is sampled',
    withLine('media: { spread: { median: 0.5, upper95: 1 } }\nfit: { method: regression }'),
    'shop.yaml:7:18: `media.spread` must be a number for regression; only bayes and laplace can learn it from a prior.',
  ],
  [
    'chains for a method that has none',
    withLine('fit: { method: regression, chains: 2 }'),
    'shop.yaml:7:36: `fit.chains` belongs to method bayes, and the method is regression.',
  ],
  [
    'a margin of units without a value',
    edit('kind: revenue', 'kind: units, margin: 0.3'),
    'shop.yaml:3:38: `kpi.margin` must stand beside `kpi.value`: it is a share of the money per unit.',
  ],
  [
    'a mediator',
    withLine('controls: { visits: { column: visits, role: mediator } }'),
    'shop.yaml:7:45: `controls.visits` must not be a control: a mediator is refused, as media act through it, so holding it fixed hides part of their effect.',
  ],
  [
    'a collider',
    withLine('controls: { awards: { column: awards, role: collider } }'),
    'shop.yaml:7:45: `controls.awards` must not be a control: a collider is refused, as it is an effect of both media and sales, so holding it fixed makes them look related.',
  ],
  [
    'a level of a number',
    withLine('controls: { e: { column: e, none: na } }'),
    'shop.yaml:7:29: `controls.e.none` must stand beside `kind: category`; numbers have no text levels.',
  ],
  [
    'a day that does not exist',
    withLine('events: { custom: [{ name: sale, dates: [2024-02-30] }] }'),
    'shop.yaml:7:42: `events.custom[0].dates[0]` must be a day such as 2024-03-04, not `2024-02-30`.',
  ],
  [
    'a window the wrong way round',
    withLine('events: { custom: [{ name: sale, dates: [2024-02-03], window: [2, 0] }] }'),
    'shop.yaml:7:63: `events.custom[0].window` must run from the earlier to the later end, not from 2 to 0.',
  ],
  [
    'a calendar that does not ship',
    withLine('events: { calendar: retial, country: DE }'),
    'shop.yaml:7:21: `events.calendar` must be public, retail or date-holidays, not `retial`. Did you mean `retail`?',
  ],
  [
    'a calendar without a country',
    withLine('events: { calendar: retail }'),
    'shop.yaml:7:21: `events.country` is missing; the retail calendar knows AE, AT, CH, DE, ES, FR, GB, IT, NL, PL, SA, TR, US.',
  ],
  [
    'a country that is not a code',
    withLine('events: { calendar: retail, country: UK }'),
    'shop.yaml:7:38: `events.country` must be one of AE, AT, CH, DE, ES, FR, GB, IT, NL, PL, SA, TR, US, not `UK`. Did you mean `GB`?',
  ],
  [
    'a country without a calendar',
    withLine('events: { country: DE }'),
    'shop.yaml:7:11: `events.country` must stand beside `events.calendar`.',
  ],
  [
    'a penalty under ols',
    withLine('fit: { method: ols, penalty: priors }'),
    'shop.yaml:7:30: `fit.penalty` must be none for ols, which has no priors, not `priors`.',
  ],
]

describe('parseSpec refuses', () => {
  it.each(broken)('%s', (_, text, message) => {
    expect(messageOf(text)).toBe(message)
  })
})
