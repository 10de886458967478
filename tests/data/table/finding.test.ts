import { expect, test } from 'vitest'
import { InputError } from '../../../src/check/errors.js'
import type { Finding } from '../../../src/data/table/dataset.js'
import {
  acceptFindings,
  describePlace,
  requireNoErrors,
  sortFindings,
  yamlText,
  sourceOf,
} from '../../../src/data/table/finding.js'

const finding = (id: string, severity: Finding['severity']): Finding => ({
  id,
  severity,
  message: `${id} happened.`,
  column: id.split(':')[1] ?? null,
  row: 4,
  decide: `accept: [${id}]`,
})

test('describePlace(place) names file, up to three lines, and column', () => {
  expect(describePlace({ file: 'a.csv' })).toBe('a.csv')
  expect(describePlace({ file: 'a.csv', column: 'tv' })).toBe('a.csv, column `tv`')
  expect(describePlace({ file: 'a.csv', lines: [4], column: 'tv' })).toBe('a.csv line 4, column `tv`')
  expect(describePlace({ file: 'a.csv', lines: [4, 9] })).toBe('a.csv lines 4 and 9')
  expect(describePlace({ file: 'a.csv', lines: [4, 9, 11] })).toBe('a.csv lines 4, 9 and 11')
  expect(describePlace({ file: 'a.csv', lines: [4, 9, 11, 12, 20] })).toBe('a.csv lines 4, 9, 11 and 2 more')
})

test('yamlText(text) quotes what YAML would not read as that text', () => {
  expect(['tv_spend', 'outlier:tv', 'x1 Ads', 'null', '1a', 'a: b', '日'].map(yamlText)).toEqual([
    'tv_spend',
    'outlier:tv',
    '"x1 Ads"',
    '"null"',
    '"1a"',
    '"a: b"',
    '"日"',
  ])
})

test('sortFindings(findings) puts errors first and keeps the order within a severity', () => {
  const mixed = [finding('a', 'note'), finding('b', 'warning'), finding('c', 'error'), finding('d', 'warning')]
  expect(sortFindings(mixed).map(({ id }) => id)).toEqual(['c', 'b', 'd', 'a'])
})

test('requireNoErrors(findings, file) throws every error with its path, and nothing for the rest', () => {
  requireNoErrors([finding('a', 'warning'), finding('b', 'note')], 'a.csv')
  try {
    requireNoErrors([finding('x:tv', 'error'), finding('b', 'note'), finding('y', 'error')], 'a.csv')
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(InputError)
    expect((error as InputError).issues).toEqual([
      { path: 'a.csv:4 tv', message: 'x:tv happened.' },
      { path: 'a.csv:4', message: 'y happened.' },
    ])
  }
})

test('acceptFindings(findings, accept) turns accepted warnings into notes that say so', () => {
  const findings = [finding('outlier:tv', 'warning'), finding('outlier:radio', 'warning')]
  expect(acceptFindings(findings, ['outlier:tv'])).toEqual([
    { ...findings[0], severity: 'note', message: 'Accepted: outlier:tv happened.', decide: null },
    findings[1],
  ])
  expect(acceptFindings(findings, ['outlier']).map(({ severity }) => severity)).toEqual(['note', 'note'])
  expect(acceptFindings(findings, [])).toEqual(findings)
})

test('acceptFindings(findings, accept) never accepts an error', () => {
  const error = finding('copy:video', 'error')
  expect(acceptFindings([error], ['copy:video'])).toMatchObject([
    error,
    { severity: 'warning', message: '`accept` names `copy:video`, which is an error; an error cannot be accepted.' },
  ])
})

test('acceptFindings(findings, accept) warns once of an id that no finding has, with a suggestion', () => {
  const result = acceptFindings([finding('outlier:tv_spend', 'warning')], ['outlier:tv_spent', 'outlier:tv_spent'])
  expect(result).toHaveLength(2)
  expect(result[1]).toMatchObject({
    severity: 'warning',
    message: '`accept` names `outlier:tv_spent`, but no finding has this id. Did you mean `outlier:tv_spend`?',
  })
})

test('describePlace calls rows as their form does', () => {
  expect(describePlace({ file: 'a.csv', lines: [4], column: 'tv' })).toBe('a.csv line 4, column `tv`')
  expect(describePlace({ file: 'a.jsonl', lines: [4, 9] })).toBe('a.jsonl lines 4 and 9')
  expect(describePlace({ file: 'a.XLSX', lines: [4, 9, 10, 11] })).toBe('a.XLSX rows 4, 9, 10 and 1 more')
  expect(describePlace({ file: 'a.parquet', lines: [1] })).toBe('a.parquet row 1')
  expect(describePlace({ file: 'a.json', lines: [1] })).toBe('a.json row 1')
})

test('describePlace names rows that were made from several lines', () => {
  const rowNames = new Map([
    [2, '2024-01-08'],
    [3, '2024-01-01'],
  ])
  const file = sourceOf({ file: 'long.csv', rowNames })
  expect(describePlace({ file, lines: [2] })).toBe('long.csv date 2024-01-08')
  expect(describePlace({ file, lines: [2, 3], column: 'tv' })).toBe(
    'long.csv dates 2024-01-01 and 2024-01-08, column `tv`',
  )
  expect(sourceOf({ file: 'wide.csv' })).toBe('wide.csv')
})
