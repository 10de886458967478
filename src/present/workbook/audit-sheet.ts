import type { ReportData, Summary } from '../../decision/results.js'
import { flagText } from '../words/flag.js'
import { columnWidths } from './column-widths.js'
import { numberCell, textCell, type Sheet, type SheetCell, type SheetRow } from './sheet.js'

const HEAD = 3

/** What speaks for and against the numbers: findings on the data, quality, diagnostics, tests, plausibility, flags, models tried. */
export function auditSheet(data: ReportData): Sheet {
  const rows: SheetRow[] = [
    [textCell('Audit', 'title')],
    [],
    [
      textCell('Section', 'heading'),
      textCell('Item', 'heading'),
      textCell('Value', 'number-heading'),
      textCell('p-value or highest', 'number-heading'),
      textCell('Result', 'heading'),
      textCell('In words', 'heading'),
    ],
    ...findingRows(data),
    ...qualityRows(data.summary),
    ...diagnosticRows(data.summary),
    ...testRows(data),
    ...plausibilityRows(data.summary),
    ...flagRows(data.summary),
    ...triedRows(data.tried),
  ]
  return { name: 'Audit', rows, frozen: { rows: HEAD, columns: 2 }, widths: columnWidths(rows) }
}

/** Settings and assumptions in words, with where each comes from. */
export function assumptionsSheet({ assumptions, references = [] }: ReportData): Sheet {
  const rows: SheetRow[] = [
    [textCell('Assumptions', 'title')],
    [],
    ['What', 'Value', 'From'].map((text) => textCell(text, 'heading')),
    ...assumptions.map(({ what, value, source }) => [what, value, source].map((text) => textCell(text))),
    ...references.map(({ name, reference, rule }): SheetRow => [
      textCell(`${name}: counted against`),
      numberCell(reference, 'General'),
      textCell(rule),
    ]),
  ]
  return { name: 'Assumptions', rows, frozen: { rows: HEAD, columns: 1 }, widths: columnWidths(rows) }
}

interface AuditLine {
  readonly section: string
  readonly item: string
  readonly value?: SheetCell
  readonly second?: SheetCell
  readonly result?: string
  readonly words?: string
}

function line({ section, item, value = null, second = null, result = '', words = '' }: AuditLine): SheetRow {
  const text = (content: string): SheetCell => (content === '' ? null : textCell(content))
  return [textCell(section), textCell(item), value, second, text(result), text(words)]
}

function findingRows({ findings }: ReportData): SheetRow[] {
  if (findings.length === 0) return [line({ section: 'Data', item: 'findings', result: 'none' })]
  return findings.map(({ id, severity, message }) =>
    line({ section: 'Data', item: id, result: severity, words: message }),
  )
}

function qualityRows({ quality }: Summary): SheetRow[] {
  const rows: readonly (readonly [string, number | null, string, string])[] = [
    ['R2', quality.r2, '0.000', 'share of the KPI’s variation that the structural mean follows'],
    ['adjusted R2', quality.adjustedR2, '0.000', 'the same, less what every parameter explains by chance'],
    ['MAPE', quality.mape, '0.0%', 'mean absolute error, relative; none where the KPI has zeros'],
    ['NRMSE', quality.nrmse, '0.0%', 'root mean squared error over the KPI’s range'],
    ['Durbin-Watson', quality.durbinWatson, '0.00', 'of the residuals; 2 is no correlation'],
    [
      'Durbin-Watson, innovations',
      quality.durbinWatsonInnovations,
      '0.00',
      'after the noise’s correlation is taken out',
    ],
  ]
  return rows.map(([item, value, format, words]) =>
    line({ section: 'Fit to the data', item, value: numberCell(value, format), words }),
  )
}

function diagnosticRows({ diagnostics }: Summary): SheetRow[] {
  const section = 'Convergence'
  const rows: readonly (readonly [string, number | null, string])[] = [
    ['chains', diagnostics.chains, ''],
    [diagnostics.chains === null ? 'draws' : 'draws per chain', diagnostics.draws, ''],
    ['divergences', diagnostics.divergences, 'none wanted'],
    ['R-hat, largest', diagnostics.rhatMax, 'below 1.01 wanted'],
    ['bulk ESS, smallest', diagnostics.essBulkMin, 'above 400 wanted'],
    ['tail ESS, smallest', diagnostics.essTailMin, 'above 400 wanted'],
    ['E-BFMI, smallest', diagnostics.ebfmiMin, 'above 0.3 wanted'],
  ]
  const result = diagnostics.passed ? 'passed' : 'failed'
  return [
    line({ section, item: 'all checks', result, words: diagnostics.advice.join(' ') }),
    ...rows
      .filter(([, value]) => value !== null)
      .map(([item, value, words]) => line({ section, item, value: numberCell(value, 'General'), words })),
  ]
}

function testRows({ residualTests }: ReportData): SheetRow[] {
  return residualTests.map(({ name, statistic, p, meaning }) =>
    line({
      section: 'Residual tests',
      item: name,
      value: numberCell(statistic, '0.00'),
      second: numberCell(p, '0.000'),
      words: meaning,
    }),
  )
}

function plausibilityRows({ plausibility }: Summary): SheetRow[] {
  return plausibility.map(({ id, probability, ok, message }) =>
    line({
      section: 'Plausibility',
      item: id,
      value: numberCell(probability, '0.0%'),
      result: ok ? 'passed' : 'failed',
      words: message,
    }),
  )
}

function flagRows({ flags, media, channels, groups }: Summary): SheetRow[] {
  const section = 'Flags'
  const of = (item: string, each: readonly string[]): SheetRow[] =>
    each.map((flag) => line({ section, item, result: flag, words: flagText(flag) }))
  return [
    ...of('the whole', flags),
    ...of('all paid media', media.flags),
    ...[...channels, ...groups].flatMap((each) => of(each.name, each.flags)),
  ]
}

function triedRows(tried: ReportData['tried']): SheetRow[] {
  const section = 'Models tried'
  if (tried === null) return [line({ section, item: 'models', result: 'not known' })]
  return [
    line({ section, item: 'models fitted to this data', value: numberCell(tried.models, '0') }),
    ...tried.roas.map(({ channel, low, high }) =>
      line({
        section,
        item: `ROAS of ${channel}`,
        value: numberCell(low, '0.00'),
        second: numberCell(high, '0.00'),
        words: 'lowest and highest among them',
      }),
    ),
  ]
}
