import type { Summary } from '../../decision/results.js'
import { kpiWords } from '../words/kpi.js'
import { windowText } from '../words/window.js'
import type { Table } from './table.js'

/** The elasticity of every treatment over the window, with the point at which it is taken; null without treatments. */
export function elasticitiesTable(summary: Summary): Table | null {
  if (summary.treatments.length === 0) return null
  const { unit, noun } = kpiWords(summary)
  const right = { align: 'right' } as const
  const text = { unit: null, align: 'left', format: 'text' } as const
  const rows = summary.treatments.map(({ name, elasticity, elasticityAt, elasticityNote }) => ({
    treatment: name,
    of: elasticityAt.column,
    elasticity,
    at: elasticityAt.treatment,
    kpi: elasticityAt.kpi,
    note: elasticityNote ?? '',
  }))
  return {
    title: `Elasticities of the ${noun}, ${windowText(summary)}`,
    columns: [
      { key: 'treatment', label: 'Treatment', ...text },
      { key: 'of', label: 'With respect to', ...text, droppable: 2 },
      { key: 'elasticity', label: 'Elasticity', unit: null, ...right, format: 'ratio', digits: 3 },
      { key: 'at', label: 'At its mean', unit: null, ...right, format: 'figure' },
      { key: 'kpi', label: `At ${noun} per ${summary.window.period}`, unit, ...right, format: 'amount', digits: 3 },
      ...(rows.some(({ note }) => note !== '') ? [{ key: 'note', label: 'Note', ...text, droppable: 1 }] : []),
    ],
    rows,
    notes: [
      `Elasticity: per cent of the expected ${noun} for 1 % more of the treatment in every period, at the window’s mean. Ranges: 9 of 10 cases.`,
    ],
  }
}
