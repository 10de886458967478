import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InputError } from '../../../src/check/errors.js'
import { isoDay } from '../../../src/data/calendar/civil-date.js'
import { readTable } from '../../../src/data/ingest/read-csv.js'
import { assembleDataset, inspectTable } from '../../../src/data/table/assemble-dataset.js'
import { use, weekly, assemble, errors, fine } from '../../support/weekly-table.js'

describe('a good table', () => {
  test('assembleDataset types the used columns in time order', () => {
    const { dataset, findings, lines } = assemble(fine)
    expect(dataset).toMatchObject({
      file: 'shop.csv',
      period: 'week',
      periods: ['2024-01-01', '2024-01-08', '2024-01-15'],
      startDays: [19723, 19730, 19737],
      windowStart: 0,
      windowEnd: 3,
    })
    expect([...dataset.columns.keys()]).toEqual(['sales', 'tv', 'heat'])
    expect([...dataset.columns.get('tv')!]).toEqual([5, 0, 7.5])
    expect(findings).toEqual([])
    expect(lines).toEqual([2, 3, 4])
  })

  test('assembleDataset sorts rows in any order and says so', () => {
    const { dataset, findings, lines } = assemble(
      'week,sales,tv,heat\n2024-01-15,120,7.5,19\n2024-01-08,110,0,21\n2024-01-01,100,5,20\n',
    )
    expect(dataset.periods).toEqual(['2024-01-01', '2024-01-08', '2024-01-15'])
    expect([...dataset.columns.get('sales')!]).toEqual([100, 110, 120])
    expect(lines).toEqual([4, 3, 2])
    expect(findings).toMatchObject([
      {
        id: 'rows-sorted',
        severity: 'note',
        message: 'shop.csv, column `week`: the rows run from the newest to the oldest; they were sorted.',
      },
    ])
  })

  test('assembleDataset reads annual data', () => {
    const text = 'Year,Advertising,Sales\n1907,608,1016\n1908,451,921\n1909,529,934\n1910,543,976\n1911,525,930\n'
    const { dataset } = assemble(text, {
      date: 'Year',
      period: 'year',
      uses: [use('kpi', 'Sales'), use('spend', 'Advertising')],
    })
    expect(dataset.periods).toEqual(['1907', '1908', '1909', '1910', '1911'])
    expect([...dataset.columns.get('Sales')!]).toEqual([1016, 921, 934, 976, 930])
  })

  test('assembleDataset reads text columns as categories, `na` being a level like any other', () => {
    const text = [
      '"DATE","revenue","tv_S","facebook_I","events"',
      '2015-11-23,2754371.66666667,22358.3466666667,24301284.2375304,"na"',
      '2015-11-30,2584276.66666667,28613.4533333333,5527033.1817753,"na"',
      '2015-12-07,2547386.66666667,0,16651591.2234904,"event1"',
    ].join('\n')
    const { dataset } = assemble(text, {
      date: 'DATE',
      uses: [use('kpi', 'revenue'), use('spend', 'tv_S'), use('media', 'facebook_I'), use('category', 'events')],
    })
    expect(dataset.texts.get('events')).toEqual(['na', 'na', 'event1'])
    expect(dataset.columns.has('events')).toBe(false)
    expect(dataset.columns.get('revenue')![0]).toBe(2754371.66666667)
  })

  test('assembleDataset reads decimal commas of a semicolon table', () => {
    const { dataset } = assemble(
      'week;sales;tv;heat\n2024-01-01;1000,5;5;-2,25\n2024-01-08;1.5e3;0;3\n'.replace('1.5e3', '1500'),
    )
    expect([...dataset.columns.get('sales')!]).toEqual([1000.5, 1500])
    expect([...dataset.columns.get('heat')!]).toEqual([-2.25, 3])
  })

  test('assembleDataset does not look at columns that no use reads', () => {
    const text = 'week,sales,tv,heat,note,note\n2024-01-01,100,5,20,"1,234 €",\n2024-01-08,110,0,21,,inf\n'
    expect(assemble(text).findings).toEqual([])
  })

  test('assembleDataset leaves out rows of delimiters, with a note', () => {
    const { dataset, findings } = assemble(`${fine},,,\n,,,\n`)
    expect(dataset.periods).toHaveLength(3)
    expect(findings).toMatchObject([{ id: 'empty-rows', severity: 'note', row: 5 }])
    expect(findings[0].message).toBe('shop.csv lines 5 and 6: all cells are empty; left out.')
  })

  test('assembleDataset takes a column that equals a header exactly as that column, whatever its characters', () => {
    const text = 'week,sales,x1-tv,x1,tv\n2024-01-01,100,5,20,1\n2024-01-08,110,6,21,2\n'
    const { dataset } = assemble(text, { uses: [use('kpi', 'sales'), use('spend', 'x1-tv')] })
    expect([...dataset.columns.get('x1-tv')!]).toEqual([5, 6])
  })

  test('assembleDataset computes expressions over columns', () => {
    const { dataset } = assemble(fine, { uses: [use('kpi', 'sales'), use('control', 'max(0, heat - 20)', 'hot')] })
    expect([...dataset.columns.get('max(0, heat - 20)')!]).toEqual([0, 1, 0])
  })
})

