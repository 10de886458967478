import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { tableCsv, toCsv } from '../../../src/present/table/to-csv.js'

describe('toCsv', () => {
  it('writes a heading and a line a row, each ending in CRLF', () => {
    expect(toCsv([{ channel: 'tv', roas: 2.1 }])).toBe('channel,roas\ntv,2.1\n')
  })

  it('quotes commas, quotes and line breaks, and doubles quotes', () => {
    expect(toCsv([{ a: 'x,y', b: 'say "hi"', c: 'two\nlines' }])).toBe('a,b,c\n"x,y","say ""hi""","two\nlines"\n')
  })

  it('puts an apostrophe before text that a spreadsheet would run', () => {
    for (const text of ['=1+1', '+1', '-1', '@x', '\tx']) expect(toCsv([{ a: text }])).toBe(`a\n'${text}\n`)
    expect(toCsv([{ a: '\rx' }])).toBe('a\n"\'\rx"\n')
    expect(toCsv([{ a: -1.5 }])).toBe('a\n-1.5\n')
  })

  it('treats names of columns like text', () => {
    expect(toCsv([{ '=a': 1 }])).toBe("'=a\n1\n")
  })

  it('leaves null, missing and non-finite cells empty', () => {
    expect(toCsv([{ a: null, b: NaN, c: Infinity, d: true }], ['a', 'b', 'c', 'd', 'e'])).toBe('a,b,c,d,e\n,,,true,\n')
  })

  it('writes a heading alone where there are no rows', () => {
    expect(toCsv([], ['a', 'b'])).toBe('a,b\n')
  })

  it('is read back as it was: any text that is no formula, and every finite number', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !/^[=+\-@\t\r]/.test(value))
    const number = fc.double({ noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(fc.array(fc.record({ name: text, value: number }), { minLength: 1 }), (rows) => {
        const { data } = Papa.parse<string[]>(toCsv(rows).replace(/\n$/, ''), { delimiter: ',', newline: '\n' })
        expect(data.slice(1).map(([name]) => name)).toEqual(rows.map(({ name }) => name))
        data.slice(1).forEach(([, value], index) => expect(Number(value)).toBe(rows[index].value + 0))
      }),
      { seed: 11 },
    )
  })
})

describe('tableCsv', () => {
  it('spreads an interval over five columns and a range over two', () => {
    const column = { unit: null, align: 'right', format: 'ratio' } as const
    const table = {
      title: '',
      columns: [
        { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
        { key: 'roas', label: 'ROAS', ...column },
        { key: 'near', label: 'Near', ...column },
      ],
      rows: [
        { channel: 'tv', roas: { mean: 2, median: 1.9, sd: 0.5, q05: 1, q95: 3 }, near: { low: 1, high: 2 } },
        { channel: 'pr', roas: null, near: null },
      ],
    } as const
    expect(tableCsv(table)).toBe(
      'channel,roas_mean,roas_sd,roas_q05,roas_median,roas_q95,near_low,near_high\ntv,2,0.5,1,1.9,3,1,2\npr,,,,,,,\n',
    )
  })
})
