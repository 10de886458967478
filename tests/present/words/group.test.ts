import { expect, it } from 'vitest'
import { groupFlagText, groupNotes } from '../../../src/present/words/group.js'
import { reportFixture } from '../../support/report-fixture.js'

it('groupFlagText says why figures are missing or too high, and not what holds for every row', () => {
  expect(groupFlagText({ flags: [] })).toBe('')
  expect(groupFlagText({ flags: ['no-margin', 'demand-capture'] })).toBe(
    'upper bound: includes demand created elsewhere',
  )
  expect(groupFlagText({ flags: ['includes-organic'] })).toMatch(/no spend, so no money figures$/)
})

it('groupNotes names the channels of every group, in one sentence', () => {
  expect(groupNotes(reportFixture().summary)).toEqual([
    'Groups, whose channels stand in their own rows too: offline is tv, social.',
  ])
  expect(groupNotes({ groups: [] })).toEqual([])
})
