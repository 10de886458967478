import type { Summary } from '../../decision/results.js'
import type { Holdout, HoldoutPrediction } from '../../fit/holdout/holdout.js'
import { holdoutMeasure, holdoutText, seasonalNaiveText } from '../words/holdout.js'
import { kpiWords } from '../words/kpi.js'
import { windowText } from '../words/window.js'
import type { Cell, Column, Table } from './table.js'

/** How well the held-out periods were predicted: a row each for the model, the model without media, and seasonal-naive. */
export function holdoutTable(holdout: Holdout, summary: Summary): Table {
  const { unit } = kpiWords(summary)
  const right = { align: 'right' } as const
  const amount = { unit, ...right, format: 'amount' } as const
  const percent = { unit: null, ...right, format: 'percent' } as const
  const columns: Column[] = [
    { key: 'prediction', label: 'Predicted by', unit: null, align: 'left', format: 'text' },
    { key: 'relativeRmse', label: 'RMSE', ...percent },
    { key: 'rmse', label: 'RMSE', ...amount, droppable: 3 },
    { key: 'mape', label: 'MAPE', ...percent, droppable: 1 },
    { key: 'crps', label: 'CRPS', ...amount, droppable: 2 },
    { key: 'coverage', label: 'In the band', ...percent },
    { key: 'total', label: 'Total', ...amount, digits: 3 },
    { key: 'totalError', label: 'Error of the total', ...percent },
  ]
  const rows = [
    predictionRow('the model', holdout.model),
    predictionRow('the model without media', holdout.withoutMedia),
    predictionRow(seasonalNaiveText(holdout, summary), holdout.seasonalNaive),
  ]
  return {
    title: `Hold-out: ${holdoutText(holdout, summary)}`,
    columns: columns.filter(({ key }) => rows.some((row) => row[key] !== null)),
    rows,
    notes: [
      'The less, the better, but for the band, which should hold 90 %. RMSE: root mean squared error, relative to the mean; CRPS: error of the whole predictive distribution.',
      'The predictions see no KPI of these periods, but their media, controls and calendar. One quarter is one sample.',
    ],
  }
}

function predictionRow(name: string, prediction: HoldoutPrediction): Record<string, Cell> {
  const { relativeRmse, rmse, mape, crps, coverage, total } = prediction
  const { mean, q05, q95, relativeError } = total
  return {
    prediction: name,
    relativeRmse,
    rmse,
    mape,
    crps,
    coverage,
    total: q05 === null || q95 === null ? mean : { mean, q05, q95 },
    totalError: relativeError,
  }
}

/** How far returns move when the held-out periods are dropped: a row a paid channel, and one for all paid media. */
export function holdoutReturnsTable(holdout: Holdout, summary: Summary): Table {
  const { channels, media } = holdout.returns
  const measure = holdoutMeasure(holdout, summary)
  const ratio = { unit: null, align: 'right', format: 'ratio', group: 'return' } as const
  return {
    title: `${measure} with and without ${holdoutText(holdout, summary)}`,
    columns: [
      { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
      { key: 'all', label: 'Fitted to all', ...ratio },
      { key: 'without', label: 'Fitted without', ...ratio },
      { key: 'change', label: 'Change', unit: null, align: 'right', format: 'percent' },
      { key: 'note', label: 'Note', unit: null, align: 'left', format: 'text' },
    ],
    rows: [...channels, ...(media === null ? [] : [{ ...media, name: 'all paid media' }])].map((each) => ({
      channel: each.name,
      all: each.all,
      without: each.without,
      change: each.ratio === null ? null : each.ratio - 1,
      note: each.moved ? 'moves out of its interval' : '',
    })),
    notes: [
      `Both for the same spend, ${allText(holdout, summary)}; only what was learned differs. Ranges: 9 of 10 cases.`,
    ],
  }
}

function allText({ to, fittedPeriods, periods }: Holdout, summary: Summary): string {
  const whole = fittedPeriods + periods.length
  return summary.window.periods === whole && summary.window.to === to
    ? windowText(summary)
    : `that of all ${whole} ${summary.window.period}s`
}

/** A row a held-out period: what was observed, and the three predictions. */
export function holdoutSeriesTable(holdout: Holdout, summary: Summary): Table {
  const { model, withoutMedia, seasonalNaive } = holdout
  const amount = { unit: kpiWords(summary).unit, align: 'right', format: 'amount', digits: 4, group: 'kpi' } as const
  return {
    title: `Hold-out by ${summary.window.period}`,
    columns: [
      { key: 'period', label: 'Period', unit: null, align: 'left', format: 'text' },
      { key: 'observed', label: 'Observed', ...amount },
      { key: 'model', label: 'The model', ...amount },
      { key: 'withoutMedia', label: 'Without media', ...amount },
      { key: 'seasonalNaive', label: 'A year earlier', ...amount },
    ],
    rows: holdout.periods.map((period, t) => ({
      period,
      observed: holdout.observed[t],
      model: predictedAt(model, t),
      withoutMedia: predictedAt(withoutMedia, t),
      seasonalNaive: seasonalNaive.mean[t],
    })),
    notes: ['Ranges: the KPI itself, noise included, lies there in 9 of 10 cases.'],
  }
}

function predictedAt({ mean, q05, q95 }: HoldoutPrediction, t: number): Cell {
  return q05 === null || q95 === null ? mean[t] : { mean: mean[t], q05: q05[t], q95: q95[t] }
}
