import { expect, it } from 'vitest'
import { dataFormat, requireFormat } from '../../../src/data/ingest/data-format.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

it('dataFormat(file) knows a file by its ending, in upper and lower case', () => {
  const files = ['a.csv', 'a.b.TSV', 'a.txt', 'x/a.json', 'a.jsonl', 'a.ndjson', 'a.Parquet', 'a.xlsx', 'a.xlsm']
  expect(files.map(dataFormat)).toEqual([
    'text',
    'text',
    'text',
    'json',
    'json',
    'json',
    'parquet',
    'workbook',
    'workbook',
  ])
})

it.each([
  ['a.dat', 'ends in .dat.'],
  ['table', 'has no ending.'],
  ['.csv', 'has no ending.'],
  ['a.constructor', 'ends in .constructor.'],
  ['a.xls', 'ends in .xls; save it as .xlsx.'],
  ['a.csv.gz', 'ends in .gz; unpack it first.'],
])('dataFormat(%s) says which endings are known', (file, found) => {
  const known = '.csv, .tsv, .txt, .json, .jsonl, .ndjson, .parquet or .xlsx'
  expect(() => dataFormat(file)).toThrow(`The data file ${file} must end in ${known}, but ${found}`)
})

it('requireFormat(bytes, format, file) takes what a file holds', () => {
  expect(() => requireFormat(bytes('a,b\n1,2'), 'text', 'a.csv')).not.toThrow()
  expect(() => requireFormat(bytes('[id],{x}\n1,2'), 'text', 'a.csv')).not.toThrow()
  expect(() => requireFormat(bytes('[{"a": 1}]'), 'json', 'a.json')).not.toThrow()
  expect(() => requireFormat(bytes('PAR1'), 'parquet', 'a.parquet')).not.toThrow()
  expect(() => requireFormat(bytes('PK\u0003\u0004'), 'workbook', 'a.xlsx')).not.toThrow()
})

it.each([
  ['PAR1x', 'text', 'a text table by its name, but Parquet by its content; give it the ending .parquet.'],
  [' [ {"a": 1}]', 'text', 'a text table by its name, but JSON by its content; give it the ending .json.'],
  ['{"a": 1}', 'parquet', 'Parquet by its name, but JSON by its content; give it the ending .json.'],
  ['PK\u0003\u0004', 'json', 'JSON by its name, but a workbook or zip archive by its content;'],
  ['\u001f', 'workbook', 'a workbook by its name, but its content is something else'],
] as const)('requireFormat refuses %o as %s', (content, format, sentence) => {
  expect(() => requireFormat(bytes(content), format, 'a.b')).toThrow(`The data file a.b is ${sentence}`)
})
