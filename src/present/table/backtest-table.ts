import type { Backtest, BacktestHorizon, BacktestScore } from '../../decision/forecast/backtest.js'
import { countText } from '../words/window.js'
import type { Cell, Table } from './table.js'

/** Errors and coverage of a backtest, a row a horizon and prediction. */
export function backtestTable(backtest: Backtest): Table {
  const { origins, horizons, period, kpiKind, currency } = backtest
  const unit = kpiKind === 'revenue' ? currency : 'units'
  const first = origins[0]
  const last = origins[origins.length - 1]
  const right = { align: 'right' } as const
  return {
    title: `Predictions from ${origins.length} ${origins.length === 1 ? 'origin' : 'origins'}, after ${first.lastFitted} to after ${last.lastFitted}`,
    columns: [
      {
        key: 'ahead',
        label: `${period.charAt(0).toUpperCase()}${period.slice(1)}s ahead`,
        unit: null,
        align: 'left',
        format: 'text',
      },
      { key: 'prediction', label: 'Prediction', unit: null, align: 'left', format: 'text' },
      { key: 'rmse', label: 'RMSE', unit, ...right, format: 'amount', digits: 3, group: 'error' },
      { key: 'mape', label: 'MAPE', unit: null, ...right, format: 'percent' },
      { key: 'crps', label: 'CRPS', unit, ...right, format: 'amount', digits: 3, group: 'error' },
      { key: 'coverage', label: '90 % band held', unit: null, ...right, format: 'percent' },
      { key: 'predictions', label: 'Periods', unit: null, ...right, format: 'exact', droppable: 1 },
    ],
    rows: horizons.flatMap((horizon) => horizonRows(horizon)),
    notes: [
      `Each origin refits the model to the ${period}s before it (${countText(first.fittedPeriods, period)} at first) and predicts those after it, media and controls given. Seasonal-naive: the same ${period} of the last known year.`,
      'CRPS of a prediction without a band is its mean absolute error.',
      ...backtest.skipped,
    ],
  }
}

function horizonRows(horizon: BacktestHorizon): Record<string, Cell>[] {
  const ahead = horizon.from === horizon.to ? String(horizon.from) : `${horizon.from} to ${horizon.to}`
  const row = (prediction: string, score: BacktestScore): Record<string, Cell> => ({
    ahead,
    prediction,
    ...score,
    predictions: horizon.predictions,
  })
  return [
    row('model', horizon.model),
    row('without media', horizon.withoutMedia),
    row('seasonal-naive', horizon.seasonalNaive),
  ]
}
