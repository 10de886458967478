import { priorBeliefsChart } from '../chart/prior-beliefs.js'
import { innovationsChart, residualsChart } from '../chart/residuals.js'
import { diagnosticsTable } from '../table/diagnostics-table.js'
import type { Table } from '../table/table.js'
import { countText } from '../words/window.js'
import { definitions } from './definitions.js'
import { figureHtml } from './figure.js'
import { html, type Html } from './html.js'
import type { Section, SectionContext } from './section.js'
import { tableHtml } from './table-html.js'

/** Whether the fit holds: diagnostics and residuals. */
export async function diagnosticsSection({ data, theme, drawings }: SectionContext): Promise<Section> {
  return {
    id: 'diagnostics',
    heading: 'Diagnostics',
    body: html`<p class="how">
        Residuals that look like noise don’t prove a model; residuals that don’t are a reason to distrust it.
      </p>
      ${tableHtml(diagnosticsTable(data), { caption: 'spoken' })}${await figureHtml(residualsChart(data, theme), drawings)}${await figureHtml(innovationsChart(data, theme), drawings)}`,
  }
}

/** What the data check found. */
export function auditSection({ data }: SectionContext): Section {
  const items = data.findings.map(
    ({ severity, message }) =>
      html`<li><span class="severity ${severity}">${severity}</span><span>${message}</span></li>`,
  )
  const body =
    items.length === 0
      ? html`<p>The data check found nothing to mention.</p>`
      : html`<ul class="findings">
          ${items}
        </ul>`
  return { id: 'audit', heading: 'Data audit', body }
}

/** What was assumed, what was believed before the data, and what every word means. */
export async function assumptionsSection({ data, theme, drawings }: SectionContext): Promise<Section> {
  const chart = priorBeliefsChart(data, theme)
  const words = definitions(data.summary).map(
    ({ word, meaning }) =>
      html`<dt>${word}</dt>
        <dd>${meaning}</dd>`,
  )
  return {
    id: 'assumptions',
    heading: 'Assumptions and definitions',
    body: html`${tableHtml(assumptionsTable(data.assumptions), { caption: 'shown' })}${chart === null ? null : await figureHtml(chart, drawings)}
      <h3>What the words mean</h3>
      <dl>${words}</dl>`,
  }
}

function assumptionsTable(assumptions: SectionContext['data']['assumptions']): Table {
  const text = { unit: null, align: 'left', format: 'text' } as const
  return {
    title: 'Assumptions',
    columns: [
      { key: 'what', label: 'What', ...text },
      { key: 'value', label: 'Value', ...text },
      { key: 'source', label: 'From', ...text },
    ],
    rows: assumptions.map(({ what, value, source }) => ({ what, value, source })),
  }
}

/** How many models were tried on this data, and how far their answers lie apart. */
export function triedSection({ data }: SectionContext): Section {
  return { id: 'tried', heading: 'Models tried', body: triedHtml(data.tried) }
}

function triedHtml(tried: SectionContext['data']['tried']): Html {
  if (tried === null) return html`<p>Not known: this report was not made in a folder of fits.</p>`
  const count = html`<p>
    ${countText(tried.models, 'model')} ${tried.models === 1 ? 'was' : 'were'} fitted to this
    data.${tried.models > 1 ? ' The more are tried, the more the chosen one owes to choice.' : ''}
  </p>`
  if (tried.roas.length === 0 || tried.models < 2) return count
  const table: Table = {
    title: 'Range of each ROAS among them',
    columns: [
      { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
      { key: 'range', label: 'ROAS, lowest to highest', unit: null, align: 'right', format: 'ratio' },
    ],
    rows: tried.roas.map(({ channel, low, high }) => ({ channel, range: { low, high } })),
  }
  return html`${count}${tableHtml(table, { caption: 'shown' })}`
}

/** What made these numbers: the same spec, data, seed and version make them again. */
export function fingerprintSection({ data: { summary } }: SectionContext): Section {
  const { spec, data, seed, version, warmStart } = summary.fingerprint
  const rows = [
    ['Model file (SHA-256)', spec],
    ['Data (SHA-256)', data],
    ['Seed', String(seed)],
    ...(warmStart === undefined ? [] : [['Chains began with the fit (SHA-256)', warmStart] as const]),
    ['Method', summary.method],
    ['Version', `mixwright ${version}`],
  ] as const
  return {
    id: 'fingerprint',
    heading: 'Fingerprint',
    body: html`<dl>
      ${rows.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd><code>${value}</code></dd>`,
      )}
    </dl>`,
  }
}
