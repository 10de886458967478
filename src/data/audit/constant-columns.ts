import type { Finding } from '../table/dataset.js'
import type { AuditContext } from './audited-column.js'
import { auditedColumns, makeFinding, mediaOf } from './audited-column.js'

/** Errors for columns that are the same in every row of the window, all zero included: nothing can be learnt from them. */
export function constantColumns(context: AuditContext): Finding[] {
  const { dataset, uses } = context
  const findings: Finding[] = []
  const add = (column: string, text: string): void => {
    findings.push(makeFinding(context, { id: `constant:${column}`, severity: 'error', column, text }))
  }
  for (const { use, values } of auditedColumns(context, ['kpi', 'spend', 'media', 'treatment', 'control'])) {
    const first = values[0]
    if (!values.every((value) => value === first)) continue
    if (findings.some((finding) => finding.column === use.column)) continue
    if (first === 0)
      add(use.column, `${subject[use.role]} is 0 in every row of the window; leave ${use.owner} out (\`${use.path}\`)`)
    else if (use.role !== 'spend' || mediaOf(context, use) === undefined)
      add(use.column, `${subject[use.role]} is ${first} in every row of the window (\`${use.path}\`)`)
  }
  for (const use of uses.filter(({ role }) => role === 'category')) {
    const levels = new Set(dataset.texts.get(use.column)!.slice(dataset.windowStart, dataset.windowEnd))
    if (levels.size === 1)
      add(use.column, `the category is \`${[...levels][0]}\` in every row of the window (\`${use.path}\`)`)
  }
  return findings
}

const subject: Readonly<Record<string, string>> = {
  kpi: 'the KPI',
  spend: 'spend',
  media: 'media',
  treatment: 'the treatment',
  control: 'the control',
}
