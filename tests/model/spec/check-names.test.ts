import { describe, expect, it } from 'vitest'
import { nameFault } from '../../../src/model/spec/check-names.js'
import { edit, messageOf, withLine } from '../../support/spec-text.js'

describe('nameFault', () => {
  it('takes printable text of up to 64 characters in any script', () => {
    for (const name of ['tv', 'TV & radio (north)', '电视广告', 'रेडियो', 'x'.repeat(64), '📺'.repeat(64)])
      expect(nameFault(name)).toBeNull()
  })

  it('refuses what does not print or turns the text around', () => {
    for (const name of ['a\nb', 'a\u0000', '\u202eabc', 'a\u2028b', '\ud800']) {
      expect(nameFault(name)).toBe('be printable text, without control characters')
    }
  })

  it('counts characters, not code units', () => {
    expect(nameFault('📺'.repeat(65))).toBe('have at most 64 characters, not 65')
  })
})

/** What is wrong, the file, and the exact message. */
const broken: readonly (readonly [string, string, string])[] = [
  [
    'one name in two sections',
    withLine('organic: { tv: sends }'),
    'shop.yaml:7:12: `organic.tv` must have a name of its own; `channels.tv` has it already.',
  ],
  ['an empty name', edit('tv:', '"":'), 'shop.yaml:5:3: a name must not be empty.'],
  [
    'a control character in a name',
    edit('tv:', '"a\\u0007b":'),
    'shop.yaml:5:3: the name `a\\u0007b` must be printable text, without control characters.',
  ],
  [
    'a name that is too long',
    edit('tv:', '"' + 'x'.repeat(65) + '":'),
    'shop.yaml:5:3: the name `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…` must have at most 64 characters, not 65.',
  ],
  ['a blank before a name', edit('tv:', '" tv":'), 'shop.yaml:5:3: the name ` tv` must not begin or end with a blank.'],
  [
    'a name that tables use',
    edit('tv:', 'baseline:'),
    'shop.yaml:5:3: `channels.baseline` must have another name; tables use `baseline` themselves.',
  ],
  [
    'an event named like a channel',
    withLine('events: { custom: [{ name: tv, dates: [2024-02-03] }] }'),
    'shop.yaml:7:22: `events.custom[0].name` must have a name of its own; `channels.tv` has it already.',
  ],
]

describe('parseSpec refuses', () => {
  it.each(broken)('%s', (_, text, message) => {
    expect(messageOf(text)).toBe(message)
  })
})
