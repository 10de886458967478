import { columnTexts, missingText, type ColumnText } from '../table/column-text.js'
import type { Table } from '../table/table.js'
import { html, type Html } from './html.js'

export interface TableHtmlOptions {
  /** Whether the title stands above the table; else it names the scrolling region for screen readers only. */
  readonly caption: 'shown' | 'spoken'
  /** First cells of rows that sum up the others. */
  readonly totals?: readonly string[]
}

/** A table as HTML in a region that scrolls, by keyboard too, where the page is too narrow. */
export function tableHtml(table: Table, options: TableHtmlOptions): Html {
  const columns = columnTexts(table)
  const tall = table.rows.length > 60 ? ' tall' : ''
  const few = table.columns.length < 4 ? html`class="few"` : null
  const caption =
    options.caption === 'shown'
      ? html`<caption>
          <span>${table.title}</span>
        </caption>`
      : null
  const rows = table.rows.map((_, index) => rowHtml(columns, index, options.totals ?? []))
  return html`<div class="scroll${tall}" role="region" tabindex="0" aria-label="${table.title}">
      <table ${few}>
        ${caption}
        <thead>
          <tr>
            ${columns.map(headHtml)}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    ${notesHtml(table)}`
}

function notesHtml({ notes = [] }: Table): Html | null {
  return notes.length === 0
    ? null
    : html`<ul class="notes">
        ${notes.map((note) => html`<li>${note}</li>`)}
      </ul>`
}

function headHtml({ column, unit }: ColumnText): Html {
  const kind = column.align === 'right' ? html`class="n"` : null
  return html`<th scope="col" ${kind}>
    ${column.label}${unit === '' ? null : html`<span class="unit">${unit}</span>`}
  </th>`
}

function rowHtml(columns: readonly ColumnText[], index: number, totals: readonly string[]): Html {
  const total = totals.includes(columns[0]?.cells[index]?.main ?? '')
  const cells = columns.map((column, place) => (place === 0 ? nameHtml(column, index) : cellHtml(column, index)))
  return html`<tr ${total ? html`class="total"` : null}>
    ${cells}
  </tr>`
}

function nameHtml({ column, cells }: ColumnText, index: number): Html {
  const kind = column.align === 'right' ? html`class="n"` : null
  return html`<th scope="row" ${kind}><bdi>${cells[index].main}</bdi></th>`
}

function cellHtml({ column, cells }: ColumnText, index: number): Html {
  const { main, interval } = cells[index]
  const text = main === missingText ? html`<span aria-label="none">${missingText}</span>` : html`${main}`
  if (column.align === 'left') return html`<td class="t">${text}</td>`
  // Numbers are the rule in a body, and a class on each would be a twentieth of the page.
  return html`<td>${text}${interval === '' ? null : html`<span class="range">${interval}</span>`}</td>`
}
