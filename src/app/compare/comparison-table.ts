import type { Column, Table } from '../../present/table/table.js'
import type { Comparison } from './compare-fits.js'
import type { Move } from './move.js'
import type { ScoreComparison } from './prediction-comparison.js'
import { formatNumber } from '../../decision/words/format.js'
import { kpiWords } from '../../present/words/kpi.js'
import { countText } from '../../present/words/window.js'

/** Contribution and ROAS of every channel in both fits, how far they moved and why: a row a channel. */
export function comparisonTable({ channels, media, kpi, window, quality, sentences }: Comparison): Table {
  const hasRoas = channels.some(({ roas }) => roas.before !== null || roas.after !== null)
  const text = { unit: null, align: 'left', format: 'text' } as const
  return {
    title: `What moved, ${window.from} to ${window.to}, ${countText(window.periods, window.period)}`,
    columns: [
      { key: 'channel', label: 'Channel', ...text },
      ...(hasRoas ? figureColumns('roas', 'ROAS', { format: 'ratio', unit: null }) : []),
      ...figureColumns('contribution', 'Contribution', { format: 'amount', unit: kpiWords({ kpi }).unit }),
      { key: 'because', label: 'Because', ...text },
    ],
    rows: [...channels, { name: 'all paid media', because: '', ...media }].map(
      ({ name, because, roas, contribution }) => ({
        channel: name,
        ...figureCells('roas', roas),
        ...figureCells('contribution', contribution),
        because,
      }),
    ),
    notes: [
      ...sentences,
      `R2 went from ${quality.before.r2.toFixed(3)} to ${quality.after.r2.toFixed(3)}.`,
      'Noise: below two combined Monte Carlo errors; within: each mean lies in the other’s interval of nine in ten; moved: further.',
    ],
  }
}

/** How well both fits predict; null where they don't predict the same KPI, or predict it equally. */
export function predictionTable({ prediction, kpi }: Comparison): Table | null {
  if (prediction === null) return null
  const { holdout, leaveOneOut, sentence } = prediction
  if ((holdout?.difference ?? 0) === 0 && (leaveOneOut?.difference ?? 0) === 0) return null
  const figure = { unit: null, align: 'right', format: 'text' } as const
  return {
    title: 'Which predicts better',
    columns: [
      { key: 'score', label: 'Score', unit: null, align: 'left', format: 'text' },
      { key: 'before', label: 'Before', ...figure },
      { key: 'after', label: 'After', ...figure },
      { key: 'difference', label: 'Difference', ...figure },
      { key: 'se', label: 'Standard error', ...figure },
    ],
    rows: [
      ...(holdout === null
        ? []
        : [
            scoreCells(`hold-out, CRPS (${kpiWords({ kpi }).unit}): less is better`, holdout, (crps) =>
              formatNumber(crps),
            ),
          ]),
      ...(leaveOneOut === null
        ? []
        : [scoreCells('leave-one-out, elpd: more is better', leaveOneOut, (elpd) => elpd.toFixed(1))]),
    ],
    notes: [
      sentence,
      ...(leaveOneOut?.reliable === false
        ? ['The leave-one-out score hangs on few draws in some periods (show <fit> diagnostics): don’t rely on it.']
        : []),
    ],
  }
}

function scoreCells(
  score: string,
  { before, after, difference, se }: ScoreComparison,
  write: (value: number) => string,
): Table['rows'][number] {
  return {
    score,
    before: write(before),
    after: write(after),
    difference: write(difference),
    se: se === null ? null : write(se),
  }
}

function figureColumns(key: string, label: string, kind: Pick<Column, 'format' | 'unit'>): Column[] {
  const column = { align: 'right', ...kind } as const
  return [
    { ...column, key: `${key}Before`, label: `${label} before` },
    { ...column, key: `${key}After`, label: 'after' },
    { key: `${key}Moved`, label: 'moved', unit: null, align: 'left', format: 'text' },
  ]
}

const verdictWords = { same: 'same', noise: 'noise', 'within-uncertainty': 'within', moved: 'moved' } as const

function figureCells(key: string, { before, after, verdict }: Move): Table['rows'][number] {
  return {
    [`${key}Before`]: before,
    [`${key}After`]: after,
    [`${key}Moved`]: verdict === null ? null : verdictWords[verdict],
  }
}
