import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { contentPolicy } from '../../../src/present/report/content-policy.js'

const hash = (text: string): string => createHash('sha256').update(text).digest('base64')

it('contentPolicy lets the one script and the one style run, and nothing be loaded', () => {
  expect(contentPolicy('alert("ü")', 'p{}')).toBe(
    `default-src 'none'; script-src 'sha256-${hash('alert("ü")')}'; style-src 'sha256-${hash('p{}')}'; base-uri 'none'; form-action 'none'`,
  )
})

it('contentPolicy agrees with Node’s SHA-256 for texts of every length modulo three', () => {
  for (const text of ['', 'a', 'ab', 'abc', 'abcd']) expect(contentPolicy(text, '')).toContain(`'sha256-${hash(text)}'`)
})
