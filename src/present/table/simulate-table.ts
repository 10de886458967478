import type { SimulatedChannel, Simulation } from '../../decision/plan/simulation.js'
import { periodsPerYear, type PeriodKind } from '../../data/calendar/period.js'
import { formatMoney } from '../../decision/words/format.js'
import { againstText } from '../../decision/words/simulation-sentence.js'
import { flagText } from '../words/flag.js'
import { countText, tailText, windowText } from '../words/window.js'
import { estimateAt } from './curves-table.js'
import type { Cell, Column, Table } from './table.js'

/** A plan against its reference, a row a paid channel and all of them together. */
export function simulateTable(simulation: Simulation): Table {
  const { against, currency, kpiKind, difference } = simulation
  const isSame = difference.probabilityBetter === null
  const rows = simulation.channels
    .filter(({ kind }) => kind === 'paid')
    .map((channel) =>
      channelRow(
        channel,
        against.channels.find(({ name }) => name === channel.name),
      ),
    )
  rows.push({
    channel: 'all paid media',
    spend: simulation.spend,
    against: against.spend,
    contribution: simulation.contribution,
    incrementalKpi: simulation.incrementalKpi,
    profit: simulation.profit,
    roas: simulation.roas,
    againstRoas: against.roas,
    roi: simulation.roi,
    flags: '',
  })
  const reference = against.name === 'zero' ? 'none' : against.name
  const right = { align: 'right' } as const
  const unit = kpiKind === 'revenue' ? currency : 'units'
  const columns: Column[] = [
    { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
    { key: 'spend', label: 'Spend', unit: currency, ...right, format: 'amount', digits: 3, group: 'spend' },
    {
      key: 'against',
      label: `Spend, ${reference}`,
      unit: currency,
      ...right,
      format: 'amount',
      digits: 3,
      group: 'spend',
    },
    { key: 'contribution', label: 'Contribution', unit, ...right, format: 'amount' },
    { key: 'incrementalKpi', label: 'Incremental KPI', unit, ...right, format: 'amount', droppable: 3 },
    { key: 'profit', label: 'Profit', unit: currency, ...right, format: 'amount', droppable: 1 },
    { key: 'roas', label: 'ROAS', unit: null, ...right, format: 'ratio' },
    { key: 'againstRoas', label: `ROAS, ${reference}`, unit: null, ...right, format: 'ratio', droppable: 2 },
    { key: 'roi', label: 'ROI', unit: null, ...right, format: 'percent', droppable: 4 },
    { key: 'flags', label: 'Note', unit: null, align: 'left', format: 'text', droppable: 5 },
  ]
  const hidden = isSame || against.name === 'zero' ? ['against', 'againstRoas'] : []
  return {
    title: `Plan: ${simulation.name}, ${windowText(simulation)}`,
    columns: columns.filter(
      ({ key }) => !hidden.includes(key) && rows.some((row) => row[key] !== null && row[key] !== ''),
    ),
    rows,
    notes: [
      `Contribution: KPI in the window, with what earlier spend carries into it. The rest: what the plan’s spend causes, in the window and after it. Ranges: 9 of 10 cases. ${tailText(simulation)}`,
      ...spendPerYear(simulation),
      ...simulation.assumptions,
    ],
  }
}

/** The expected KPI by period, baseline included: under the plan, and under its reference. */
export function simulateSeriesTable(simulation: Simulation): Table {
  const { periods, series, predictive, against, difference, kpiKind, currency, window } = simulation
  const amount = {
    unit: kpiKind === 'revenue' ? currency : 'units',
    align: 'right',
    format: 'amount',
    digits: 4,
    group: 'kpi',
  } as const
  const rows = periods.map((period, t): Record<string, Cell> => ({
    period,
    plan: estimateAt(series, t),
    low: predictive?.q05[t] ?? null,
    high: predictive?.q95[t] ?? null,
    against: difference.probabilityBetter === null ? null : estimateAt(against.series, t),
  }))
  return {
    title: `Expected ${kpiKind === 'revenue' ? 'revenue' : 'KPI'} by ${window.period}`,
    columns: [
      { key: 'period', label: 'Period', unit: null, align: 'left', format: 'text' },
      { key: 'plan', label: 'Plan', ...amount },
      { key: 'low', label: 'KPI, 5 %', ...amount, droppable: 2 },
      { key: 'high', label: 'KPI, 95 %', ...amount, droppable: 2 },
      { key: 'against', label: againstLabel(simulation), ...amount, droppable: 1 },
    ].filter(({ key }) => rows.some((row) => row[key] !== null)) as Column[],
    rows,
    notes: [
      'Ranges: 9 of 10 cases of the expected KPI.',
      ...(predictive === null ? [] : ['KPI, 5 % and 95 %: nine of ten cases of the KPI itself, noise included.']),
    ],
  }
}

function channelRow(channel: SimulatedChannel, against: SimulatedChannel | undefined): Record<string, Cell> {
  return {
    channel: channel.name,
    spend: channel.spend,
    against: against?.spend ?? null,
    contribution: channel.contribution,
    incrementalKpi: channel.incrementalKpi,
    profit: channel.profit,
    roas: channel.roas,
    againstRoas: against?.roas ?? null,
    roi: channel.roi,
    flags: channel.flags.map(flagText).join('; '),
  }
}

function againstLabel(simulation: Simulation): string {
  const text = againstText(simulation)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Spend a year, where the window isn't one. */
function spendPerYear({ window, spendPerYear: perYear, against, currency, difference }: Simulation): string[] {
  const years = window.periods / periodsPerYear[window.period as PeriodKind]
  if (Math.abs(years - 1) < 0.01) return []
  const isSame = difference.probabilityBetter === null
  const other = isSame ? '' : `; ${againstText({ against })}: ${formatMoney(against.spendPerYear, currency)} a year`
  return [`Spend over ${countText(window.periods, window.period)}: ${formatMoney(perYear, currency)} a year${other}.`]
}
