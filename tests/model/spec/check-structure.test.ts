import { describe, expect, it } from 'vitest'
import { describeValue, listWords } from '../../../src/model/spec/check-structure.js'
import { edit, messageOf, withLine, withTv } from '../../support/spec-text.js'

describe('describeValue', () => {
  it('says what was found', () => {
    const values = [2, 'tv', '', null, true, [], [1, 2], {}, 'x'.repeat(100)]
    expect(values.map(describeValue)).toEqual([
      '2',
      '`tv`',
      'an empty text',
      'nothing',
      'true',
      'an empty list',
      'a list of 2',
      'a mapping',
      `\`${'x'.repeat(59)}…\``,
    ])
  })
})

describe('listWords', () => {
  it('joins the last two by a word', () => {
    expect([listWords([], 'or'), listWords(['a'], 'or'), listWords(['a', 'b', 'c'], 'and')]).toEqual([
      '',
      'a',
      'a, b and c',
    ])
  })
})

/** What is wrong, the file, and the exact message. */
const broken: readonly (readonly [string, string, string])[] = [
  [
    'another version of the format',
    edit('mixwright: 1', 'mixwright: 2'),
    'shop.yaml:1:12: `mixwright` must be 1, not 2.',
  ],
  [
    'a spec without a version',
    edit('mixwright: 1\n', ''),
    'shop.yaml:1:1: the spec must have the key `mixwright`; it is missing.',
  ],
  [
    'a misspelt section',
    edit('channels', 'chanels'),
    'shop.yaml:4:1: a spec must not have the key `chanels`. Did you mean `channels`?',
  ],
  [
    'a misspelt word',
    edit('period: week', 'period: weekly'),
    'shop.yaml:2:45: `data.period` must be day, week, month, quarter or year, not `weekly`. Did you mean `week`?',
  ],
  [
    'a number in place of a word',
    edit('period: week', 'period: 7'),
    'shop.yaml:2:45: `data.period` must be day, week, month, quarter or year, not 7.',
  ],
  ['a missing key', edit('date: week, ', ''), 'shop.yaml:2:1: `data` must have the key `date`; it is missing.'],
  [
    'an unknown kind of KPI',
    edit('kind: revenue', 'kind: sales'),
    'shop.yaml:3:31: `kpi.kind` must be revenue or units, not `sales`.',
  ],
  [
    'a margin above 1',
    edit('kind: revenue', 'kind: revenue, margin: 1.2'),
    'shop.yaml:3:48: `kpi.margin` must be at most 1, not 1.2.',
  ],
  [
    'a margin below 0',
    edit('kind: revenue', 'kind: revenue, margin: -0.1'),
    'shop.yaml:3:48: `kpi.margin` must be above 0, not -0.1.',
  ],
  [
    'a value of 0',
    edit('kind: revenue', 'kind: revenue, value: 0'),
    'shop.yaml:3:47: `kpi.value` must be above 0, not 0.',
  ],
  [
    'an unknown scale',
    edit('kind: revenue', 'kind: revenue, scale: median'),
    'shop.yaml:3:47: `kpi.scale` must be max, mean, none or a number, not `median`. Did you mean `mean`?',
  ],
  [
    'a list in place of a column',
    edit('column: revenue', 'column: [revenue]'),
    'shop.yaml:3:16: `kpi.column` must be a text, not a list of 1.',
  ],
  ['a number in place of a text', withLine('currency: 5'), 'shop.yaml:7:11: `currency` must be a text, not 5.'],
  [
    'a misspelt key of a channel',
    withTv('adstok: geometric'),
    'shop.yaml:5:26: `channels.tv` must not have the key `adstok`. Did you mean `adstock`?',
  ],
  [
    'a misspelt kind of adstock',
    withTv('adstock: geometrik'),
    'shop.yaml:5:35: `channels.tv.adstock` must be none, geometric, delayed, binomial, weibull-density, weibull-survival or a mapping of keys, not `geometrik`. Did you mean `geometric`?',
  ],
  [
    'a number in place of an adstock',
    withTv('adstock: 0.5'),
    'shop.yaml:5:35: `channels.tv.adstock` must be none, geometric, delayed, binomial, weibull-density, weibull-survival or a mapping of keys, not 0.5.',
  ],
  [
    'a misspelt distribution',
    withTv('adstock: { halfLife: { distribution: gama, shape: 2, rate: 1 } }'),
    'shop.yaml:5:63: `channels.tv.adstock.halfLife.distribution` must be normal, half-normal, half-cauchy, student-t, laplace, log-normal, logit-normal, gamma, inverse-gamma, exponential, weibull, beta, uniform or truncated-normal, not `gama`. Did you mean `gamma`?',
  ],
  [
    'a length of 0',
    withTv('adstock: { length: 0 }'),
    'shop.yaml:5:45: `channels.tv.adstock.length` must be at least 1, not 0.',
  ],
  [
    'a length that is not whole',
    withTv('adstock: { length: 2.5 }'),
    'shop.yaml:5:45: `channels.tv.adstock.length` must be a whole number, not 2.5.',
  ],
  [
    'an infinite number',
    withTv('adstock: { halfLife: .inf }'),
    'shop.yaml:5:47: `channels.tv.adstock.halfLife` must be a number or a mapping of keys, not Infinity.',
  ],
  [
    'a number in quotes',
    withTv('adstock: { halfLife: "2" }'),
    'shop.yaml:5:47: `channels.tv.adstock.halfLife` must be a number or a mapping of keys, not `2`.',
  ],
  [
    'an unknown saturation',
    withTv('saturation: sigmoid'),
    'shop.yaml:5:38: `channels.tv.saturation` must be none, hill, logistic, tanh, michaelis-menten, power, log or a mapping of keys, not `sigmoid`.',
  ],
  [
    'an unknown effect',
    withTv('prior: { roi: 2 }'),
    'shop.yaml:5:35: `channels.tv.prior` must not have the key `roi`. Its keys are roas, marginalRoas, share and coefficient.',
  ],
  ['an unknown role', withTv('role: brand'), 'shop.yaml:5:32: `channels.tv.role` must be demand-capture, not `brand`.'],
  [
    'an unknown sign',
    withTv('sign: negative'),
    'shop.yaml:5:32: `channels.tv.sign` must be positive or free, not `negative`.',
  ],
  [
    'an unknown start',
    withTv('before: steady-state'),
    'shop.yaml:5:34: `channels.tv.before` must be history, steady or zero, not `steady-state`.',
  ],
  [
    'an unknown order',
    withTv('order: saturation'),
    'shop.yaml:5:33: `channels.tv.order` must be adstock-first or saturation-first, not `saturation`.',
  ],
  ['a number in place of media', withTv('media: 5'), 'shop.yaml:5:33: `channels.tv.media` must be a text, not 5.'],
  ['a negative scale', withTv('scale: -2'), 'shop.yaml:5:33: `channels.tv.scale` must be above 0, not -2.'],
  [
    'a list in place of a medium',
    withTv('medium: []'),
    'shop.yaml:5:34: `channels.tv.medium` must be a text, not an empty list.',
  ],
  [
    'a channel without spend',
    edit('tv: { spend: tv_spend }', 'tv: {}'),
    'shop.yaml:5:3: `channels.tv` must have the key `spend`; it is missing.',
  ],
  [
    'a text in place of a channel',
    edit('tv: { spend: tv_spend }', 'tv: tv_spend'),
    'shop.yaml:5:7: `channels.tv` must be a mapping of keys, not `tv_spend`.',
  ],
  [
    'a channel left empty',
    edit('tv: { spend: tv_spend }', 'tv:'),
    'shop.yaml:5:6: `channels.tv` must be a mapping of keys, not nothing.',
  ],
  [
    'spend of an organic channel',
    withLine('organic: { news: { media: sends, spend: x } }'),
    'shop.yaml:7:34: `organic.news` must not have the key `spend`. Its keys are media, medium, adstock, saturation, order, sign, before, scale and prior.',
  ],
  [
    'a ROAS of an organic channel',
    withLine('organic: { news: { media: sends, prior: { roas: 2 } } }'),
    'shop.yaml:7:43: `organic.news.prior` must not have the key `roas`. Its keys are share and coefficient.',
  ],
  [
    'a treatment without a reference, shorthand',
    withLine('treatments: { price: price }'),
    'shop.yaml:7:22: `treatments.price` must be a mapping of keys, not `price`.',
  ],
  [
    'a treatment without a reference',
    withLine('treatments: { price: { column: price } }'),
    'shop.yaml:7:15: `treatments.price` must have the key `reference`; it is missing.',
  ],
  [
    'an unknown reference',
    withLine('treatments: { price: { column: price, reference: median } }'),
    'shop.yaml:7:50: `treatments.price.reference` must be min, max, mean, first-year or a number, not `median`. Did you mean `mean`?',
  ],
  [
    'a misspelt role',
    withLine('controls: { visits: { column: v, role: cofounder } }'),
    'shop.yaml:7:40: `controls.visits.role` must be confounder, precision, mediator or collider, not `cofounder`. Did you mean `confounder`?',
  ],
  [
    'a list in place of controls',
    withLine('controls: [temperature]'),
    'shop.yaml:7:11: `controls` must be a mapping of names, not a list of 1.',
  ],
  [
    'an event without dates',
    withLine('events: { custom: [{ name: sale, dates: [] }] }'),
    'shop.yaml:7:41: `events.custom[0].dates` must be a list with at least one entry, not an empty list.',
  ],
  [
    'half a window',
    withLine('events: { custom: [{ name: sale, dates: [2024-02-03], window: [1] }] }'),
    'shop.yaml:7:63: `events.custom[0].window` must be a list of two whole numbers, not a list of 1.',
  ],
  [
    'an empty group',
    withLine('groups: { offline: [] }'),
    'shop.yaml:7:20: `groups.offline` must be a list with at least one entry, not an empty list.',
  ],
  [
    'a text in place of a group',
    withLine('groups: { offline: tv }'),
    'shop.yaml:7:20: `groups.offline` must be a list, not `tv`.',
  ],
  [
    'an unknown trend',
    withLine('baseline: { trend: quadratic }'),
    'shop.yaml:7:20: `baseline.trend` must be none, linear, smooth or a mapping of keys, not `quadratic`.',
  ],
  [
    'a fixed intercept',
    withLine('baseline: { intercept: 3 }'),
    'shop.yaml:7:24: `baseline.intercept` must be a mapping of keys, not 3.',
  ],
  [
    'a number in place of a season',
    withLine('baseline: { seasonality: 4 }'),
    'shop.yaml:7:26: `baseline.seasonality` must be none or a mapping of keys, not 4.',
  ],
  [
    'an unknown rule',
    withLine('missing: { tv_spend: drop }'),
    'shop.yaml:7:22: `missing.tv_spend` must be interpolate, previous, zero or mean, not `drop`.',
  ],
  [
    'a text in place of accepted findings',
    withLine('accept: outlier'),
    'shop.yaml:7:9: `accept` must be a list, not `outlier`.',
  ],
  [
    'an unknown dynamic form',
    withLine('dynamics: { lag: true }'),
    'shop.yaml:7:1: `dynamics` must have the key `laggedKpi`; it is missing.\nshop.yaml:7:13: `dynamics` must not have the key `lag`. Its only key is laggedKpi.',
  ],
  [
    'a word in place of true or false',
    withLine('dynamics: { laggedKpi: yes }'),
    'shop.yaml:7:24: `dynamics.laggedKpi` must be true or false, not `yes`.',
  ],
  ['one draw', withLine('fit: { draws: 1 }'), 'shop.yaml:7:15: `fit.draws` must be at least 2, not 1.'],
  ['a negative seed', withLine('fit: { seed: -1 }'), 'shop.yaml:7:14: `fit.seed` must be at least 0, not -1.'],
  [
    'a seed that is not whole',
    withLine('fit: { seed: 1.5 }'),
    'shop.yaml:7:14: `fit.seed` must be a whole number, not 1.5.',
  ],
  ['a spread of 0', withLine('media: { spread: 0 }'), 'shop.yaml:7:18: `media.spread` must be above 0, not 0.'],
  [
    'a number in place of a weekday',
    edit('period: week', 'period: week, weekStarts: 1'),
    'shop.yaml:2:63: `data.weekStarts` must be monday, tuesday, wednesday, thursday, friday, saturday or sunday, not 1.',
  ],
]

describe('parseSpec refuses', () => {
  it.each(broken)('%s', (_, text, message) => {
    expect(messageOf(text)).toBe(message)
  })
})
