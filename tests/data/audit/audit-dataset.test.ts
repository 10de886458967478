import { describe, expect, test } from 'vitest'
import { auditDataset } from '../../../src/data/audit/audit-dataset.js'
import type { AuditContext } from '../../../src/data/audit/audited-column.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { contextOf, series } from './dataset-of.js'

const audit = ({ dataset, uses, lines }: AuditContext, parameters: number | null = null) => {
  return auditDataset(dataset, uses, { lines, parameters })
}
const ids = (context: AuditContext, parameters: number | null = null) => audit(context, parameters).map(({ id }) => id)
const messages = (context: AuditContext) => audit(context).map(({ message }) => message)

const kpi = [10, 12, 11, 13, 12, 14, 13, 12, 11, 12]
const tv = [1, 0, 3, 2, 0, 0, 4, 1, 2, 0]
const radio = [0, 2, 0, 1, 3, 0, 0, 2, 5, 1]

/** Four years of a weekly KPI with season, December peak, noise of 5 %, and bursts of media. */
function ordinaryMarket(seed: number): AuditContext {
  const generator = createGenerator(seed, 'audit-test')
  const noise = (scale: number) => 1 + scale * generator.normal()
  const isDecember = (t: number) => t % 52 >= 48 && t % 52 <= 50
  return contextOf({
    numbers: {
      kpi: series(
        208,
        (t) => 1000 * (1 + 0.2 * Math.sin((2 * Math.PI * t) / 52)) * (isDecember(t) ? 1.8 : 1) * noise(0.05),
      ),
      'spend tv': series(208, () => (generator.uniform() < 0.3 ? 500 * Math.exp(0.6 * generator.normal()) : 0)),
      'spend search': series(208, () => 100 * Math.exp(0.3 * generator.normal())),
      'control temperature': series(208, (t) => 10 - 10 * Math.cos((2 * Math.PI * t) / 52) + 2 * generator.normal()),
      'control holiday': series(208, (t) => (isDecember(t) ? 1 : 0)),
      'treatment price': series(208, (t) => (t % 13 === 0 ? 8.99 : 9.99)),
    },
  })
}

describe('an ordinary market', () => {
  test('auditDataset finds nothing, yearly December peaks included', () => {
    for (let seed = 1; seed <= 20; seed++) expect([seed, ids(ordinaryMarket(seed))]).toEqual([seed, []])
  })
})

describe('constant columns', () => {
  test('are errors, all zero or not', () => {
    const context = contextOf({
      numbers: { kpi, 'spend tv': tv, 'spend ooh': tv.map(() => 0), 'control price': tv.map(() => 7) },
      texts: { 'category events': tv.map(() => 'na') },
    })
    expect(audit(context).map(({ id, severity, message }) => [id, severity, message])).toEqual([
      [
        'constant:ooh_spend',
        'error',
        'shop.csv, column `ooh_spend`: spend is 0 in every row of the window; leave ooh out (`ooh.spend`).',
      ],
      [
        'constant:price_control',
        'error',
        'shop.csv, column `price_control`: the control is 7 in every row of the window (`price.control`).',
      ],
      [
        'constant:events_category',
        'error',
        'shop.csv, column `events_category`: the category is `na` in every row of the window (`events.category`).',
      ],
    ])
  })

  test('are errors for the KPI, and for spend unless the channel has media of its own', () => {
    expect(ids(contextOf({ numbers: { kpi: tv.map(() => 5), 'spend tv': tv } }))).toEqual(['constant:kpi_kpi'])
    const fee = tv.map(() => 100)
    expect(ids(contextOf({ numbers: { kpi, 'spend tv': fee } }))).toEqual(['constant:tv_spend'])
    const media = [3, 2, 3, 2, 5, 6, 4, 1, 2, 3]
    expect(ids(contextOf({ numbers: { kpi, 'spend tv': fee, 'media tv': media } }))).toEqual([])
  })
})

