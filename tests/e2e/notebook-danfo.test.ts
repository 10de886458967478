import { createRequire } from 'node:module'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DanfoFrame } from '../../src/data/ingest/from-danfo.js'
import type { DanfoModule } from '../../src/present/table/to-danfo.js'
import { installNotebooks, notebookFolder } from '../../scripts/run-notebooks.mjs'
import { fromDanfo } from '../../src/data/ingest/from-danfo.js'
import { readTable } from '../../src/data/ingest/read-csv.js'
import { contributionsTable } from '../../src/present/table/contributions-table.js'
import { curvesTable } from '../../src/present/table/curves-table.js'
import { flatTable } from '../../src/present/table/flat-table.js'
import { returnsTable } from '../../src/present/table/returns-table.js'
import { seriesTable } from '../../src/present/table/series-table.js'
import { toDanfo } from '../../src/present/table/to-danfo.js'
import { projectText } from '../support/project-files.js'
import { reportFixture } from '../support/report-fixture.js'

/** What this test uses of danfo beyond what the adapter reads. */
interface Frame extends DanfoFrame {
  readonly dtypes: readonly string[]
  readonly shape: readonly [number, number]
  addColumn(name: string, values: readonly unknown[], options: { inplace: true }): void
  add(value: number): Frame
  groupby(columns: readonly string[]): { agg(operations: Readonly<Record<string, string>>): Frame }
  isNa(): Frame
  sortValues(column: string, options: { ascending: boolean }): Frame
}

interface Danfo extends DanfoModule<Frame> {
  readonly DataFrame: new (data: unknown, options?: object) => Frame
  readCSV(path: string): Promise<Frame>
  merge(options: { left: Frame; right: Frame; on: string[]; how: string }): Frame
}

let dfd: Danfo

beforeAll(() => {
  installNotebooks()
  dfd = createRequire(join(notebookFolder, 'package.json'))('danfojs-node') as Danfo
})

