import { expect, it } from 'vitest'
import type { Cell, Column, Table } from '../../../src/present/table/table.js'
import { fromDanfo } from '../../../src/data/ingest/from-danfo.js'
import { toDanfo, type DanfoCell, type DanfoFrameOptions } from '../../../src/present/table/to-danfo.js'

/** Keeps what the constructor of danfo's frame is given; tests/e2e has danfo's own. */
class DataFrame {
  readonly columns: readonly string[]
  readonly dtypes: readonly string[]
  constructor(
    readonly values: DanfoCell[][],
    { columns, dtypes }: DanfoFrameOptions,
  ) {
    this.columns = columns
    this.dtypes = dtypes
  }
}

const dfd = { DataFrame }
const column = (key: string): Column => ({ key, label: key, unit: null, align: 'right', format: 'figure' })

const tableOf = (keys: readonly string[], ...rows: Readonly<Record<string, Cell>>[]): Table => ({
  title: 'Returns',
  columns: keys.map(column),
  rows,
})

it('toDanfo(dfd, table) hands over names, rows and types, numbers bit for bit', () => {
  const table = tableOf(
    ['channel', 'spend', 'observed'],
    { channel: 'tv', spend: 0.1 + 0.2, observed: true },
    { channel: 'radio', spend: 2 / 3, observed: false },
  )
  expect(toDanfo(dfd, table)).toEqual({
    columns: ['channel', 'spend', 'observed'],
    dtypes: ['string', 'float32', 'boolean'],
    values: [
      ['tv', 0.30000000000000004, true],
      ['radio', 0.6666666666666666, false],
    ],
  })
})

it('toDanfo(dfd, table) makes five columns of an interval, NaN where a row has none', () => {
  const roas = { mean: 2, sd: 0.5, q05: 1, median: 1.9, q95: 3 }
  const frame = toDanfo(dfd, tableOf(['channel', 'roas'], { channel: 'tv', roas }, { channel: 'pr', roas: null }))
  expect(frame.columns).toEqual(['channel', 'roas_mean', 'roas_sd', 'roas_q05', 'roas_median', 'roas_q95'])
  expect(frame.values).toEqual([
    ['tv', 2, 0.5, 1, 1.9, 3],
    ['pr', NaN, NaN, NaN, NaN, NaN],
  ])
})

it('toDanfo(dfd, table) writes missing text and booleans as null, missing numbers as NaN, whole empty columns as NaN', () => {
  const frame = toDanfo(
    dfd,
    tableOf(
      ['note', 'seen', 'roi', 'gone'],
      { note: null, seen: true, roi: null, gone: null },
      { note: 'x', seen: null, roi: 1, gone: null },
    ),
  )
  expect(frame.dtypes).toEqual(['string', 'boolean', 'float32', 'float32'])
  expect(frame.values).toEqual([
    [null, true, NaN, NaN],
    ['x', null, 1, NaN],
  ])
})

it('toDanfo(dfd, table) of a table without rows has its columns', () => {
  const frame = toDanfo(dfd, tableOf(['channel', 'spend']))
  expect(frame).toEqual({ columns: ['channel', 'spend'], dtypes: ['float32', 'float32'], values: [] })
})

it('fromDanfo reads back what toDanfo wrote', () => {
  const frame = toDanfo(
    dfd,
    tableOf(['channel', 'spend'], { channel: 'tv', spend: 0.1 }, { channel: 'pr', spend: null }),
  )
  expect(fromDanfo(frame).rows).toEqual([
    ['tv', '0.1'],
    ['pr', ''],
  ])
})
