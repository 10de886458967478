import { describe, expect, it } from 'vitest'
import { messageOf, specOf, withLine } from '../../support/spec-text.js'

describe('references', () => {
  it('may name organic channels in groups, and headers inside expressions in missing', () => {
    const spec = specOf(
      withLine(
        'organic: { pr: mentions }\ngroups: { all: [tv, pr] }\ncontrols: { heat: "max(0, temperature - 25)" }\nmissing: { temperature: previous, revenue: mean }',
      ),
    )
    expect(spec.groups).toEqual([{ name: 'all', channels: ['tv', 'pr'] }])
    expect(spec.missing).toEqual({ temperature: 'previous', revenue: 'mean' })
  })
})

/** What is wrong, the file, and the exact message. */
const broken: readonly (readonly [string, string, string])[] = [
  [
    'a group of an unknown channel',
    withLine('groups: { offline: [tvv] }'),
    'shop.yaml:7:21: `groups.offline[0]` must be a channel, not `tvv`. Did you mean `tv`?',
  ],
  [
    'a group named like a channel',
    withLine('groups: { tv: [tv] }'),
    'shop.yaml:7:11: `groups.tv` must have a name of its own; a channel has it already.',
  ],
  [
    'a member twice',
    withLine('groups: { offline: [tv, tv] }'),
    'shop.yaml:7:25: `groups.offline[1]` must be given once; found `tv` again.',
  ],
  [
    'a rule for an unused column',
    withLine('missing: { temprature: interpolate }'),
    'shop.yaml:7:12: `missing.temprature` must name a column that the spec uses.',
  ],
]

describe('parseSpec refuses', () => {
  it.each(broken)('%s', (_, text, message) => {
    expect(messageOf(text)).toBe(message)
  })
})