describe('history, future and weeks', () => {
  const longer =
    'week,sales,tv,heat\n2023-12-25,,3,\n2024-01-01,100,5,20\n2024-01-08,110,0,21\n2024-01-15,,8,22\n2024-01-22,NA,,\n'

  test('assembleDataset keeps rows before the first KPI as media history and rows after the last as the future', () => {
    const { dataset, findings } = assemble(longer)
    expect([dataset.windowStart, dataset.windowEnd]).toEqual([1, 3])
    expect([...dataset.columns.get('sales')!]).toEqual([NaN, 100, 110, NaN, NaN])
    expect([...dataset.columns.get('tv')!]).toEqual([3, 5, 0, 8, NaN])
    expect([...dataset.columns.get('heat')!]).toEqual([NaN, 20, 21, 22, NaN])
    expect(findings.map(({ id, severity, row }) => [id, severity, row])).toEqual([
      ['media-history', 'note', 2],
      ['future-rows', 'note', 5],
    ])
  })

  test('assembleDataset wants media in the history', () => {
    expect(errors(longer.replace('2023-12-25,,3,', '2023-12-25,,,'))).toEqual([
      'shop.csv line 2, column `tv`: the cell is empty, which is not zero; fill it, or write `missing: { tv: zero }` in the spec.',
    ])
  })

  test('assembleDataset refuses a KPI that is empty everywhere', () => {
    expect(errors('week,sales,tv,heat\n2024-01-01,,5,20\n2024-01-08,,0,21\n')).toEqual([
      'shop.csv, column `sales`: the KPI is empty in every row.',
    ])
  })

  test('assembleDataset names weeks by the day that they begin on', () => {
    const sundays = 'week,sales,tv,heat\n2024-01-07,100,5,20\n2024-01-14,110,0,21\n'
    expect(assemble(sundays).dataset.periods).toEqual(['2024-01-07', '2024-01-14'])
    const { dataset, findings } = assemble(sundays, { weekStarts: 1 })
    expect(dataset.periods).toEqual(['2024-01-01', '2024-01-08'])
    expect(findings[0].message).toBe(
      'shop.csv, column `week`: weeks are dated by their Sunday and named by the Monday that they begin on.',
    )
  })

  test('assembleDataset notes dates of another form', () => {
    const { dataset, findings } = assemble('week,sales,tv,heat\n08.01.2024,100,5,20\n15.01.2024,110,0,21\n')
    expect(dataset.periods).toEqual(['2024-01-08', '2024-01-15'])
    expect(findings).toMatchObject([{ id: 'date-form', severity: 'note', column: 'week' }])
    expect(findings[0].message).toBe(
      'shop.csv, column `week`: the dates are written 08.01.2024 and read day first, as line 3 has a day above 12.',
    )
  })

  test('assembleDataset warns of a last month that its date shows to be partial', () => {
    const text = 'month,sales,tv,heat\n2024-01-31,1,1,1\n2024-02-29,2,2,2\n2024-03-31,3,3,3\n2024-04-17,1,1,1\n'
    const { findings } = assemble(text, { date: 'month', period: 'month' })
    expect(findings).toMatchObject([{ id: 'partial-last-period', severity: 'warning', row: 5 }])
    expect(findings[0].message).toContain('2024-04-17 is not the last day of its month as in all other rows')
  })
})

