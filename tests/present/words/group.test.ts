import { expect, it } from 'vitest'
import { groupText } from '../../../src/present/words/group.js'

it('groupText names the channels, and why figures are missing or too high', () => {
  expect(groupText({ channels: ['tv', 'radio'], flags: [] })).toBe('tv, radio together')
  expect(groupText({ channels: ['search'], flags: ['demand-capture'] })).toBe(
    'search together; upper bound: includes demand created elsewhere',
  )
  expect(groupText({ channels: ['pr'], flags: ['includes-organic'] })).toMatch(/no spend, so no money figures$/)
})

it('groupText leaves out what holds for every row', () => {
  expect(groupText({ channels: ['tv', 'radio'], flags: ['no-margin'] })).toBe('tv, radio together')
})
