import { describe, expect, it } from 'vitest'
import { readJson } from '../../../src/data/ingest/read-json.js'
import { refusal } from '../../support/refusal.js'

const read = (text: string) => readJson(text, { file: 'shop.json' })

describe('readJson(text)', () => {
  it('reads a list of objects: keys in the order in which they occur, missing ones empty', () => {
    expect(read('[{"week": "2024-01-01", "tv": 0.1}, {"tv": null, " radio ": true, "week": " 2024-01-08 "}]')).toEqual({
      file: 'shop.json',
      delimiter: null,
      headers: ['week', 'tv', 'radio'],
      rows: [
        ['2024-01-01', '0.1', ''],
        ['2024-01-08', '', '1'],
      ],
      lines: [1, 2],
    })
  })

  it('reads one object a line, and counts lines', () => {
    const table = read('\ufeff{"a": 1, "b": "x"}\r\n\n{"b": "y", "a": 1e-7}\n')
    expect(table.rows).toEqual([
      ['1', 'x'],
      ['1e-7', 'y'],
    ])
    expect(table.lines).toEqual([1, 3])
  })

  it('takes names that objects have anyway for what they are', () => {
    const { headers, rows } = read('[{"constructor": 1, "toString": 2}, {"constructor": 3}]')
    expect([headers, ...rows]).toEqual([
      ['constructor', 'toString'],
      ['1', '2'],
      ['3', ''],
    ])
  })

  it('is not misled by braces and colons inside texts', () => {
    expect(read('[{"a": "{\\"a\\": 1, \\"a\\": 2}", "b": "x: y"}]').rows).toEqual([['{"a": 1, "a": 2}', 'x: y']])
  })

  it.each([
    ['week,tv\n1,2', 'shop.json is not JSON rows: it must begin with [ or {.'],
    ['', 'shop.json is not JSON rows: it must begin with [ or {.'],
    ['"text"', 'shop.json is not JSON rows: it must begin with [ or {.'],
    ['[]', 'shop.json has no rows.'],
    ['[{}, {}]', 'shop.json has rows without any key.'],
    [
      '[[1, 2]]',
      'shop.json row 1 must be an object of columns and values, not a list (pandas writes rows with orient="records").',
    ],
    ['[{"a": 1}, null]', 'shop.json row 2 must be an object of columns and values, not null.'],
    ['[{"a": 1}, 5]', 'shop.json row 2 must be an object of columns and values, not number 5.'],
    ['[{"a": 1}, {"a": [2]}]', 'shop.json row 2, column `a` must be text, a number, true, false or null, not a list.'],
    ['{"a": {"b": 1}}', 'shop.json row 1, column `a` must be text, a number, true, false or null, not an object.'],
    ['[{"__proto__": 1}]', 'shop.json row 1 has the key `__proto__`, which is no name; rename it.'],
    ['[{"a": 1}, {"b": 1, "b": 2}]', 'shop.json has a key twice in one row: `b` in object 2.'],
    [
      '{"a": 1}\n{"a": 2',
      'shop.json must be a list of objects, or hold one object a line, but line 2 is not an object by itself.',
    ],
    [
      '{\n"a": 1\n}',
      'shop.json must be a list of objects, or hold one object a line, but line 1 is not an object by itself; it holds one object (pandas writes rows with orient="records").',
    ],
  ])('refuses %o in one sentence', async (text, message) => {
    expect(await refusal(() => read(text))).toBe(message)
  })

  it('says that a file is cut off, or broken', () => {
    expect(() => read('[{"a": 1},')).toThrow(/^shop\.json is not JSON: it ends too early\.$/)
    expect(() => read('[{"a": 1};{"a": 2}]')).toThrow(/^shop\.json is not JSON( from line 1 on)?\.$/)
  })

  it('refuses rows that would make more cells than fit into memory', () => {
    const rows = Array.from({ length: 7000 }, (_, i) => `{"k${i}":1}`)
    expect(() => read(`[${rows.join(',')}]`)).toThrow(
      'shop.json has 7,000 rows of 7,000 columns; at most 40,000,000 cells',
    )
  })
})
