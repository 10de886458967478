import type { ReportData, Summary } from '../../decision/results.js'
import { definitions } from '../report/definitions.js'
import { kpiWords } from '../words/kpi.js'
import { tailText, windowText } from '../words/window.js'
import { numberCell, textCell, type Sheet, type SheetCell, type SheetRow } from './sheet.js'

/** A sheet of the workbook and what stands on it, for the list of contents. */
export interface SheetEntry {
  readonly name: string
  readonly holds: string
}

/** The first sheet: what the workbook is about, which sheet holds what, and what every word means. */
export function definitionsSheet({ title, summary }: ReportData, contents: readonly SheetEntry[]): Sheet {
  const section = (text: string): SheetRow => [textCell(text, 'heading'), textCell('', 'heading')]
  const entry = (name: string, meaning: string): SheetRow => [textCell(name, 'wrapped'), textCell(meaning, 'wrapped')]
  const rows: SheetRow[] = [
    [textCell(`${title}: marketing-mix report`, 'title')],
    [],
    section('About these numbers'),
    ...aboutRows(summary),
    [],
    section('Sheets'),
    ...contents.map(({ name, holds }) => entry(name, holds)),
    [],
    section('What the words mean'),
    ...definitions(summary).map(({ word, meaning }) => entry(word, meaning)),
  ]
  return { name: 'Definitions', rows, frozen: { rows: 1, columns: 0 }, widths: [28, 110] }
}

function aboutRows(summary: Summary): SheetRow[] {
  const { kpi, fingerprint, method } = summary
  const { unit } = kpiWords(summary)
  const cells: readonly (readonly [string, SheetCell | string])[] = [
    ['Window', windowText(summary)],
    ['Effects counted', tailText(summary)],
    ['KPI', kpi.kind === 'revenue' ? `revenue in ${kpi.currency}` : `units; money in ${kpi.currency}`],
    ['KPI in the window', numberCell(kpi.total, `#,##0 "${unit.replaceAll('"', '')}"`)],
    ['Currency', kpi.currency],
    ['Value of a unit of the KPI', numberCell(kpi.value, 'General') ?? 'not stated, so there is no ROAS'],
    ['Margin', numberCell(kpi.margin, '0.0%') ?? 'not stated, so there is no ROI and no profit'],
    [
      'Numbers',
      'Stored at full precision, rounded only where they are shown. Headline: the mean; 5 % and 95 % bound 9 of 10 cases.',
    ],
    ['Method', method],
    ['Draws', numberCell(summary.diagnostics.draws, '#,##0')],
    ['Version', `mixwright ${fingerprint.version}`],
    ['Model file (SHA-256)', fingerprint.spec],
    ['Data (SHA-256)', fingerprint.data],
    ['Seed', numberCell(fingerprint.seed, '0')],
    ...(fingerprint.warmStart === undefined
      ? []
      : [['Chains began with the fit (SHA-256)', fingerprint.warmStart] as const]),
  ]
  return cells.map(([name, value]): SheetRow => [
    textCell(name, 'wrapped'),
    typeof value === 'string'
      ? textCell(value, 'wrapped')
      : value?.kind === 'number'
        ? { ...value, style: 'left' }
        : value,
  ])
}
