import type { Robustness, RobustnessStudy, Rung, RungFigures, RungRange } from '../../fit/robustness/robustness.js'
import { dependentFlag, kindOf, measureText, rungSentences } from '../../decision/robustness/study-words.js'
import { flagText } from '../words/flag.js'
import type { Cell, Column, Table } from './table.js'

/** How far each answer moves over the rungs of a study, and which rung moves it most: a row a channel, and one for all paid media. */
export function rangesTable(study: RobustnessStudy): Table {
  const kind = kindOf(study)
  const under = kind === 'ladder' ? 'other baselines' : 'other forms'
  const row = (range: RungRange, name: string): Record<string, Cell> => ({
    channel: name,
    ...answerCells('range', range),
    farthest: range.farthest === null ? '' : range.farthest.label,
    verdict: range.dependent ? dependentFlag[kind] : 'robust',
  })
  return {
    title: `Answers under ${under}`,
    columns: knownColumns(
      [
        { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
        ...answerColumns(study, [{ key: 'range', label: under }]),
        { key: 'farthest', label: 'Moved most by', unit: null, align: 'left', format: 'text', droppable: 1 },
        { key: 'verdict', label: 'Verdict', unit: null, align: 'left', format: 'text' },
      ],
      rowsOf(study, row),
    ),
    rows: rowsOf(study, row),
    notes: [ruleNote(study), refitNote(study), ...rungSentences(study), ...study.leftOut],
  }
}

/** Every answer of every rung: a row a channel and rung. */
export function rungsTable(study: RobustnessStudy): Table {
  const rows = [
    ...study.channels.flatMap(({ name }, c) => rungRows(study, name, ({ channels }) => channels[c])),
    ...(study.media === null ? [] : rungRows(study, 'all paid media', ({ media }) => media as RungFigures)),
  ]
  return {
    title: kindOf(study) === 'ladder' ? 'Every rung of the ladder' : 'Every form',
    columns: knownColumns(
      [
        { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
        { key: 'rung', label: 'Model', unit: null, align: 'left', format: 'text' },
        {
          key: 'return',
          label: measureText(study.measure, study.currency),
          unit: null,
          align: 'right',
          format: 'ratio',
        },
        { key: 'share', label: 'Share of the outcome', unit: null, align: 'right', format: 'percent' },
        { key: 'note', label: 'Note', unit: null, align: 'left', format: 'text', droppable: 1 },
      ],
      rows,
    ),
    rows,
    notes: ['Ranges: 9 of 10 cases.'],
  }
}

/**
 * Each answer of a fit beside how far it moves under other models, as far as somebody looked: a row a channel, and one for all paid media.
 *
 * @returns null where nobody looked.
 */
export function robustnessTable({ ladder, forms }: Robustness): Table | null {
  const either = ladder ?? forms
  if (either === undefined) return null
  const spans = [
    ...(ladder === undefined ? [] : [{ key: 'baselines', label: 'other baselines' }]),
    ...(forms === undefined ? [] : [{ key: 'forms', label: 'other forms' }]),
  ]
  const both = [ladder, forms].filter((study) => study !== undefined)
  const row = (range: RungRange, name: string, place: number | null): Record<string, Cell> => {
    const same = ({ channels, media }: RobustnessStudy): RungRange =>
      place === null ? (media as RungRange) : channels[place]
    const flags = both.filter((study) => same(study).dependent).map((study) => flagText(dependentFlag[kindOf(study)]))
    return {
      channel: name,
      ...answerCells('baselines', ladder === undefined ? range : same(ladder)),
      ...answerCells('forms', forms === undefined ? range : same(forms)),
      note: flags.join('; '),
    }
  }
  const rows = rowsOf(either, row)
  return {
    title: 'How far the answers move under other models of the same data',
    columns: knownColumns(
      [
        { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
        ...answerColumns(either, spans),
        { key: 'note', label: 'Note', unit: null, align: 'left', format: 'text' },
      ],
      rows,
    ),
    rows,
    notes: [ruleNote(either)],
  }
}

function rowsOf(
  study: RobustnessStudy,
  row: (range: RungRange, name: string, place: number | null) => Record<string, Cell>,
): Record<string, Cell>[] {
  return [
    ...study.channels.map((range, c) => row(range, range.name, c)),
    ...(study.media === null ? [] : [row(study.media, 'all paid media', null)]),
  ]
}

/** The answer and a span of it; those of a channel without a return are shares and stand in columns of their own. */
function answerCells(key: string, { measure, estimate, low, high }: RungRange): Record<string, Cell> {
  const share = measure === 'share'
  return {
    estimate: share ? null : estimate,
    [key]: share ? null : { low, high },
    shareEstimate: share ? estimate : null,
    [`${key}Share`]: share ? { low, high } : null,
  }
}

function answerColumns(study: RobustnessStudy, spans: readonly { key: string; label: string }[]): Column[] {
  const right = { unit: null, align: 'right' } as const
  const measure = measureText(study.measure, study.currency)
  const ratio = { ...right, format: 'ratio', group: 'return' } as const
  const percent = { ...right, format: 'percent', group: 'share' } as const
  return [
    { key: 'estimate', label: measure, ...ratio },
    ...spans.map(({ key, label }) => ({ key, label: `Under ${label}`, ...ratio })),
    { key: 'shareEstimate', label: 'Share of the outcome', ...percent },
    ...spans.map(({ key, label }) => ({ key: `${key}Share`, label: `Share under ${label}`, ...percent })),
  ]
}

function rungRows(study: RobustnessStudy, name: string, of: (rung: Rung) => RungFigures): Record<string, Cell>[] {
  const range = study.channels.find((channel) => channel.name === name) ?? study.media
  return study.rungs.map((rung, r) => ({
    channel: r === 0 ? name : '',
    rung: rung.label,
    return: of(rung).return,
    share: of(rung).share,
    note: rungNote(rung, range),
  }))
}

function rungNote({ id, status }: Rung, range: RungRange | null): string {
  if (status === 'unsettled') return 'not counted: chains disagree'
  if (status === 'refuted') return 'not counted: refuted'
  const outside = range?.outside.some((variant) => variant.id === id) === true ? ['outside the interval'] : []
  return [...outside, ...(status === 'preferred' ? ['describes the data better'] : [])].join('; ')
}

/** The columns in which some row has something to say. */
function knownColumns(columns: readonly Column[], rows: readonly Record<string, Cell>[]): Column[] {
  return columns.filter(({ key }) => rows.some((row) => row[key] !== null && row[key] !== '' && row[key] !== undefined))
}

function ruleNote({ against }: RobustnessStudy): string {
  const main = against === 'fit' ? 'the fit' : 'the model as specified'
  return `Beside the estimate of ${main} and its interval (9 of 10 cases): the smallest and the largest estimate of all variants that count. Where one lies outside the interval, or they spread over more than half of it, the answer depends on that choice.`
}

function refitNote({ refits, rungs }: RobustnessStudy): string {
  const { method, chains, draws } = refits
  const count = `${rungs.length} quick refits`
  if (method === 'ols') return `${count} by least squares.`
  if (method === 'regression') return `${count} by regression, ${draws} replicates each.`
  return `${count} by ${chains} short chains of ${draws} draws each: by chance an estimate may move by a tenth of its standard deviation.`
}
