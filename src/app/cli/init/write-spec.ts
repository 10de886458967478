import type { PeriodKind } from '../../../data/calendar/period.js'
import type { LongLayout } from '../../../data/table/pivot-long.js'
import type { ColumnProfile } from './column-profile.js'
import type { NamedGuess } from './name-guesses.js'
import { yamlText } from '../../../data/table/finding.js'

/** What a guessed spec says. */
export interface SpecContent {
  readonly file: string
  readonly sheet: string | number | null
  readonly long: LongLayout | null
  readonly date: string
  readonly period: PeriodKind
  readonly currency: string | null
  readonly named: NamedGuess
  readonly leftOut: readonly { readonly column: ColumnProfile; readonly why: string }[]
}

/** A commented spec, ready to be read through and corrected. */
export function writeSpec(content: SpecContent): string {
  const { file, currency, named, leftOut } = content
  const { kpi, channels, organic, treatments, controls } = named
  const lines = [
    `# Guessed from the headers of ${oneLine(file.replace(/^.*\//, ''))}: read it through, correct it, then run \`mixwright check\` on it.`,
    'mixwright: 1',
    ...dataLines(content),
    currency === null
      ? '# currency: EUR # the currency of spend and money, as tables print it'
      : `currency: ${currency}`,
    '',
    'kpi:',
    `  column: ${yamlText(kpi.column.header)}`,
    `  kind: ${kpi.kind} # revenue or units`,
    ...(kpi.kind === 'units' ? ['  # value: 25 # money per unit: without it there is cost per unit, but no ROAS'] : []),
    '  # margin: 0.35 # share of the money left after variable cost: without it there is ROAS, but no ROI and no profit',
    '',
    '# Spend says what a channel cost, media what people met of it; the medium sets what is believed of its carry-over.',
    'channels:',
    ...channels.map((channel) => `  ${channelLine(channel)}`),
    ...section(
      'organic',
      'media without spend',
      organic.map(({ name, column }) => `${yamlText(name)}: { media: ${yamlText(column.header)} }`),
    ),
    ...section(
      'treatments',
      'what the firm decides besides media, each against the level that counts as no effect',
      treatments.map(
        ({ name, column, reference }) =>
          `${yamlText(name)}: { column: ${yamlText(column.header)}, reference: ${reference} }`,
      ),
    ),
    ...section('controls', 'what it does not decide; nothing that media move', controls.map(controlLine)),
    ...leftOutLines(leftOut),
    '',
    '# Everything else is left at its default; `mixwright check` prints them all.',
  ]
  return `${lines.join('\n')}\n`
}

function dataLines({ file, sheet, long, date, period, named: { treatments, controls } }: SpecContent): string[] {
  const keys = [
    `file: ${yamlText(file)}`,
    ...(sheet === null ? [] : [`sheet: ${typeof sheet === 'number' ? sheet : yamlText(sheet)}`]),
    ...(long === null ? [] : ['layout: long']),
    `date: ${yamlText(date)}`,
    ...(long === null ? [] : [`variable: ${yamlText(long.variable)}`, `value: ${yamlText(long.value)}`]),
    `period: ${period}`,
  ]
  const lines = [`data: { ${keys.join(', ')} }`]
  if (period !== 'day') return lines
  const rules = [
    ...treatments.map(({ column }) => `${yamlText(column.header)}: mean`),
    ...controls.map(({ column, isCategory }) => `${yamlText(column.header)}: ${isCategory ? 'last' : 'mean'}`),
  ]
  return [
    ...lines,
    `# For weeks write period: week, aggregate: ${rules.length === 0 ? '{}' : `{ ${rules.join(', ')} }`} (KPI, spend and media are summed).`,
  ]
}

function channelLine({ name, spend, media, medium, isDemandCapture }: NamedGuess['channels'][number]): string {
  const keys = [
    `spend: ${yamlText(spend.header)}`,
    ...(media ? [`media: ${yamlText(media.header)}`] : []),
    ...(medium === null ? [] : [`medium: ${medium}`]),
    ...(isDemandCapture ? ['role: demand-capture'] : []),
  ]
  return `${yamlText(name)}: { ${keys.join(', ')} }`
}

function controlLine({ name, column, role, isCategory, none }: NamedGuess['controls'][number]): string {
  const keys = [
    `column: ${yamlText(column.header)}`,
    ...(isCategory ? ['kind: category'] : []),
    ...(none === null ? [] : [`none: ${yamlText(none)}`]),
    ...(role === null ? [] : [`role: ${role}`]),
  ]
  return `${yamlText(name)}: { ${keys.join(', ')} }`
}

function section(key: string, comment: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${key}: # ${comment}`, ...lines.map((line) => `  ${line}`)]
}

function leftOutLines(leftOut: SpecContent['leftOut']): string[] {
  if (leftOut.length === 0) return []
  return [
    '',
    '# Left out:',
    ...leftOut.map(({ column, why }) => `# - ${oneLine(column.header) || 'a column without a header'}: ${why}`),
  ]
}

/** Text that stays inside its comment. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
