import type { ChannelGuess, ControlGuess, RoleGuess } from './guess-roles.js'
import type { ColumnProfile } from './column-profile.js'
import { nameFault } from '../../../model/spec/check-names.js'

/** Guesses with the names that the spec gives them, and a sentence for each. */
export interface NamedGuess {
  readonly kpi: { readonly column: ColumnProfile; readonly kind: 'revenue' | 'units' }
  readonly channels: readonly (ChannelGuess & { readonly name: string })[]
  readonly organic: readonly { readonly name: string; readonly column: ColumnProfile }[]
  readonly treatments: readonly {
    readonly name: string
    readonly column: ColumnProfile
    readonly reference: 'mean' | 0
  }[]
  readonly controls: readonly (ControlGuess & { readonly name: string })[]
  readonly sentences: readonly string[]
}

/** Gives every part of a guess a name of its own. */
export function nameGuesses(guess: RoleGuess): NamedGuess {
  const kpi = { column: guess.kpi as ColumnProfile, kind: guess.kpiKind }
  const names = new Set<string>(['baseline', 'fitted', 'observed', 'predictive', 'period'])
  const nameOf = (words: readonly string[], kind: string) => freshName(words.join('_'), kind, names)
  const channels = guess.channels.map((channel) => ({ ...channel, name: nameOf(channel.stem, 'channel') }))
  const organic = guess.organic.map((column) => ({ column, name: nameOf(column.sense.stem, 'organic') }))
  const treatments = guess.treatments.map((entry) => ({
    ...entry,
    name: nameOf(entry.column.sense.words, 'treatment'),
  }))
  const controls = guess.controls.map((entry) => ({ ...entry, name: nameOf(entry.column.sense.words, 'control') }))
  const sentences = [
    kpiSentence(guess, kpi.column),
    ...channels.map(channelSentence),
    ...organic.map(
      ({ name, column }) =>
        `check: ${name}: media without spend, column ${column.header}; does it cost money after all?`,
    ),
    ...treatments.map(({ name, column, reference }) => {
      return `check: ${name}: treatment, column ${column.header}, against ${reference === 0 ? 'zero' : 'its mean'}; is that the level without effect?`
    }),
    ...controls.map(controlSentence),
  ]
  return { kpi, channels, organic, treatments, controls, sentences }
}

function freshName(wanted: string, kind: string, taken: Set<string>): string {
  const base = nameFault(wanted) === null ? wanted : kind
  let name = base
  for (let i = 2; taken.has(name); i++) name = `${Array.from(base).slice(0, 60).join('')}_${i}`
  taken.add(name)
  return name
}

function kpiSentence({ kpiKind, isKpiSure }: RoleGuess, { header }: ColumnProfile): string {
  if (!isKpiSure) return `check: outcome: column ${header}, for want of a header that says so.`
  if (kpiKind === 'units') return `outcome: column ${header}, in units; give \`value\` for returns.`
  const certain = /revenue|turnover|umsatz|gmv/i.test(header)
  return certain
    ? `outcome: column ${header}, as revenue.`
    : `check: outcome: column ${header}, as revenue; is it money, or units?`
}

function channelSentence({
  name,
  spend,
  media,
  medium,
  isDemandCapture,
  isSure,
}: NamedGuess['channels'][number]): string {
  const parts = [
    `spend ${spend.header}`,
    ...(media ? [`media ${media.header}`] : []),
    medium ? `medium ${medium}` : 'medium unknown',
    ...(isDemandCapture ? ['demand capture, by its name'] : []),
  ]
  const text = `${name}: ${parts.join(', ')}`
  return isSure ? `${text}.` : `check: ${text}; its header doesn't say that it is money.`
}

function controlSentence({ name, column, role, isCategory, none }: NamedGuess['controls'][number]): string {
  const levels = isCategory
    ? ` of ${column.levels.length} levels, ${none === null ? 'none of them' : `\`${none}\``} meaning nothing`
    : ''
  if (role !== null) return `${name}: control${levels}, column ${column.header}, ${role}.`
  return `check: ${name}: control${levels}, column ${column.header}; if media move it, take it out.`
}
