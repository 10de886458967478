import type { CurvePoint, NamedPlan, ReportData, TradeOff } from '../../decision/results.js'
import { kpiWords } from '../words/kpi.js'
import { windowText } from '../words/window.js'
import type { Cell, Column, Range, Table } from './table.js'

/**
 * The trade-off of every channel and of the whole budget: today's spend, where ROI and profit are highest, break-even.
 *
 * Without a margin only today's spend is known; the sentences of the trade-off say what margin would pay it back.
 */
export function tradeOffTable({ tradeOff, summary }: Pick<ReportData, 'tradeOff' | 'summary'>): Table {
  const rows = [...tradeOff.channels, tradeOff.total].map(pointRow)
  const { currency } = summary.kpi
  const money = { unit: currency, align: 'right', format: 'amount', group: 'spend' } as const
  return {
    title: `${summary.kpi.margin === null ? 'Spend today' : 'ROI against profit'}, ${windowText(summary)}`,
    columns: [
      { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
      { key: 'today', label: 'Today', ...money },
      { key: 'roiMax', label: 'ROI-max', ...money, droppable: 1 },
      { key: 'profitMax', label: 'Profit-max', ...money },
      { key: 'nearOptimal', label: 'Near-optimal', ...money, droppable: 1 },
      { key: 'breakEven', label: 'Break-even', ...money },
      {
        key: 'pNever',
        label: 'Never pays',
        unit: null,
        align: 'right',
        format: 'probability',
        droppable: 2,
      },
      { key: 'note', label: 'Note', unit: null, align: 'left', format: 'text', droppable: 3 },
    ].filter(({ key }) => rows.some((row) => row[key] !== null && row[key] !== '')) as Column[],
    rows,
    notes: [
      'Spend over the window. Near-optimal: within 1 % of the greatest expected profit. The whole budget keeps today’s mix.',
      ...tradeOff.channels.map(({ sentence }) => sentence),
      tradeOff.total.sentence,
      tradeOff.planSentence,
    ].filter((note) => note !== ''),
  }
}

/** The four named plans of the whole budget: totals, and the spend of each channel. */
export function plansTable({ tradeOff, summary }: Pick<ReportData, 'tradeOff' | 'summary'>): Table {
  const { currency } = summary.kpi
  const { unit } = kpiWords(summary)
  const channels = [...new Set(tradeOff.plans.flatMap((plan) => Object.keys(plan.spend)))]
  const rows = tradeOff.plans.map((plan): Record<string, Cell> => ({
    plan: planName(plan.name),
    totalSpend: plan.totalSpend,
    incrementalKpi: plan.incrementalKpi,
    profit: plan.profit,
    roas: plan.roas,
    roi: plan.roi,
    ...Object.fromEntries(channels.map((channel) => [spendKey(channel), plan.spend[channel] ?? null])),
  }))
  const right = { align: 'right' } as const
  return {
    title: `Plans for the whole budget, ${windowText(summary)}`,
    columns: [
      { key: 'plan', label: 'Plan', unit: null, align: 'left' as const, format: 'text' as const },
      { key: 'totalSpend', label: 'Spend', unit: currency, ...right, format: 'amount' as const, digits: 3 },
      { key: 'incrementalKpi', label: `Incremental ${summary.kpi.kind}`, unit, ...right, format: 'amount' as const },
      { key: 'profit', label: 'Profit', unit: currency, ...right, format: 'amount' as const },
      { key: 'roas', label: 'ROAS', unit: null, ...right, format: 'ratio' as const, droppable: 1 },
      { key: 'roi', label: 'ROI', unit: null, ...right, format: 'percent' as const },
      ...channels.map((channel) => ({
        key: spendKey(channel),
        label: channel,
        unit: currency,
        ...right,
        format: 'amount' as const,
        droppable: 2,
      })),
    ].filter(({ key }) => rows.some((cells) => cells[key] !== null)),
    rows,
    notes: tradeOff.planSentence === '' ? [] : [tradeOff.planSentence],
  }
}

/** A plan's name for a reader: `Same sales for less`. */
export function planName(name: NamedPlan['name']): string {
  return planNames[name]
}

const planNames: Readonly<Record<NamedPlan['name'], string>> = {
  today: 'Today',
  'same-sales-for-less': 'Same sales for less',
  'best-split': 'Best split of today’s budget',
  'profit-max': 'Profit-max',
}

/** A channel may be called `profit`: its spend has a name of its own. */
function spendKey(channel: string): string {
  return `spend.${channel}`
}

function pointRow(tradeOff: TradeOff): Record<string, Cell> {
  const { curve, profitMax, roiMax, breakEven } = tradeOff
  return {
    channel: tradeOff.name === 'total' ? 'whole budget' : tradeOff.name,
    today: todaySpend(curve.multiples, curve.spend),
    roiMax: spendOf(roiMax),
    profitMax: spendOf(profitMax),
    nearOptimal: rangeOf(profitMax?.nearOptimal ?? null),
    breakEven: spendOf(breakEven),
    pNever: profitMax?.pNever ?? null,
    note: roiNote(tradeOff),
  }
}

function todaySpend(multiples: readonly number[], spend: readonly number[]): number | null {
  const today = multiples.indexOf(1)
  return today < 0 ? null : spend[today]
}

function spendOf(point: CurvePoint | null): number | null {
  return point === null ? null : point.spend
}

function rangeOf(ends: readonly [number, number] | null): Range | null {
  return ends === null || ends[1] <= ends[0] ? null : { low: ends[0], high: ends[1] }
}

function roiNote({ roiMax, profitMax, flags }: TradeOff): string {
  if (flags.includes('never-pays')) return 'no spend pays back'
  if (roiMax !== null && roiMax.spend === 0) return 'ROI is highest at zero spend; it isn’t a target'
  if (flags.includes('roi-max-unknown')) return 'the data can’t tell where ROI is highest'
  return profitMax !== null && profitMax.pBeyond > 0.5 ? 'profit still rises at ten times today' : ''
}
