import { describe, expect, it } from 'vitest'
import { guessSpec } from '../../../../src/app/cli/init/guess-spec.js'
import { InputError } from '../../../../src/check/errors.js'
import { readTable } from '../../../../src/data/ingest/read-csv.js'
import { assembleDataset } from '../../../../src/data/table/assemble-dataset.js'
import { columnUses } from '../../../../src/model/spec/column-uses.js'
import { parseSpec } from '../../../../src/model/spec/parse-spec.js'
import { projectText } from '../../../support/project-files.js'

/** Guesses a spec for a shipped data set, reads it back, and reads the data by it. */
function guessFor(file: string) {
  const table = readTable(projectText(`datasets/${file}`), { file })
  const { yaml, guesses } = guessSpec(table, `../datasets/${file}`)
  const spec = parseSpec(yaml, { file: 'guess.yaml' })
  const { date, period, weekStarts } = spec.data
  const { dataset } = assembleDataset(table, {
    date,
    period,
    weekStarts,
    uses: columnUses(spec),
    missing: spec.missing,
  })
  return { yaml, guesses, spec, periods: dataset.windowEnd - dataset.windowStart }
}

describe('guessSpec', () => {
  it('finds spend, exposure, organic media, competitor and events in Robyn’s table', () => {
    const { spec, yaml, guesses, periods } = guessFor('robyn-weekly.csv')
    expect(periods).toBe(208)
    expect(spec.data).toMatchObject({ file: '../datasets/robyn-weekly.csv', date: 'DATE', period: 'week' })
    expect(yaml).toContain(`channels:
  tv: { spend: tv_S, medium: television }
  ooh: { spend: ooh_S, medium: outdoor }
  print: { spend: print_S, medium: print }
  search: { spend: search_S, media: search_clicks_P, medium: search }
  facebook: { spend: facebook_S, media: facebook_I, medium: social }

organic: # media without spend
  newsletter: { media: newsletter }

controls: # what it does not decide; nothing that media move
  competitor_sales: { column: competitor_sales_B, role: confounder }
  events: { column: events, kind: category, none: na }
`)
    expect(guesses).toEqual([
      'dates: column DATE, weekly, 208 rows.',
      'outcome: column revenue, as revenue.',
      'tv: spend tv_S, medium television.',
      'ooh: spend ooh_S, medium outdoor.',
      'print: spend print_S, medium print.',
      'search: spend search_S, media search_clicks_P, medium search.',
      'facebook: spend facebook_S, media facebook_I, medium social.',
      'check: newsletter: media without spend, column newsletter; does it cost money after all?',
      'competitor_sales: control, column competitor_sales_B, confounder.',
      'check: events: control of 3 levels, `na` meaning nothing, column events; if media move it, take it out.',
    ])
  })

  it('finds yearly sales and advertising in Lydia Pinkham’s', () => {
    const { spec, guesses, periods } = guessFor('lydia-pinkham.csv')
    expect(periods).toBe(54)
    expect([spec.data.period, spec.kpi.column, spec.channels.map(({ spend }) => spend)]).toEqual([
      'year',
      'Sales',
      ['Advertising'],
    ])
    expect(guesses[1]).toBe('check: outcome: column Sales, as revenue; is it money, or units?')
  })

  it('takes nameless columns for spend in PyMC-Marketing’s, and leaves trend and season out', () => {
    const { spec, guesses, periods } = guessFor('mmm-example.csv')
    expect(periods).toBe(179)
    expect(spec.channels.map(({ name }) => name)).toEqual(['x1', 'x2'])
    expect(spec.controls.map(({ name, role }) => [name, role])).toEqual([
      ['event_1', 'precision'],
      ['event_2', 'precision'],
    ])
    expect(guesses).toContain("check: x1: spend x1, medium unknown; its header doesn't say that it is money.")
    expect(guesses).toContain(
      'left out: t, as it changes by the same step in every row: the trend is in the model anyway.',
    )
  })

  it('finds treatments, demand capture and media history in the retailer’s', () => {
    const { spec, periods } = guessFor('retailer.csv')
    expect(periods).toBe(208)
    expect(spec.treatments.map(({ name, reference }) => [name, reference])).toEqual([
      ['price', 'mean'],
      ['promotion_depth', 0],
    ])
    expect(spec.channels.filter(({ role }) => role !== null).map(({ name }) => name)).toEqual(['brand_search'])
    expect(spec.channels.find(({ name }) => name === 'leaflet')?.media).toBe('leaflets_delivered')
  })

  it('quotes whatever headers hold, so that the spec reads back', () => {
    const header = 'date,"Sales: net, {EUR} # ""x""",TV Spend ($),true,[z]'
    const rows = Array.from(
      { length: 8 },
      (_, i) => `2024-01-0${i + 1},${i * i},${(7 * i) % 5},${(3 * i) % 7},${(2 * i) % 3}`,
    )
    const { yaml } = guessSpec(readTable([header, ...rows].join('\n'), { file: 'a b: #.csv' }), 'my data/a b: #.csv')
    const spec = parseSpec(yaml, { file: 'guess.yaml' })
    expect([spec.data.file, spec.kpi.column, spec.channels[0].spend, spec.currency]).toEqual([
      'my data/a b: #.csv',
      'Sales: net, {EUR} # "x"',
      'TV Spend ($)',
      'EUR',
    ])
    expect(spec.controls.map(({ column }) => column)).toEqual(['true', '[z]'])
  })

  it('recognises the long layout, and the sheet that it is given', () => {
    const rows = ['sales', 'tv_spend', 'price'].flatMap((name, v) =>
      Array.from({ length: 8 }, (_, i) => `2024-01-0${i + 1},${name},${((7 + v) * i) % 5}`),
    )
    const table = readTable(['day,what,amount', ...rows].join('\n'), { file: 'a.csv' })
    const { yaml, guesses } = guessSpec({ ...table, file: 'a.xlsx' }, 'a.xlsx', { sheet: '2024' })
    const { data, kpi, channels } = parseSpec(yaml, { file: 'guess.yaml' })
    expect(data).toMatchObject({
      sheet: '2024',
      long: { date: 'day', variable: 'what', value: 'amount' },
      date: 'day',
      period: 'day',
    })
    expect([kpi.column, channels[0].spend]).toEqual(['sales', 'tv_spend'])
    expect(guesses.slice(0, 2)).toEqual([
      'dates: column day, daily, 8 dates.',
      'layout: long, names in column what, values in column amount.',
    ])
    expect(yaml).toContain(
      '\n# For weeks write period: week, aggregate: { price: mean } (KPI, spend and media are summed).\n',
    )
  })

  it('warns of dates that repeat', () => {
    const rows = ['a', 'b'].flatMap((geo) => [1, 2, 3, 4].map((i) => `2024-01-0${i},${geo},${i * i},${(7 * i) % 5}`))
    const { guesses } = guessSpec(
      readTable(['date,geo,sales,tv_spend', ...rows].join('\n'), { file: 'a.csv' }),
      'a.csv',
    )
    expect(guesses[1]).toBe(
      'check: dates repeat, as in a table of several regions; a model needs one row per day, so sum them first.',
    )
    expect(guesses).toContain('left out: geo, as it says where or what a row is, and a model has one row a period.')
  })

  it('refuses tables without dates, period, outcome or spend in one sentence', () => {
    const refusal = (text: string) => {
      try {
        guessSpec(readTable(text, { file: 'a.csv' }), 'a.csv')
      } catch (error) {
        if (error instanceof InputError) return error.message
      }
      return 'nothing was refused'
    }
    const days = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04']
    const table = (header: string, cells: (i: number) => string) =>
      `${header}\n${days.map((day, i) => `${day},${cells(i)}`).join('\n')}`
    expect(refusal('sales,tv_spend\n1,2\n3,5\n')).toBe(
      'a.csv must have a column of dates such as 2024-01-31; none of its 2 columns is one.',
    )
    expect(refusal('date,sales,tv_spend\n2024-01-01,2,3\n2024-01-08,5,4\n')).toBe(
      'a.csv: column `date` must have one date a day, week, month, quarter or year; it has fewer than four different dates.',
    )
    expect(refusal(table('date,note', (i) => 'abcd'[i]))).toBe(
      'a.csv must have a column of numbers for the outcome, such as revenue or orders; found none.',
    )
    expect(refusal(table('date,sales,rain', (i) => `${i * i},${(3 * i) % 4}`))).toBe(
      'a.csv must have a column of spend, such as tv_spend; no header says spend or cost, or names a medium.',
    )
  })
})
