import { expect, it } from 'vitest'
import { tableHtml } from '../../../src/present/report/table-html.js'
import type { Table } from '../../../src/present/table/table.js'

const table: Table = {
  title: 'Returns & more',
  columns: [
    { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
    { key: 'roas', label: 'ROAS', unit: null, align: 'right', format: 'ratio' },
  ],
  rows: [
    { channel: '<i>tv</i>', roas: { mean: 2.1, q05: 1.3, q95: 3 } },
    { channel: 'all paid media', roas: null },
  ],
  notes: ['Over the window.'],
}
const text = tableHtml(table, { caption: 'shown', totals: ['all paid media'] }).markup

it('tableHtml has row and column headers and escapes names', () => {
  expect(text).toMatch(/<th scope="col"\s+class="n">\s*ROAS/)
  expect(text).toMatch(/<th scope="row"\s*><bdi>&lt;i&gt;tv&lt;\/i&gt;<\/bdi><\/th>/)
})

it('tableHtml sets intervals below their means and says nothing where there is nothing', () => {
  expect(text).toContain('2.1<span class="range">1.3 to 3.0</span>')
  expect(text).toContain('<span aria-label="none">–</span>')
})

it('tableHtml scrolls in a region that the keyboard reaches and that has a name', () => {
  expect(text).toContain('role="region" tabindex="0" aria-label="Returns &amp; more"')
})

it('tableHtml marks totals and lists notes', () => {
  expect(text).toMatch(/<tr class="total">\s*<th scope="row"\s*>\s*<bdi>all paid media/)
  expect(text).toMatch(/<li>\s*Over the window\.\s*<\/li>/)
})

it('tableHtml without a shown caption still has a name', () => {
  const spoken = tableHtml(table, { caption: 'spoken' }).markup
  expect(spoken).not.toContain('<caption>')
  expect(spoken).toContain('aria-label="Returns &amp; more"')
})
