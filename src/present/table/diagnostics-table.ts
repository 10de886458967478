import type { ReportData, Summary } from '../../decision/results.js'
import { formatNumber, formatPercent, formatProbability } from '../../decision/words/format.js'
import { comparison, holdoutLine } from '../words/holdout.js'
import { kpiAmount } from '../words/kpi.js'
import { countText } from '../words/window.js'
import type { Table } from './table.js'

/** Whether the fit may be believed: its fit to the data, convergence, plausibility and the tests on residuals. */
export function diagnosticsTable(data: Pick<ReportData, 'summary' | 'residualTests'>): Table {
  const { quality, diagnostics, plausibility } = data.summary
  const rows = [
    row('convergence', diagnostics.passed ? 'passed' : 'failed', diagnostics.passed, diagnostics.advice.join(' ')),
    row(
      'draws',
      String(diagnostics.draws),
      null,
      diagnostics.chains === null ? 'approximate posterior draws' : 'per chain',
    ),
    ...optional('chains', diagnostics.chains, '', null),
    ...optional('R-hat, largest', diagnostics.rhatMax, 'below 1.01', (value) => value < 1.01),
    ...essRows(diagnostics),
    ...optional('Pareto k', diagnostics.paretoK ?? null, paretoMeaning(diagnostics), () => diagnostics.passed),
    ...optional('E-BFMI, smallest', diagnostics.ebfmiMin, 'above 0.3', (value) => value > 0.3),
    ...optional('divergences', diagnostics.divergences, 'none', (value) => value === 0),
    row('R2', quality.r2.toFixed(3), null, 'share of the KPI’s variation that the structural mean follows'),
    row('adjusted R2', quality.adjustedR2.toFixed(3), null, ''),
    ...(quality.mape === null ? [] : [row('MAPE', formatPercent(quality.mape), null, 'mean absolute error, relative')]),
    row('NRMSE', formatPercent(quality.nrmse), null, 'root mean squared error, relative'),
    holdoutRow(data.summary),
    ...leaveOneOutRows(data.summary),
    row('Durbin-Watson', quality.durbinWatson.toFixed(2), null, 'of the residuals; 2 is no correlation'),
    ...(data.residualTests.some(({ name }) => /durbin-watson.*innovations/i.test(name))
      ? []
      : [row('Durbin-Watson, innovations', quality.durbinWatsonInnovations.toFixed(2), null, 'after the noise model')]),
    ...plausibility.map(({ id, probability, ok, message }) =>
      row(id.replaceAll('-', ' '), formatProbability(probability), ok, message),
    ),
    ...data.residualTests.map(({ name, statistic, p, meaning }) =>
      row(name, p === null ? formatNumber(statistic) : `${formatNumber(statistic)}, p ${pText(p)}`, null, meaning),
    ),
  ]
  return {
    title: 'Diagnostics',
    columns: [
      { key: 'check', label: 'Check', unit: null, align: 'left', format: 'text' },
      { key: 'value', label: 'Value', unit: null, align: 'right', format: 'text' },
      { key: 'ok', label: 'OK', unit: null, align: 'left', format: 'text' },
      { key: 'meaning', label: 'Meaning', unit: null, align: 'left', format: 'text' },
    ],
    rows,
  }
}

interface DiagnosticRow extends Record<string, string | boolean | null> {
  readonly check: string
  readonly value: string
  /** Null where nothing passes or fails. */
  readonly ok: boolean | null
  readonly meaning: string
}

function row(check: string, value: string, ok: boolean | null, meaning: string): DiagnosticRow {
  return { check, value, ok, meaning }
}

function optional(
  check: string,
  value: number | null,
  meaning: string,
  ok: ((value: number) => boolean) | null,
): DiagnosticRow[] {
  return value === null ? [] : [row(check, formatNumber(value, { digits: 4 }), ok === null ? null : ok(value), meaning)]
}

/** Effective draws; 100 a chain are wanted. Of a method without chains they are those of its weights. */
function essRows({ chains, essBulkMin, essTailMin }: Summary['diagnostics']): DiagnosticRow[] {
  if (chains === null) return optional('effective draws', essBulkMin, 'of the weighted approximation', null)
  const wanted = 100 * chains
  const isEnough = (value: number): boolean => value >= wanted
  return [
    ...optional('bulk ESS, smallest', essBulkMin, `at least ${wanted}`, isEnough),
    ...optional('tail ESS, smallest', essTailMin, `at least ${wanted}`, isEnough),
  ]
}

function paretoMeaning({ passed }: Summary['diagnostics']): string {
  return passed
    ? 'the normal approximation, its draws weighted, stands for the posterior'
    : 'the normal approximation is too far from the posterior for weights to mend it'
}

/** The error of the hold-out, and whether it is no larger than that of the same time a year earlier. */
function holdoutRow(summary: Summary): DiagnosticRow {
  const { holdout, holdoutReason } = summary
  if (holdout === null) return row('hold-out', 'none', null, holdoutReason ?? '')
  const { relativeRmse, rmse } = holdout.model
  const value = relativeRmse === null ? kpiAmount(rmse, summary) : formatPercent(relativeRmse)
  const isWorse = comparison(holdout.model, holdout.seasonalNaive) === 'worse'
  return row('hold-out, RMSE', value, !isWorse, holdoutLine(holdout, summary))
}

/** The leave-one-out score, which is not for ranking, and whether it may be believed. */
function leaveOneOutRows({ leaveOneOut, window }: Summary): DiagnosticRow[] {
  if (leaveOneOut === undefined || leaveOneOut === null) return []
  const { elpd, se, pLoo, worstK, worstPeriod, unreliable, reliableK } = leaveOneOut
  const limit = reliableK.toFixed(2)
  return [
    row(
      'leave-one-out, elpd',
      `${elpd.toFixed(1)} ± ${se.toFixed(1)}`,
      null,
      `log density of each ${window.period} given all others, ${pLoo.toFixed(1)} effective parameters; a gap filled in, not a forecast: rank models by the hold-out`,
    ),
    row(
      'Pareto k, largest',
      worstK.toFixed(2),
      unreliable === 0,
      unreliable === 0
        ? `of ${worstPeriod}; below ${limit} the leave-one-out score is reliable`
        : `of ${worstPeriod}; ${countText(unreliable, window.period)} not below ${limit}: the leave-one-out score hangs on so few draws there that it can’t be relied on`,
    ),
  ]
}

/** A p-value in three decimals; never 0. */
export function pText(p: number): string {
  return p < 0.001 ? '< 0.001' : p.toFixed(3)
}