describe('the fingerprint', () => {
  test('is that of the used columns as parsed: not of order, file name, delimiter, unused columns or number format', () => {
    const fingerprint = assemble(fine).dataset.fingerprint
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/)
    const variants = [
      'week,sales,tv,heat\n2024-01-15,120,7.5,19\n2024-01-01,100,5,20\n2024-01-08,110,0,21\n',
      'heat;week;sales;tv;note\n20,0;2024-01-01;100;5;a\n21;2024-01-08;110;0;b\n19;2024-01-15;1,2e2;7,5;c\n',
    ]
    for (const variant of variants) {
      const { dataset } = assembleDataset(readTable(variant, { file: 'other.txt' }), weekly)
      expect(dataset.fingerprint).toBe(fingerprint)
    }
  })

  test('changes with any used number, date or text, and not with a missing rule', () => {
    const fingerprint = assemble(fine).dataset.fingerprint
    expect(assemble(fine.replace('7.5', '7.50000001')).dataset.fingerprint).not.toBe(fingerprint)
    expect(assemble(fine.replaceAll('2024-01-', '2024-04-')).dataset.fingerprint).not.toBe(fingerprint)
    const gap = fine.replace('21', '')
    const filled = (rule: 'mean' | 'zero') => assemble(gap, { missing: { heat: rule } }).dataset.fingerprint
    expect(filled('mean')).toBe(filled('zero'))
  })
})

describe('any text at all', () => {
  test('assembleDataset gives a dataset or an InputError, nothing else', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        'NA',
        '1',
        '-5',
        '1,5',
        '1.234,5',
        '2024-01-01',
        '08.01.2024',
        '"',
        '\n',
        ';',
        '\0',
        'col("a")',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    )
    const row = fc.array(cell, { minLength: 1, maxLength: 5 })
    const text = fc
      .tuple(fc.constantFrom(',', ';', '\t', '|'), fc.array(row, { maxLength: 6 }))
      .map(([delimiter, rows]) =>
        [['week', 'sales', 'tv', 'heat'], ...rows].map((cells) => cells.join(delimiter)).join('\n'),
      )
    fc.assert(
      fc.property(text, fc.string({ maxLength: 12 }), (content, column) => {
        try {
          const uses = [use('kpi', 'sales'), use('spend', 'tv'), use('control', column || 'heat')]
          const { dataset } = assemble(content, { uses })
          expect(dataset.windowEnd).toBeGreaterThan(dataset.windowStart)
        } catch (error) {
          expect(error).toBeInstanceOf(InputError)
          expect((error as InputError).issues.length).toBeGreaterThan(0)
        }
      }),
      { seed: 9, numRuns: 500 },
    )
  })

  test('assembleDataset gives back what was written, whatever the delimiter and the order of rows', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: 0, max: 1e9 })
    const rows = fc.array(fc.tuple(number, number, number), { minLength: 2, maxLength: 20 })
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.infiniteStream(fc.nat()),
        (values, delimiter, keys) => {
          const written = (value: number) => (delimiter === ';' ? String(value).replace('.', ',') : String(value))
          const lines = values.map((row, t) => [isoDay(19723 + 7 * t), ...row.map(written)].join(delimiter))
          const order = lines.map((line) => ({ line, key: keys.next().value as number })).sort((a, b) => a.key - b.key)
          const text = [['week', 'sales', 'tv', 'heat'].join(delimiter), ...order.map(({ line }) => line)].join('\n')
          const { dataset } = assemble(text)
          expect([...dataset.columns.get('tv')!]).toEqual(values.map(([, tv]) => tv))
          expect(dataset.periods[0]).toBe('2024-01-01')
        },
      ),
      { seed: 10, numRuns: 200 },
    )
  })
})