describe('copies', () => {
  test('of a channel, exact or up to a factor, are errors', () => {
    expect(audit(contextOf({ numbers: { kpi, 'spend tv': tv, 'spend video': tv } }))).toMatchObject([
      {
        id: 'copy:video_spend',
        severity: 'error',
        message:
          'shop.csv, column `video_spend`: video is an exact copy of tv (`tv_spend`), and no data can tell two such channels apart; merge them or leave one out.',
      },
    ])
    const inCents = tv.map((value) => 100 * value)
    expect(messages(contextOf({ numbers: { kpi, 'spend tv': tv, 'media pr': inCents } }))[0]).toContain(
      'pr is a multiple of tv',
    )
  })

  test('among controls, and near-copies, are warnings', () => {
    const nearly = tv.map((value, t) => value + 0.05 * (t % 3))
    const context = contextOf({
      numbers: { kpi, 'spend tv': tv, 'spend video': nearly, 'control a': radio, 'control b': radio },
    })
    expect(audit(context).map(({ id, severity, decide }) => [id, severity, decide])).toEqual([
      ['near-copy:video_spend', 'warning', 'accept: [near-copy:video_spend]'],
      ['copy:b_control', 'warning', 'accept: [copy:b_control]'],
    ])
    expect(messages(context)[0]).toMatch(/video is nearly a copy of tv \(`tv_spend`\): their correlation is 0\.99\d+\./)
  })

  test('of the KPI among the controls are warnings', () => {
    const orders = kpi.map((value, t) => 3 * value + 0.1 * (t % 2))
    const [message] = messages(contextOf({ numbers: { kpi, 'spend tv': tv, 'control orders': orders } }))
    expect(message).toContain('orders is nearly a copy of the KPI')
  })

  test('of spend are a warning where the media differ', () => {
    const context = contextOf({
      numbers: {
        kpi,
        'spend tv': tv,
        'media tv': radio,
        'spend video': tv,
        'media video': [1, 0, 1, 2, 0, 0, 9, 1, 2, 0],
      },
    })
    expect(audit(context).filter(({ id }) => id.startsWith('copy'))).toMatchObject([
      { id: 'copy:video_spend', severity: 'warning' },
    ])
  })
})

describe('spend and media', () => {
  test('without each other are warnings with lines and counts', () => {
    const grps = tv.map((value, t) => (t === 0 ? 0 : t === 1 ? 20 : 10 * value + t))
    const context = contextOf({ numbers: { kpi, 'spend tv': tv, 'media tv': grps } })
    expect(audit(context).map(({ id, row, message }) => [id, row, message])).toEqual([
      [
        'spend-without-media:tv_spend',
        2,
        'shop.csv line 2, column `tv_spend` (2020-01-06): tv has spend but no media (`tv_media` is 0) in 1 of 10 rows.',
      ],
      [
        'media-without-spend:tv_media',
        3,
        'shop.csv lines 3, 6, 7 and 1 more, column `tv_media` (2020-01-13, 2020-02-03, 2020-02-10, …): tv has media but no spend (`tv_spend` is 0) in 4 of 10 rows.',
      ],
    ])
  })
})

describe('outliers', () => {
  const withKpi = (change: (values: Float64Array) => void) => {
    const context = ordinaryMarket(1)
    change(context.dataset.columns.get('kpi_kpi')!)
    return context
  }

  test('of the KPI are warnings unless they come back in other years', () => {
    const context = withKpi((values) => (values[70] *= 2))
    expect(audit(context)).toMatchObject([{ id: 'outlier:kpi_kpi', severity: 'warning', row: 72 }])
    expect(messages(context)[0]).toMatch(
      /^shop\.csv line 72, column `kpi_kpi` \(2021-05-10\): \d+\.\d+ lies far from the usual level/,
    )
    expect(ids(withKpi((values) => [18, 70, 123, 174].forEach((t) => (values[t] *= 2))))).toEqual([])
  })

  test('of the KPI may be low as well', () => {
    expect(ids(withKpi((values) => (values[100] = 10)))).toEqual(['outlier:kpi_kpi'])
  })

  test('of monthly and annual data are found, and the monthly December is none', () => {
    const monthly = series(60, (t) => 100 + (t % 12 === 11 ? 80 : 0) + 3 * Math.sin(7 * t))
    const spend = series(60, (t) => 10 + (t % 5))
    expect(
      ids(contextOf({ period: 'month', start: '2019-01-01', numbers: { kpi: monthly, 'spend tv': spend } })),
    ).toEqual([])
    monthly[30] = 300
    expect(
      ids(contextOf({ period: 'month', start: '2019-01-01', numbers: { kpi: monthly, 'spend tv': spend } })),
    ).toEqual(['outlier:kpi_kpi'])
  })

  test('of days are judged against the same weekday', () => {
    const daily = series(200, (t) => (t % 7 === 6 ? 20 : 100) + 3 * Math.sin(5 * t))
    const spend = series(200, (t) => 10 + (t % 5))
    const context = contextOf({ period: 'day', start: '2024-01-01', numbers: { kpi: daily, 'spend tv': spend } })
    expect(ids(context)).toEqual([])
    context.dataset.columns.get('kpi_kpi')![97] = 100
    expect(ids(context)).toEqual(['outlier:kpi_kpi'])
  })

  test('of media are values several times the largest other burst', () => {
    const context = ordinaryMarket(2)
    context.dataset.columns.get('tv_spend')![40] = 90000
    expect(ids(context)).toEqual(['outlier:tv_spend'])
  })
})

