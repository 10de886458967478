import { expect, test } from 'vitest'
import { detectDelimiter } from '../../../src/data/ingest/detect-delimiter.js'

const detect = (text: string) => detectDelimiter(text, 'a.csv')

test('detectDelimiter takes the delimiter that splits rows evenly', () => {
  expect(detect('a,b\n1,2')).toBe(',')
  expect(detect('a;b\n1,5;2,5')).toBe(';')
  expect(detect('a\tb, c\n1\t2')).toBe('\t')
  expect(detect('a|b\n1|2')).toBe('|')
})

test('detectDelimiter takes the most cells where two split evenly', () => {
  expect(detect('a,b;c,d\n1,2;3,4')).toBe(',')
})

test('detectDelimiter does not count delimiters inside quotes', () => {
  expect(detect('"a;x;y",b\n"1;2;3",4')).toBe(',')
})

test('detectDelimiter keeps the likely delimiter where a row is broken', () => {
  expect(detect('a,b,c\n1,2,3\n4,5\n6,7,8')).toBe(',')
})

test('detectDelimiter refuses a header without any', () => {
  expect(() => detect('hello\nworld')).toThrow('a.csv line 1 must hold at least two headers')
})
