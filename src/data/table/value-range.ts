import type { ColumnUse, Finding } from './dataset.js'
import { describePlace } from './finding.js'
import type { DatasetRows } from './window.js'

/** Errors for known values that a role does not allow: negative spend and media, values and margins out of range. */
export function rangeFindings(use: ColumnUse, values: Float64Array, { file, lines }: DatasetRows): Finding[] {
  const rule = rules[use.role]
  if (rule === undefined) return []
  const bad: number[] = []
  for (let t = 0; t < values.length; t++) if (values[t] === values[t] && !rule.allows(values[t])) bad.push(t)
  if (bad.length === 0) return []
  bad.sort((a, b) => lines[a] - lines[b])
  const place = describePlace({ file, lines: bad.map((t) => lines[t]), column: use.column })
  const message = `${place}: ${rule.must}, not ${values[bad[0]]} (\`${use.path}\`).`
  return [
    {
      id: `${rule.id}:${use.column}`,
      severity: 'error',
      message,
      column: use.column,
      row: lines[bad[0]],
      decide: null,
    },
  ]
}

interface RangeRule {
  readonly id: string
  readonly must: string
  allows(value: number): boolean
}

const rules: Partial<Record<ColumnUse['role'], RangeRule>> = {
  spend: { id: 'negative', must: 'spend must be at least 0', allows: (value) => value >= 0 },
  media: { id: 'negative', must: 'media must be at least 0', allows: (value) => value >= 0 },
  value: { id: 'value-range', must: 'the value of a KPI unit must be above 0', allows: (value) => value > 0 },
  margin: {
    id: 'margin-range',
    must: 'the margin must be a share above 0 and at most 1',
    allows: (value) => value > 0 && value <= 1,
  },
}