describe('unit jumps', () => {
  const jump = (factor: number, from: number, to = 208) => {
    const context = ordinaryMarket(3)
    const values = context.dataset.columns.get('search_spend')!
    for (let t = from; t < to; t++) values[t] *= factor
    return context
  }

  test('of about 10, 100 and 1,000 are warnings at the first row of the new unit', () => {
    for (const [factor, text] of [
      [1000, 'about 1,000 times as large'],
      [100, 'about 100 times as large'],
      [0.01, 'about 100 times smaller'],
    ] as const) {
      const [finding] = audit(jump(factor, 90)).filter(({ id }) => id === 'unit-jump:search_spend')
      expect(finding).toMatchObject({ severity: 'warning', row: 92 })
      expect(finding.message).toContain(text)
    }
  })

  test('of steady columns are found for a factor of 10, and back again', () => {
    const steady = series(100, (t) => (20 + (t % 3)) * (t >= 40 && t < 60 ? 10 : 1))
    const found = audit(contextOf({ numbers: { kpi: series(100, (t) => 50 + (t % 7)), 'spend tv': steady } }))
    expect(found.filter(({ id }) => id === 'unit-jump:tv_spend')).toMatchObject([{ row: 42 }])
    expect(found[0].message).toContain('lines 42 and 62')
  })

  test('are none where a count starts again every year', () => {
    const context = contextOf({
      numbers: {
        kpi: series(179, (t) => 50 + (t % 7)),
        'spend tv': series(179, (t) => 3 + (t % 5)),
        'control day': series(179, (t) => ((92 + 7 * t) % 365) + 1),
      },
    })
    expect(ids(context)).toEqual([])
  })
})

describe('a partial last period', () => {
  test('is a warning where the last KPI is far below the rows before it', () => {
    const context = ordinaryMarket(4)
    context.dataset.columns.get('kpi_kpi')![207] *= 0.43
    const findings = audit(context).filter(({ id }) => id === 'partial-last-period')
    expect(findings).toMatchObject([
      { severity: 'warning', row: 209, column: 'kpi_kpi', decide: 'accept: [partial-last-period]' },
    ])
    expect(findings[0].message).toMatch(
      /the last KPI is \d\d % of the weeks before it; if the week had not ended, drop the row/,
    )
  })

  test('is not suspected where the KPI falls at this time of every year', () => {
    const context = ordinaryMarket(4)
    const values = context.dataset.columns.get('kpi_kpi')!
    for (const t of [51, 103, 155, 207]) values[t] *= 0.5
    expect(ids(context)).not.toContain('partial-last-period')
  })

  test('compares days with the same weekday', () => {
    const daily = series(120, (t) => (t % 7 === 1 ? 40 : 100) + 2 * Math.sin(5 * t))
    const spend = series(120, (t) => 10 + (t % 5))
    const context = contextOf({ period: 'day', start: '2024-01-01', numbers: { kpi: daily, 'spend tv': spend } })
    expect(119 % 7).toBe(0)
    expect(ids(context)).toEqual([])
    context.dataset.columns.get('kpi_kpi')![119] = 40
    expect(ids(context)).toContain('partial-last-period')
  })
})

describe('the KPI and the number of rows', () => {
  test('a negative KPI is a warning', () => {
    const context = contextOf({ numbers: { kpi: kpi.map((value, t) => (t === 3 ? -2 : value)), 'spend tv': tv } })
    expect(audit(context).map(({ id }) => id)).toContain('negative:kpi_kpi')
    expect(messages(context).find((message) => message.includes('negative'))).toBe(
      'shop.csv line 5, column `kpi_kpi` (2020-01-27): the KPI is negative (-2).',
    )
  })

  test('fewer rows than parameters are an error, few rows a parameter a warning', () => {
    const context = contextOf({ numbers: { kpi, 'spend tv': tv } })
    expect(audit(context, 11)).toMatchObject([
      {
        id: 'few-rows',
        severity: 'error',
        message: 'shop.csv: the window has 10 rows for 11 parameters; add rows, or leave out channels and controls.',
      },
    ])
    expect(audit(context, 10)).toMatchObject([{ id: 'few-rows', severity: 'warning' }])
    expect(audit(context, 4)).toMatchObject([{ id: 'few-rows', severity: 'warning' }])
    expect(audit(context, 3)).toEqual([])
  })

  test('without lines of a file findings name the period alone', () => {
    const { dataset, uses } = contextOf({
      numbers: { kpi: kpi.map((value, t) => (t === 3 ? -2 : value)), 'spend tv': tv },
    })
    const finding = auditDataset(dataset, uses, { lines: null, parameters: null }).find(
      ({ id }) => id === 'negative:kpi_kpi',
    )!
    expect(finding.row).toBe(null)
    expect(finding.message).toBe('shop.csv, column `kpi_kpi` (2020-01-27): the KPI is negative (-2).')
  })
})
