import type { ColumnUse } from '../../data/table/dataset.js'
import type { Spec } from './spec.js'
import { formatPath } from './spec-path.js'

/**
 * Every column or expression that a model needs, in the order of the spec: KPI, value, margin, channels, treatments, controls.
 *
 * A channel whose media are its spend has one use of role `spend` and one of role `media`, both of the same column.
 */
export function columnUses(spec: Spec): ColumnUse[] {
  const uses: ColumnUse[] = []
  const use = (column: string | number | null, role: ColumnUse['role'], owner: string, path: readonly string[]) => {
    if (typeof column !== 'string') return
    const missing = Object.hasOwn(spec.missing, column) ? spec.missing[column] : null
    uses.push({ column, role, owner, missing, path: formatPath(path) })
  }
  use(spec.kpi.column, 'kpi', 'kpi', ['kpi', 'column'])
  use(spec.kpi.value, 'value', 'kpi', ['kpi', 'value'])
  use(spec.kpi.margin, 'margin', 'kpi', ['kpi', 'margin'])
  for (const { name, kind, spend, media } of spec.channels) {
    const section = kind === 'paid' ? 'channels' : 'organic'
    use(spend, 'spend', name, [section, name, 'spend'])
    use(media, 'media', name, [section, name, 'media'])
  }
  for (const { name, column } of spec.treatments) use(column, 'treatment', name, ['treatments', name, 'column'])
  for (const { name, column, kind } of spec.controls) {
    use(column, kind === 'category' ? 'category' : 'control', name, ['controls', name, 'column'])
  }
  return uses
}
