import type { Frontier, FrontierMark } from '../../decision/optimise/frontier.js'
import type { ReportData } from '../../decision/results.js'
import type { Cell, Column, Table } from './table.js'
import { kpiWords } from '../words/kpi.js'
import { windowText } from '../words/window.js'
import { planName } from './trade-off-table.js'

/** What a table of the frontier is made of. */
export type FrontierData = Pick<ReportData, 'summary'> & { readonly frontier: Frontier }

/** The frontier, every `every`-th budget of it, and its marks; none where no paid channel has spend. */
export function frontierTables({ frontier, summary }: Pick<ReportData, 'frontier' | 'summary'>, every = 1): Table[] {
  if (!frontier) return []
  return [frontierTable({ frontier, summary }, every), frontierMarksTable({ frontier, summary })]
}

/** The best split of every budget from zero to three times today: what it brings, and each channel's spend. */
export function frontierTable({ frontier, summary }: FrontierData, every = 1): Table {
  const { currency } = summary.kpi
  const rows = frontier.points
    .filter((_, i) => i % every === 0)
    .map((point): Record<string, Cell> => ({
      budget: point.budget,
      ofToday: point.budget / frontier.today,
      incrementalKpi: point.incrementalKpi,
      profit: point.profit,
      roas: point.roas,
      roi: point.roi,
      lastUnit: point.lastUnit,
      ...Object.fromEntries(frontier.channels.map((name, c) => [`spend.${name}`, point.spend[c]])),
    }))
  const money = { unit: currency, align: 'right', format: 'amount' } as const
  const ratio = { unit: null, align: 'right', format: 'ratio' } as const
  const columns: Column[] = [
    { key: 'budget', label: 'Budget', ...money, digits: 3 },
    { key: 'ofToday', label: 'Of today', unit: null, align: 'right', format: 'percent', droppable: 1 },
    ...outcomeColumns(summary),
    { key: 'lastUnit', label: `Last ${currency}`, ...ratio, droppable: 2 },
    ...frontier.channels.map((name): Column => ({ key: `spend.${name}`, label: name, ...money, droppable: 3 })),
  ]
  return {
    title: `The best split of every budget, ${windowText(summary)}`,
    columns: columns.filter(({ key }) => rows.some((row) => row[key] !== null)),
    rows,
    notes: [frontierNote(frontier, currency)],
  }
}

/** Today, the other named plans and break-even, by budget. */
export function frontierMarksTable({ frontier, summary }: FrontierData): Table {
  const rows = frontier.marks.map((mark): Record<string, Cell> => ({
    plan: markName(mark.name),
    budget: mark.budget,
    incrementalKpi: mark.incrementalKpi,
    profit: mark.profit,
    roas: mark.roas,
    roi: mark.roi,
  }))
  const columns: Column[] = [
    { key: 'plan', label: 'Plan', unit: null, align: 'left', format: 'text' },
    { key: 'budget', label: 'Budget', unit: summary.kpi.currency, align: 'right', format: 'amount', digits: 3 },
    ...outcomeColumns(summary),
  ]
  return {
    title: 'Plans on the frontier',
    columns: columns.filter(({ key }) => rows.some((row) => row[key] !== null)),
    rows,
  }
}

function outcomeColumns(summary: ReportData['summary']): Column[] {
  const { unit } = kpiWords(summary)
  const right = { align: 'right' } as const
  return [
    { key: 'incrementalKpi', label: `Incremental ${summary.kpi.kind}`, unit, ...right, format: 'amount' },
    { key: 'profit', label: 'Profit', unit: summary.kpi.currency, ...right, format: 'amount' },
    { key: 'roas', label: 'ROAS', unit: null, ...right, format: 'ratio', droppable: 2 },
    { key: 'roi', label: 'ROI', unit: null, ...right, format: 'percent' },
  ]
}

/** A mark's name for a reader: `Today`, `Break-even`. */
export function markName(name: FrontierMark['name']): string {
  return name === 'break-even' ? 'Break-even' : planName(name)
}

function frontierNote({ neverBreaksEven, points }: Frontier, currency: string): string {
  const hasProfit = points.some(({ profit }) => profit !== null)
  const last = `Last ${currency}: what the last ${currency} of the budget brings${hasProfit ? ' after variable cost' : ''}.`
  const end = neverBreaksEven ? ' Even at ten times today’s spend the best split still earns.' : ''
  return `Every channel between 0 and 10 times today; channels that capture demand at most today. ${hasProfit ? 'ROI is profit ROI, after margin. ' : ''}${last} Beyond the spends that history shows curves are a guess.${end}`
}
