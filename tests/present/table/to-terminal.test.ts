import { describe, expect, it } from 'vitest'
import { contributionsTable } from '../../../src/present/table/contributions-table.js'
import { curvesTable, shortMultiples } from '../../../src/present/table/curves-table.js'
import { diagnosticsTable } from '../../../src/present/table/diagnostics-table.js'
import { displayWidth } from '../../../src/present/table/display-width.js'
import { resultsTable } from '../../../src/present/table/results-table.js'
import { returnsTable } from '../../../src/present/table/returns-table.js'
import { seriesTable } from '../../../src/present/table/series-table.js'
import type { Table } from '../../../src/present/table/table.js'
import { toTerminal } from '../../../src/present/table/to-terminal.js'
import { plansTable, tradeOffTable } from '../../../src/present/table/trade-off-table.js'
import { reportFixture } from '../../support/report-fixture.js'

const small: Table = {
  title: 'Returns',
  columns: [
    { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
    { key: 'spend', label: 'Spend', unit: 'EUR', align: 'right', format: 'amount' },
    { key: 'roas', label: 'ROAS', unit: null, align: 'right', format: 'ratio' },
  ],
  rows: [
    { channel: 'tv', spend: 1_200_000, roas: { mean: 2.1, q05: 1.3, q95: 3 } },
    { channel: '検索', spend: 300_000, roas: null },
  ],
  notes: ['ROAS: incremental value / spend.'],
}

describe('toTerminal', () => {
  it('aligns columns under headings with units, intervals behind their means', () => {
    expect(toTerminal(small)).toBe(
      [
        'Returns',
        '',
        'Channel  Spend              ROAS',
        '         M EUR',
        'tv        1.20  2.1 (1.3 to 3.0)',
        '検索      0.30                 –',
        '',
        'ROAS: incremental value / spend.',
        '',
      ].join('\n'),
    )
  })

  it('puts intervals on a second line where the first is too narrow', () => {
    const wide = { ...small, columns: small.columns.map((column) => ({ ...column, label: `${column.label} of it` })) }
    const rows = [{ channel: 'a channel with a name', spend: 1_200_000, roas: { mean: 2.1, q05: 1.3, q95: 3 } }]
    const text = toTerminal({ ...wide, rows, notes: [] }, { width: 40 })
    expect(text).toContain('a channel with a name')
    expect(text).toMatch(/ 2\.1\n +1\.3 to 3\.0\n/)
  })

  it('leaves out droppable columns last of all and says so', () => {
    const more = ['a', 'b', 'c'].map(
      (key) => ({ key, label: `Figure ${key}`, unit: 'EUR', align: 'right', format: 'amount' }) as const,
    )
    const columns = [...small.columns, ...more.map((column, index) => ({ ...column, droppable: index }))]
    const rows = small.rows.map((row) => ({ ...row, a: 123.4, b: 567.8, c: 901.2 }))
    const text = toTerminal({ ...small, columns, rows }, { width: 42 })
    expect(text).toContain('123')
    expect(text).not.toContain('901')
    expect(text).toContain('Not shown at this width: Figure c.')
  })

  it('takes escape sequences and line breaks out of names', () => {
    const text = toTerminal({ ...small, rows: [{ channel: 'a\u001b[31mb\nc\u009bd', spend: 1, roas: null }] })
    // eslint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u001b\u009b]/)
    expect(text).toContain('a [31mb c d')
  })

  it('paints headings and notes with the given colours only', () => {
    const text = toTerminal(small, { color: (style, part) => `<${style}>${part}</${style}>` })
    expect(text).toContain('<bold>Returns</bold>')
    expect(text).toContain('<dim>ROAS: incremental value / spend.</dim>')
  })

  it('shows a table without rows as its headings', () => {
    expect(toTerminal({ ...small, rows: [], notes: [] })).toBe('Returns\n\nChannel  Spend  ROAS\n           EUR\n')
  })
})

describe('every table', () => {
  const names = [
    'tv',
    'a channel with a rather long name, national',
    '検索広告（ブランド）',
    'Контекстная реклама',
    'e',
    'f',
    'g',
    'h',
    'i',
    'j',
    'k',
    'l',
  ]
  for (const [what, options] of [
    ['an ordinary market', {}],
    ['a market without margin', { margin: null }],
    ['units without value', { valued: false }],
    ['twelve channels in four scripts', { channels: names, organic: ['newsletter'] }],
  ] as const) {
    const data = reportFixture(options)
    const tables = [
      resultsTable(data.summary),
      contributionsTable(data.summary),
      returnsTable(data.summary),
      curvesTable(data, shortMultiples),
      tradeOffTable(data),
      plansTable(data),
      diagnosticsTable(data),
      seriesTable(data.summary),
    ]
    it.each(tables.map((table) => [table.title, table] as const))(`of ${what} fits 80 columns: %s`, (_, table) => {
      for (const width of [80, 120]) {
        const lines = toTerminal(table, { width }).split('\n')
        expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width)
      }
    })
  }
})
