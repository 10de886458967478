import { describe, expect, it } from 'vitest'
import { parseEdits } from '../../../src/app/plan/parse-edits.js'
import { smallModel } from '../../support/small-model.js'

const columns = { y: [9, 8, 7, 9, 8, 9], a: [1, 0, 2, 3, 1, 2], b: [2, 2, 1, 1, 3, 1] }
const yaml = `
kpi: { column: y, kind: revenue }
baseline: { trend: none, seasonality: { yearly: 0 } }
channels: { tv: { spend: a }, "online: video": { spend: b } }
`
// Six months from 2000-01.
const model = smallModel(yaml, { period: 'month', columns })

describe('parseEdits(request, model)', () => {
  it('reads shares and amounts', () => {
    expect(parseEdits({ set: ['tv=120%', 'online: video=5e4', 'tv = 0'] }, model)).toEqual([
      { kind: 'scale', channel: 'tv', factor: 1.2 },
      { kind: 'set', channel: 'online: video', amount: 50000 },
      { kind: 'set', channel: 'tv', amount: 0 },
    ])
  })

  it('reads shifts between channels whose names hold colons', () => {
    expect(parseEdits({ shift: ['1.5:online: video:tv', '2:tv:online: video'] }, model)).toEqual([
      { kind: 'shift', amount: 1.5, from: 'online: video', to: 'tv' },
      { kind: 'shift', amount: 2, from: 'tv', to: 'online: video' },
    ])
  })

  it('reads pauses of the whole window, one date or two', () => {
    expect(parseEdits({ pause: ['tv', 'tv:2000-02', 'online: video:2000-02:2000-Q2'] }, model)).toEqual([
      { kind: 'pause', channel: 'tv', span: { from: 0, to: Infinity } },
      { kind: 'pause', channel: 'tv', span: { from: 1, to: 2 } },
      { kind: 'pause', channel: 'online: video', span: { from: 1, to: 6 } },
    ])
  })

  it('makes changes in the order set, shift, pause', () => {
    const kinds = parseEdits({ pause: ['tv'], shift: ['1:tv:online: video'], set: ['tv=1'] }, model).map(
      ({ kind }) => kind,
    )
    expect(kinds).toEqual(['set', 'shift', 'pause'])
  })

  it.each([
    [{ set: ['tv'] }, '--set must be a channel and its spend, such as tv=120% or tv=50000, not tv.'],
    [{ set: ['tv=-5'] }, '--set must be a channel and its spend, such as tv=120% or tv=50000, not tv=-5.'],
    [{ set: ['=5'] }, '--set must be a channel and its spend, such as tv=120% or tv=50000, not =5.'],
    [
      { set: ['tvv=5'] },
      '--set names `tvv`, which is no paid channel of the model (tv, online: video). Did you mean `tv`?',
    ],
    [{ shift: ['tv:online'] }, '--shift must be money and two channels, such as 50000:search:tv, not tv:online.'],
    [{ shift: ['5:tv:radio'] }, '--shift names `radio`, which is no paid channel of the model (tv, online: video).'],
    [{ pause: ['radio:2000-02'] }, '--pause names `radio`, which is no paid channel of the model'],
    [{ pause: ['tv:2000-05:2000-02'] }, '--pause tv:2000-05:2000-02: 2000-05 must not be after 2000-02.'],
    [{ pause: ['tv:1999-01'] }, '--pause tv:1999-01 lies outside the fit window and the year after it.'],
    [{ pause: ['tv:spring'] }, '--pause must be a date such as 2024-01-31, 2024-01, 2024-Q1 or 2024, not spring.'],
  ])('refuses %j in one sentence', (request, message) => {
    expect(() => parseEdits(request, model)).toThrow(message)
  })
})
