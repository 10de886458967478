import { describe, expect, it } from 'vitest'
import { parseSpec, parseSpecWithPositions } from '../../../src/model/spec/parse-spec.js'
import { projectFiles, projectText } from '../../support/project-files.js'
import { base, edit, messageOf, specOf, withLine, withTv } from '../../support/spec-text.js'

const full = `mixwright: 1
name: Retailer, weekly
data: { file: ../datasets/retailer.csv, date: week, period: week }
currency: EUR
kpi:
  column: revenue
  kind: revenue
  value: 1
  margin: 0.35
channels:
  tv:      { spend: tv_spend, media: tv_grps, medium: tv, adstock: geometric, saturation: hill }
  search:  { spend: search_spend, medium: search, role: demand-capture, prior: { roas: { median: 2, upper95: 6 } } }
organic:
  newsletter: { media: newsletter_sends }
treatments:
  price: { column: price, reference: 9.99 }
controls:
  temperature: { column: temperature, role: confounder }
  heat: { column: "max(0, temperature - 25)" }
events: { calendar: retail, country: DE, custom: [{ name: opening, dates: [2024-03-04], window: [0, 2] }] }
groups: { offline: [tv], digital: [search] }
baseline: { trend: smooth, seasonality: { yearly: 4 } }
missing: { temperature: interpolate }
fit: { method: regression }
`

describe('parseSpec', () => {
  it('reads every section and fills in the defaults', () => {
    const spec = parseSpec(full, { file: 'models/retailer.yaml' })
    const [tv, search, newsletter] = spec.channels
    expect({ ...spec, channels: [], baseline: null, noise: null }).toEqual({
      mixwright: 1,
      name: 'Retailer, weekly',
      data: {
        file: '../datasets/retailer.csv',
        date: 'week',
        period: 'week',
        weekStarts: null,
        sheet: null,
        long: null,
        aggregate: null,
      },
      currency: 'EUR',
      kpi: { column: 'revenue', kind: 'revenue', value: 1, margin: 0.35, scale: 'mean' },
      channels: [],
      paidTotal: { mu: -2.197224577336219, sigma: 1.2, spread: 1 },
      treatments: [{ name: 'price', column: 'price', reference: 9.99, prior: null, scale: null }],
      controls: [
        {
          name: 'temperature',
          column: 'temperature',
          role: 'confounder',
          kind: 'number',
          none: null,
          prior: null,
          scale: null,
        },
        {
          name: 'heat',
          column: 'max(0, temperature - 25)',
          role: null,
          kind: 'number',
          none: null,
          prior: null,
          scale: null,
        },
      ],
      events: {
        calendar: 'retail',
        country: 'DE',
        custom: [{ name: 'opening', dates: ['2024-03-04'], window: [0, 2] }],
      },
      groups: [
        { name: 'offline', channels: ['tv'] },
        { name: 'digital', channels: ['search'] },
      ],
      baseline: null,
      missing: { temperature: 'interpolate' },
      accept: [],
      noise: null,
      dynamics: { laggedKpi: false },
      fit: { method: 'regression', draws: null, seed: 1, starts: 6, penalty: 'priors', warmup: null, chains: null },
    })
    expect([tv.name, tv.kind, tv.spend, tv.media, tv.medium, tv.role]).toEqual([
      'tv',
      'paid',
      'tv_spend',
      'tv_grps',
      'tv',
      null,
    ])
    expect([search.media, search.role, search.effect.on]).toEqual(['search_spend', 'demand-capture', 'roas'])
    expect([newsletter.kind, newsletter.spend, newsletter.media]).toEqual(['organic', null, 'newsletter_sends'])
  })

  it('makes plain data that survives JSON', () => {
    const spec = parseSpec(full, { file: 'retailer.yaml' })
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec)
  })

  it('keeps channels in the order of the file, names that look like numbers too', () => {
    const text = edit('  search:', '  "2024": { spend: a }\n  search:') + 'organic: { "1": b, pr: c }\n'
    expect(specOf(text).channels.map(({ name }) => name)).toEqual(['tv', '2024', 'search', '1', 'pr'])
  })

  it('takes the name from the file, without folder and ending, where the spec has none', () => {
    expect(parseSpec(base, { file: 'models/my shop.v2.yaml' }).name).toBe('my shop.v2')
    expect(parseSpec(base, { file: 'C:\\models\\shop.yaml' }).name).toBe('shop')
  })

  it('takes names in any script', () => {
    const text = base.replace('tv:', '"телевизор ☀ रेडियो":').replace('search:', 'constructor:')
    expect(specOf(text).channels.map(({ name }) => name)).toEqual(['телевизор ☀ रेडियो', 'constructor'])
  })

  it('reads sections whose entries are all commented out as empty', () => {
    const spec = specOf(
      base + 'organic:\n  # news: sends\ncontrols:\ntreatments:\nevents:\ngroups:\nmissing:\naccept:\n',
    )
    expect([spec.controls, spec.treatments, spec.events, spec.groups, spec.accept]).toEqual([[], [], null, [], []])
  })

  it('lets the settings of the command line stand before those of the spec, their defaults included', () => {
    const spec = parseSpec(withLine('fit: { seed: 3, draws: 50, penalty: priors }'), {
      file: 'a.yaml',
      fit: { method: 'ols', seed: 7 },
    })
    expect(spec.fit).toEqual({
      method: 'ols',
      draws: 50,
      seed: 7,
      starts: 6,
      penalty: 'none',
      warmup: null,
      chains: null,
    })
    expect(spec.channels[0].adstock).toEqual({ kind: 'none', length: 1, parameters: {} })
  })

  it('gives revenue the value 1, and units none', () => {
    expect(specOf(base).kpi.value).toBe(1)
    expect(specOf(edit('kind: revenue', 'kind: units')).kpi.value).toBeNull()
    expect(specOf(edit('kind: revenue', 'kind: units, value: unit_price, margin: rate')).kpi).toMatchObject({
      value: 'unit_price',
      margin: 'rate',
    })
  })

  it('numbers the first day of a week from Sunday', () => {
    const first = (day: string) => specOf(edit('period: week', `period: week, weekStarts: ${day}`)).data.weekStarts
    expect(['sunday', 'monday', 'saturday'].map(first)).toEqual([0, 1, 6])
  })

  it('reads every model that ships', () => {
    const models = projectFiles(/^models\/.*\.yaml$/)
    expect(models.length).toBeGreaterThan(0)
    for (const path of models) expect(parseSpec(projectText(path), { file: path }).channels.length).toBeGreaterThan(0)
  })

  it('reports every fault of a file in one error, in the order of the file', () => {
    const text =
      withTv('adstock: { retention: 2 }, sing: free').replace('kind: revenue', 'kind: money') + 'noise: poisson\n'
    expect(messageOf(text).split('\n')).toEqual([
      'shop.yaml:3:31: `kpi.kind` must be revenue or units, not `money`.',
      'shop.yaml:5:48: `channels.tv.adstock.retention` must be between 0 and 1 (0 allowed), not 2.',
      'shop.yaml:5:53: `channels.tv` must not have the key `sing`. Did you mean `sign`?',
      'shop.yaml:7:8: `noise` must be normal, ar1, student or a mapping of keys, not `poisson`.',
    ])
  })
})

