import type { ComparedWindow, Driver, Drivers } from '../../decision/readout/drivers.js'
import { formatPercent } from '../../decision/words/format.js'
import { driverName, spanText } from './compared.js'
import { capital, kpiAmount, kpiInterval, kpiWords } from './kpi.js'

/** Why the KPI changed, in sentences: by how much, what moved it most in either direction, and paid media's part. */
export function changeSentences(drivers: Drivers): string[] {
  return [changeSentence(drivers), ...extremeSentences(drivers), ...mediaSentences(drivers)]
}

function changeSentence(drivers: Drivers): string {
  const { observed, fitted, window, against } = drivers
  const { noun } = kpiWords(drivers)
  const share = observed.before > 0 ? ` (${formatPercent(Math.abs(observed.change / observed.before))})` : ''
  const subject = noun === 'KPI' ? 'The KPI' : capital(noun)
  const moved = observed.change < 0 ? 'lower' : 'higher'
  const { mean, q05, q95 } = fitted.change
  const during = (each: ComparedWindow): string => `${each.periods === 1 ? 'in' : 'from'} ${spanText(each)}`
  return (
    `${subject} was ${kpiAmount(Math.abs(observed.change), drivers)}${share} ${moved} ${during(window)} than ${during(against)}; ` +
    `the fitted change is ${kpiAmount(mean, drivers)} (in 9 of 10 cases ${kpiInterval(q05, q95, drivers)}).`
  )
}

/** Up to two drivers each way, clear ones only: at least nineteen of twenty draws on one side of zero. */
function extremeSentences(drivers: Drivers): string[] {
  const clear = drivers.rows.filter(({ change: { q05, q95 } }) => q05 > 0 || q95 < 0)
  const most = (sign: 1 | -1): Driver[] =>
    clear
      .filter(({ change }) => sign * change.mean > 0)
      .sort((a, b) => sign * (b.change.mean - a.change.mean))
      .slice(0, 2)
  const list = (rows: readonly Driver[]): string =>
    rows.map((row) => `${driverName(row, drivers)} (${kpiAmount(row.change.mean, drivers)})`).join(' and ')
  const [up, down] = [most(1), most(-1)]
  if (up.length === 0 && down.length === 0) return ['No single driver clearly moved it.']
  if (down.length === 0) return [`What raised it most: ${list(up)}.`]
  if (up.length === 0) return [`What lowered it most: ${list(down)}.`]
  return [`What raised it most: ${list(up)}; what lowered it most: ${list(down)}.`]
}

function mediaSentences(drivers: Drivers): string[] {
  const { media } = drivers
  if (media === null) return []
  const { change, split } = media
  const amount = (value: number): string => `${value > 0 ? '+' : ''}${kpiAmount(value, drivers)}`
  const parts = [
    `spend ${amount(split.spend.mean)}`,
    ...(split.costPerUnit === null ? [] : [`cost per unit ${amount(split.costPerUnit.mean)}`]),
    `timing ${amount(split.timing.mean)}`,
  ]
  return [
    `All paid media together: ${amount(change.mean)} (${kpiInterval(change.q05, change.q95, drivers)}), of which ${parts.join(', ')}.`,
  ]
}