describe('rows shorter than the period', () => {
  const rows = (count: number, cells: (t: number) => string): string =>
    Array.from({ length: count }, (_, t) => `${isoDay(19723 + t)},${cells(t)}`).join('\n')
  const daily = `week,sales,tv,heat\n${rows(28, (t) => `${100 + t},${t % 7},${20 + (t % 7)}`)}\n`
  const weekOf =
    'week,sales,tv,heat\n2024-01-01,721,21,23\n2024-01-08,770,21,23\n2024-01-15,819,21,23\n2024-01-22,868,21,23\n'
  const aggregate = { heat: 'mean' } as const

  test('assembleDataset adds them up, to the dataset and fingerprint of the weeks themselves', () => {
    const days = assemble(daily, { aggregate })
    const weeks = assemble(weekOf)
    expect(days.dataset).toEqual(weeks.dataset)
    expect(days.lines).toBeNull()
    expect(days.findings).toEqual([])
  })

  test('assembleDataset sorts, fills and computes row by row before', () => {
    const uses = [...weekly.uses, use('control', 'max(0, heat - 25)')]
    const lines = daily.replace('106,6,26', '106,,26').trim().split('\n')
    const [header, ...shuffled] = [lines[0], ...lines.slice(1).toReversed()]
    const { dataset, findings } = assemble([header, ...shuffled].join('\n'), {
      aggregate,
      uses,
      missing: { tv: 'zero' },
    })
    expect([...dataset.columns.get('tv')!]).toEqual([15, 21, 21, 21])
    expect([...dataset.columns.get('max(0, heat - 25)')!]).toEqual([1 / 7, 1 / 7, 1 / 7, 1 / 7])
    expect(findings.map(({ id }) => id)).toEqual(['rows-sorted', 'missing-filled:tv'])
  })

  test('assembleDataset names what is wrong with a row by its line', () => {
    expect(errors(daily.replace('106,6,26', '106,,26'), { aggregate })).toEqual([
      'shop.csv line 8, column `tv`: the cell is empty, which is not zero; fill it, or write `missing: { tv: zero }` in the spec.',
    ])
    expect(errors(daily.replace('2024-01-09,108,1,21\n', ''), { aggregate })).toEqual([
      'shop.csv line 10, column `week`: 2024-01-10 follows 2024-01-08, so the day 2024-01-09 is missing; add the rows.',
    ])
    expect(errors(daily, { aggregate: {} })).toEqual([
      '`controls.control.column`: `data.aggregate` must say how the rows of a week become one value of `heat`; write `aggregate: { heat: mean }` (sum, mean, first, last, min or max).',
    ])
    expect(errors(weekOf, { aggregate })[0]).toContain('the rows are weeks already')
  })

  test('assembleDataset refuses a table whose rows change from weeks to days', () => {
    const mixed = `${weekOf}2024-01-23,1,1,1\n2024-01-24,1,2,1\n2024-01-25,1,1,3\n`
    const message =
      'shop.csv line 5, column `week`: the rows are weeks before 2024-01-22 and days from then on; a table must have rows of one period, so add up the shorter ones.'
    expect(errors(mixed)).toEqual([message])
    expect(errors(mixed, { aggregate })[0]).toContain('the rows are weeks')
  })
})

describe('cells without a value', () => {
  const table = { ...readTable(fine, { file: 'shop.xlsx' }), delimiter: null }
  const merged = 'the cell is merged with B2'
  const faults = [
    { column: 1, row: 1, text: merged },
    { column: 1, row: 2, text: merged },
    { column: 3, row: null, text: 'the column holds lists' },
  ]

  test('inspectTable reports them in the columns that are used, once a reason', () => {
    const { assembly, findings } = inspectTable({ ...table, faults }, weekly)
    expect(assembly).toBeNull()
    expect(findings.map(({ message }) => message)).toEqual([
      'shop.xlsx rows 3 and 4, column `sales`: the cell is merged with B2.',
      'shop.xlsx, column `heat`: the column holds lists.',
    ])
  })

  test('inspectTable passes over them in columns that are not', () => {
    const uses = [use('kpi', 'sales'), use('spend', 'tv')]
    expect(inspectTable({ ...table, faults: faults.slice(2) }, { ...weekly, uses }).findings).toEqual([])
  })
})
