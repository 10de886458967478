import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InputError } from '../../../src/check/errors.js'
import { canonicalJson, datasetFingerprint, sha256Hex } from '../../../src/data/table/fingerprint.js'

test('sha256Hex(text) is SHA-256 of the UTF-8 bytes (FIPS 180-4 examples)', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
    }),
    { seed: 5, numRuns: 100 },
  )
})

test('canonicalJson(value) sorts keys, drops undefined members and writes shortest numbers', () => {
  expect(canonicalJson({ b: 1, a: [null, 'x', true], c: undefined, 'ä"': { z: 0.1, y: 1e21 } })).toBe(
    '{"a":[null,"x",true],"b":1,"ä\\"":{"y":1e+21,"z":0.1}}',
  )
  expect(canonicalJson(-0)).toBe('0')
  expect(canonicalJson(Float64Array.of(1, 0.5))).toBe('[1,0.5]')
  expect(canonicalJson([])).toBe('[]')
})

test('canonicalJson(value) is what JSON.parse gives back, whatever the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
    { seed: 6, numRuns: 300 },
  )
})

test('canonicalJson(value) refuses what JSON cannot hold', () => {
  for (const value of [NaN, Infinity, () => 1, 1n, undefined]) expect(() => canonicalJson(value)).toThrow(InputError)
  expect(() => canonicalJson([undefined])).toThrow(InputError)
})

test('datasetFingerprint(columns) ignores the order of columns, the sign of zero and the kind of NaN', () => {
  const fingerprint = (numbers: [string, number[]][], texts: [string, string[]][] = []) =>
    datasetFingerprint({
      period: 'week',
      periods: ['2024-01-01', '2024-01-08'],
      numbers: new Map(numbers.map(([header, values]) => [header, Float64Array.from(values)])),
      texts: new Map(texts),
    })
  const first = fingerprint([
    ['a', [0, NaN]],
    ['b', [1, 2]],
  ])
  expect(
    fingerprint([
      ['b', [1, 2]],
      ['a', [-0, -NaN]],
    ]),
  ).toBe(first)
  const others = [
    fingerprint([
      ['a', [0, NaN]],
      ['c', [1, 2]],
    ]),
    fingerprint([
      ['a', [0, 1]],
      ['b', [NaN, 2]],
    ]),
    fingerprint([['a', [0, NaN]]], [['b', ['1', '2']]]),
  ]
  expect(new Set([first, ...others]).size).toBe(4)
})