describe('parseSpecWithPositions', () => {
  it('knows the line and column of a key by the path that column uses carry', () => {
    const { position } = parseSpecWithPositions(full, { file: 'retailer.yaml' })
    expect(position('channels.tv.spend')).toEqual({ line: 11, column: 21 })
    expect(position('controls.heat.column')).toEqual({ line: 19, column: 19 })
    expect(position('channels.radio.spend')).toBeNull()
  })
})

/** What is wrong, the file, and the exact message. */
const broken: readonly (readonly [string, string, string])[] = [
  ['an empty file', '', 'shop.yaml:1:1: a spec must be a mapping of keys that begins with `mixwright: 1`.'],
  [
    'a list in place of a mapping',
    '[1, 2]',
    'shop.yaml:1:1: a spec must be a mapping of keys that begins with `mixwright: 1`.',
  ],
  [
    'a text in place of a mapping',
    'hello',
    'shop.yaml:1:1: a spec must be a mapping of keys that begins with `mixwright: 1`.',
  ],
  [
    'a key of a later version, even if empty',
    withLine('experiments: []'),
    'shop.yaml:7:1: a spec must not have the key `experiments`. Its keys are mixwright, name, data, currency, kpi, channels, organic, media, treatments, controls, events, groups, baseline, missing, accept, noise, dynamics and fit.',
  ],
  [
    'a geography',
    withLine('geography: region'),
    'shop.yaml:7:1: a spec must not have the key `geography`. Its keys are mixwright, name, data, currency, kpi, channels, organic, media, treatments, controls, events, groups, baseline, missing, accept, noise, dynamics and fit.',
  ],
  [
    'an unknown noise',
    withLine('noise: poisson'),
    'shop.yaml:7:8: `noise` must be normal, ar1, student or a mapping of keys, not `poisson`.',
  ],
  [
    'a method that it does not know',
    withLine('fit: { method: mcmc }'),
    'shop.yaml:7:16: `fit.method` must be ols, regression, bayes or laplace, not `mcmc`.',
  ],
  [
    'a warm-up too short to learn anything',
    withLine('fit: { warmup: 10 }'),
    'shop.yaml:7:16: `fit.warmup` must be at least 50, not 10.',
  ],
  [
    'a path with a control character',
    'mixwright: 1\ndata: { file: "a\\u0000b", date: d, period: week, weekStarts: monday }\nkpi: { column: y, kind: revenue }\nchannels: { }',
    'shop.yaml:2:15: `data.file` must be a path without control characters.\nshop.yaml:4:1: the spec must name at least one channel under `channels` or `organic`.',
  ],
  [
    'the start of a week in monthly data',
    edit('period: week', 'period: month, weekStarts: monday'),
    'shop.yaml:2:52: `data.weekStarts` must stand beside `period: week`, not `period: month`.',
  ],
]

describe('parseSpec refuses', () => {
  it.each(broken)('%s', (_, text, message) => {
    expect(messageOf(text)).toBe(message)
  })
})
