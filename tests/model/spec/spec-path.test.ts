import { expect, it } from 'vitest'
import { formatPath } from '../../../src/model/spec/spec-path.js'

it('formatPath(path) joins plain words by dots, and puts places and other names in brackets', () => {
  expect(formatPath([])).toBe('')
  expect(formatPath(['channels', 'tv', 'adstock'])).toBe('channels.tv.adstock')
  expect(formatPath(['events', 'custom', 0, 'dates', 1])).toBe('events.custom[0].dates[1]')
  expect(formatPath(['channels', 'my tv', 'spend'])).toBe('channels["my tv"].spend')
  expect(formatPath(['channels', 'a.b'])).toBe('channels["a.b"]')
  expect(formatPath(['каналы', '2024'])).toBe('каналы.2024')
})