describe('fromDanfo on a frame of danfo', () => {
  it('keeps dates, strings, integers and float64', () => {
    const values = [0.1 + 0.2, 2 / 3, 123456789.12345678, 5e-324, Number.MAX_VALUE, -1e-300]
    const frame = new dfd.DataFrame({
      date: values.map((_, day) => new Date(Date.UTC(2024, 1, 27 + day))),
      text: values.map((_, at) => `2024-01-0${at + 1}`),
      whole: values.map((_, at) => Number.MAX_SAFE_INTEGER - at),
      real: values,
    })
    expect(fromDanfo(frame).rows).toEqual(
      values.map((value, at) => [
        ['2024-02-27', '2024-02-28', '2024-02-29', '2024-03-01', '2024-03-02', '2024-03-03'][at],
        `2024-01-0${at + 1}`,
        String(9007199254740991 - at),
        String(value),
      ]),
    )
    expect(fromDanfo(frame).rows.map((row) => Number(row[3]))).toEqual(values)
  })

  it('takes null, undefined and NaN for missing, whatever dtype danfo guesses', () => {
    const frame = new dfd.DataFrame(
      [
        ['a', 1, null],
        [null, undefined, 0.5],
        ['c', NaN, undefined],
      ],
      { columns: ['text', 'whole', 'real'] },
    )
    expect(fromDanfo(frame).rows).toEqual([
      ['a', '1', ''],
      ['', '', '0.5'],
      ['c', '', ''],
    ])
  })

  it('takes NaN of a left join for missing', () => {
    const left = new dfd.DataFrame({ date: ['2024-01-01', '2024-01-02'], sales: [1, 2] })
    const right = new dfd.DataFrame({ date: ['2024-01-02'], tv: [0.7] })
    const joined = dfd.merge({ left, right, on: ['date'], how: 'left' })
    expect(fromDanfo(joined).rows).toEqual([
      ['2024-01-01', '1', ''],
      ['2024-01-02', '2', '0.7'],
    ])
  })

  it('gives the table that readTable gives, for a CSV file that danfo read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'danfo-'))
    try {
      for (const path of ['datasets/national-brand.csv', 'datasets/lydia-pinkham.csv', 'datasets/mmm-example.csv']) {
        const text = projectText(path)
        writeFileSync(join(folder, 'a.csv'), text)
        const [ours, danfos] = [readTable(text, { file: 'a.csv' }), fromDanfo(await dfd.readCSV(join(folder, 'a.csv')))]
        expect(danfos.headers).toEqual(ours.headers)
        expect(danfos.lines).toEqual(ours.lines)
        expect(danfos.rows.map(numbersOf)).toEqual(ours.rows.map(numbersOf))
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('refuses frames whose column has the name of the property it reads', () => {
    expect(() => fromDanfo(new dfd.DataFrame({ values: [1, 2], tv: [3, 4] }))).toThrow(
      'rename a column that is itself called `values`.',
    )
    expect(() => fromDanfo(new dfd.DataFrame({ columns: [1, 2], tv: [3, 4] }))).toThrow(
      'rename a column that is itself called `columns`.',
    )
  })
})

describe('danfo', () => {
  it('sums groups in float64: weekly sums equal a plain loop’s to 1e-12', () => {
    const days = Array.from({ length: 700 }, (_, day) => day)
    const spend = days.map((day) => ((day * 7919) % 10007) / 7)
    const frame = new dfd.DataFrame({ week: days.map((day) => `w${Math.floor(day / 7)}`), spend })
    const sums = frame.groupby(['week']).agg({ spend: 'sum' }).values as [string, number][]
    expect(sums).toHaveLength(100)
    for (const [week, sum] of sums) {
      const first = 7 * Number(week.slice(1))
      let expected = 0
      for (let day = first; day < first + 7; day++) expected += spend[day]
      expect(Math.abs(sum - expected)).toBeLessThanOrEqual(1e-12 * expected)
    }
  })

  it('computes between frames in float32 and counts null as 0 in sums, as the words of fromDanfo warn', () => {
    const frame = new dfd.DataFrame({ week: ['a', 'a'], x: [0.1, 0.2] })
    expect(new dfd.DataFrame({ x: [0.1, 0.2], y: [1, 2] }).add(0.1).values).not.toEqual([
      [0.1 + 0.1, 1 + 0.1],
      [0.2 + 0.1, 2 + 0.1],
    ])
    frame.addColumn('y', [5, null], { inplace: true })
    expect(frame.groupby(['week']).agg({ y: 'sum' }).values).toEqual([['a', 5]])
  })
})

describe('toDanfo makes a frame of danfo', () => {
  const data = reportFixture()
  const tables = [
    contributionsTable(data.summary),
    returnsTable(data.summary),
    curvesTable(data),
    seriesTable(data.summary),
  ]

  it.each(tables.map((table) => [table.title, table] as const))('of %s, bit for bit', (_, table) => {
    const frame = toDanfo(dfd, table)
    const { names, rows } = flatTable(table)
    expect(frame.columns).toEqual(names)
    expect(frame.shape).toEqual([rows.length, names.length])
    const missing = frame.isNa().values as boolean[][]
    rows.forEach((row, r) =>
      names.forEach((name, c) => {
        const cell = (frame.values[r] as unknown[])[c]
        if (missing[r][c]) expect(row[name] ?? null).toBeNull()
        else expect(cell).toBe(row[name])
      }),
    )
  })

  it('that sorts and joins without loss', () => {
    const returns = toDanfo(dfd, returnsTable(data.summary))
    const before = flatTable(returnsTable(data.summary)).rows.map(({ roas_mean }) => roas_mean)
    const sorted = returns.sortValues('roas_mean', { ascending: false })
    const at = returns.columns.indexOf('roas_mean')
    expect(sorted.values.map((row) => (row as unknown[])[at])).toEqual(
      [...before].sort((a, b) => Number(b) - Number(a)),
    )
  })
})

/** Numbers where a cell is one, so that `1.0` and `1` are alike. */
function numbersOf(row: readonly string[]): (string | number)[] {
  return row.map((cell) => (cell === '' || Number.isNaN(Number(cell)) ? cell : Number(cell)))
}
