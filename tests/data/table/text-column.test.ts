import { expect, test } from 'vitest'
import { readTable } from '../../../src/data/ingest/read-csv.js'
import type { MissingRule } from '../../../src/data/table/dataset.js'
import { readTexts } from '../../../src/data/table/text-column.js'

const table = readTable('week,events\nw1,\nw2,na\nw3,\nw4,sale\nw5,\n', { file: 'a.csv' })

function read(missing: Record<string, MissingRule>) {
  const use = { column: 'events', role: 'category' as const, owner: 'events', missing: null, path: 'p' }
  const resolved = {
    date: 0,
    uses: [{ use, headers: ['events'], expression: null }],
    numberHeaders: [],
    textHeaders: ['events'],
    findings: [],
  }
  const rows = { file: 'a.csv', lines: table.lines, rows: 5, order: [0, 1, 2, 3, 4], window: { from: 1, to: 4 } }
  return readTexts(table, resolved, { ...rows, missing })
}

test('readTexts wants a level in every row of the window', () => {
  expect(read({}).findings.map(({ message }) => message)).toEqual([
    'a.csv line 4, column `events`: the category is empty; write a level that means nothing, such as na, or `missing: { events: previous }` in the spec.',
  ])
})

test('readTexts repeats the level before where told to, and keeps the cells as parsed', () => {
  const { texts, parsed, findings } = read({ events: 'previous' })
  expect(texts.get('events')).toEqual(['', 'na', 'na', 'sale', ''])
  expect(parsed.get('events')).toEqual(['', 'na', '', 'sale', ''])
  expect(findings).toMatchObject([{ id: 'missing-filled:events', severity: 'note' }])
})

test('readTexts knows no mean of texts', () => {
  expect(read({ events: 'mean' }).findings[0].message).toContain('`mean` is no rule for text')
})
