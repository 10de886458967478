import { describe, expect, it } from 'vitest'
import { edit, messageOf, specOf } from '../../support/spec-text.js'

const withData = (text: string): string => edit('file: shop.csv, date: week, period: week', text)
const dataOf = (text: string) => specOf(withData(text)).data

describe('resolveData(input)', () => {
  it('is a wide table whose rows are the periods, unless the spec says otherwise', () => {
    expect(dataOf('file: shop.csv, date: week, period: week')).toEqual({
      file: 'shop.csv',
      sheet: null,
      long: null,
      date: 'week',
      period: 'week',
      weekStarts: null,
      aggregate: null,
    })
    expect(dataOf('file: a.csv, layout: wide, date: d, period: week').long).toBeNull()
  })

  it('takes a sheet, the long layout, and rules by which rows are added up', () => {
    expect(dataOf('file: a.XLSX, sheet: 2024, date: d, period: week').sheet).toBe(2024)
    expect(
      dataOf(
        'file: a.xlsx, sheet: Data & more, layout: long, date: d, variable: v, value: x, period: week, weekStarts: sunday, aggregate: { revenue: last }',
      ),
    ).toEqual({
      file: 'a.xlsx',
      sheet: 'Data & more',
      long: { date: 'd', variable: 'v', value: 'x' },
      date: 'd',
      period: 'week',
      weekStarts: 0,
      aggregate: { revenue: 'last' },
    })
    expect(dataOf('file: a.csv, date: d, period: month, aggregate: {}').aggregate).toEqual({})
  })

  it.each([
    [
      'file: a.csv, sheet: Data, date: d, period: week',
      'shop.yaml:2:22: `data.sheet` must stand beside a workbook (.xlsx), not `a.csv`.',
    ],
    [
      'file: a.csv, date: d, period: day, aggregate: {}',
      'shop.yaml:2:44: `data.aggregate` must stand beside a period longer than a day, not `period: day`.',
    ],
    [
      'file: a.csv, date: d, period: week, variable: v',
      'shop.yaml:2:45: `data.variable` must stand beside `layout: long`; a wide table has no use for it.',
    ],
    [
      'file: a.csv, layout: wide, date: d, period: week, value: v',
      'shop.yaml:2:59: `data.value` must stand beside `layout: long`; a wide table has no use for it.',
    ],
    [
      'file: a.csv, layout: long, date: d, period: week, value: v',
      'shop.yaml:2:30: `data` must have the key `variable` beside `layout: long`: the column of names of variables.',
    ],
    [
      'file: a.csv, layout: long, date: d, period: week, variable: v',
      'shop.yaml:2:30: `data` must have the key `value` beside `layout: long`: the column of values.',
    ],
    [
      'file: a.csv, layout: long, date: d, period: week, variable: v, value: d',
      'shop.yaml:2:30: `data.date`, `data.variable` and `data.value` must be three different columns.',
    ],
    [
      'file: a.csv, layout: tall, date: d, period: week',
      'shop.yaml:2:30: `data.layout` must be wide or long, not `tall`.',
    ],
    [
      'file: a.csv, date: d, period: week, aggregate: { revenue: median }',
      'shop.yaml:2:67: `data.aggregate.revenue` must be sum, mean, first, last, min or max, not `median`. Did you mean `mean`?',
    ],
    [
      'file: a.csv, date: d, period: week, aggregate: { revenua: mean }',
      'shop.yaml:2:58: `data.aggregate.revenua` must name a column that the spec uses. Did you mean `revenue`?',
    ],
  ])('refuses { %s }', (data, message) => {
    expect(messageOf(withData(data))).toBe(message)
  })
})
