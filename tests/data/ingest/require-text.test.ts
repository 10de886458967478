import { expect, test } from 'vitest'
import { requireText } from '../../../src/data/ingest/require-text.js'

const check = (text: string) => () => requireText(text, 'a.csv')

test('requireText accepts text in any script', () => {
  check('週,売上\n2024-01-01,5')()
  check('\ufeffweek,sales')()
})

test('requireText accepts undecodable bytes outside the header', () => {
  check('week,note\n2024-01-01,Stra\ufffde')()
})

test('requireText says what a file is instead of text', () => {
  expect(check('')).toThrow('a.csv is empty; it must hold a header and rows.')
  expect(check('PK\u0003\u0004')).toThrow('is a workbook or zip archive')
  expect(check('PAR1')).toThrow('is a Parquet file')
  expect(check('\u001f\u008b')).toThrow('is compressed')
  expect(check('w\0e\0e\0k\0')).toThrow('line 1 has a NUL byte')
  expect(check('Gr\ufffd\ufffde,b')).toThrow('its header has bytes that cannot be decoded')
})
