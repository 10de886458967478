import { expect, test } from 'vitest'
import { InputError } from '../../../src/check/errors.js'
import { readTable } from '../../../src/data/ingest/read-csv.js'

const read = (text: string) => readTable(text, { file: 'sales.csv' })

function messages(text: string): string[] {
  try {
    read(text)
  } catch (error) {
    expect(error).toBeInstanceOf(InputError)
    return (error as InputError).issues.map((issue) => issue.message)
  }
  return []
}

test('readTable(text) gives headers, text cells and lines that count the header as line 1', () => {
  expect(read('Year,Advertising,Sales\n1907,608,1016\n1908,451,921\n')).toEqual({
    file: 'sales.csv',
    delimiter: ',',
    headers: ['Year', 'Advertising', 'Sales'],
    rows: [
      ['1907', '608', '1016'],
      ['1908', '451', '921'],
    ],
    lines: [2, 3],
  })
})

test('readTable(text) takes a byte-order mark, CRLF, a lone CR and blanks around cells', () => {
  const plain = read('week,tv\n2024-01-01,5\n2024-01-08,6')
  expect(read('\ufeffweek,tv\r\n2024-01-01,5\r\n2024-01-08,6\r\n')).toEqual(plain)
  expect(read('week,tv\r2024-01-01,5\r2024-01-08,6\r')).toEqual(plain)
  expect(read(' week , tv\n2024-01-01 ,\u00a05\n 2024-01-08,6 ')).toEqual(plain)
})

test('readTable(text) detects semicolon, tab and | and is not misled by decimal commas', () => {
  expect(read('week;tv;radio\n2024-01-01;1,5;2,25\n2024-01-08;3;1,5').delimiter).toBe(';')
  expect(read('week;tv, net;radio\n2024-01-01;1,5;2,25').headers).toEqual(['week', 'tv, net', 'radio'])
  expect(read('week\ttv\n2024-01-01\t5').delimiter).toBe('\t')
  expect(read('week|tv\n2024-01-01|5').delimiter).toBe('|')
})

test('readTable(text) reads quoted cells and counts the line breaks inside them', () => {
  const table = read('week,"tv, net",note\n2024-01-01,5,"first\nsecond ""line"""\n\n2024-01-08,6,\n')
  expect(table.headers).toEqual(['week', 'tv, net', 'note'])
  expect(table.rows).toEqual([
    ['2024-01-01', '5', 'first\nsecond "line"'],
    ['2024-01-08', '6', ''],
  ])
  expect(table.lines).toEqual([2, 5])
})

test('readTable(text) leaves two headers of one name to whoever uses them', () => {
  expect(read('week,x,x\n2024-01-01,1,2').headers).toEqual(['week', 'x', 'x'])
})

test('readTable(text) names each row of another length than the header, up to five', () => {
  expect(messages('a,b\n1,2\n1\n1,2,3\n')).toEqual([
    'sales.csv line 3 has 1 cell, but the header has 2.',
    'sales.csv line 4 has 3 cells, but the header has 2. Numbers with a decimal comma need semicolons between the cells, and text with a comma needs quotes.',
  ])
  const many = messages('a;b\n1;2\n1;2\n' + '1\n'.repeat(8))
  expect(many).toHaveLength(6)
  expect(many[5]).toBe('sales.csv has 3 more rows of another length than the header.')
})

test('readTable(text) refuses an empty file, a lone header and a file without a delimiter', () => {
  expect(messages('')).toEqual(['sales.csv is empty; it must hold a header and rows.'])
  expect(messages(' \n \n')).toEqual(['sales.csv is empty; it must hold a header and rows.'])
  expect(messages('week,tv\n')).toEqual(['sales.csv has a header but no rows.'])
  expect(messages('hello world\nnothing here\n')).toEqual([
    'sales.csv line 1 must hold at least two headers with a comma, semicolon, tab or | between them, not `hello world`.',
  ])
})

test('readTable(text) refuses other formats in words that say how to save the file', () => {
  expect(messages('PK\u0003\u0004\u0014\0')).toEqual([
    'sales.csv is a workbook or zip archive, not CSV text; save the sheet as CSV (UTF-8).',
  ])
  expect(messages('a,b\n1,2\nw\0e\0')).toEqual([
    'sales.csv is not UTF-8 text: line 3 has a NUL byte, as in UTF-16 or binary files; save it as CSV (UTF-8).',
  ])
  expect(messages('Stra\ufffde,b\n1,2')[0]).toContain('its header has bytes that cannot be decoded')
  expect(messages('PAR1\u0015')[0]).toContain('is a Parquet file')
  expect(messages('\u001f\ufffd\b')[0]).toContain('is compressed')
})

test('readTable(text) refuses a quote that is never closed, by its line', () => {
  expect(messages('a,b\n1,2\n"3,4\n5,6\n')).toEqual([
    'sales.csv line 3 has an opening quote that is never closed; put the whole cell in quotes and double those inside.',
  ])
  expect(messages('a,b\n1,2\n3,"4"x\n5,6\n')[0]).toContain('line 3 has a quote in the middle of a cell')
})
