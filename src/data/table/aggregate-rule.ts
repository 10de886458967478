import { didYouMean } from '../../check/nearest-name.js'
import type { AssemblyRequest } from './assembly.js'
import type { AggregateRule, ColumnUse, Finding } from './dataset.js'
import { yamlText } from './finding.js'
import type { ResolvedColumns, ResolvedUse } from './resolve-columns.js'

/** The rule of every column that a spec uses, by the text that it gives as `column`. */
export interface AggregateRules {
  readonly rules: ReadonlyMap<string, AggregateRule>
  /** Errors for columns that need a rule, rules that text can't have, and rules that no use reads. */
  readonly findings: readonly Finding[]
}

/**
 * Finds the rule of every used column.
 *
 * A column has the rule that its own text is given. An expression without one takes that of its columns where all have
 * the same. Otherwise KPI, spend and media are summed, and everything else must be given a rule.
 *
 * @example aggregateRules(resolved, { ...request, period: 'week', aggregate: { price: 'mean' } }).rules.get('price')  // 'mean'
 */
export function aggregateRules({ uses }: ResolvedColumns, request: AssemblyRequest): AggregateRules {
  const given = new Map(Object.entries(request.aggregate ?? {}))
  const rules = new Map<string, AggregateRule>()
  const findings: Finding[] = []
  for (const resolved of uses) {
    const { column, role, path } = resolved.use
    const rule = statedRule(resolved, given) ?? (isSummed(role) ? 'sum' : null)
    if (rule === null) {
      if (!findings.some((finding) => finding.column === column)) findings.push(missingRule(resolved.use, request))
    } else if (role === 'category' && rule !== 'first' && rule !== 'last') {
      const message = `\`${path}\`: \`aggregate: { ${yamlText(column)}: ${rule} }\` must be first or last, as the levels of a category are text.`
      findings.push({ ...unplaced(column), message, decide: `aggregate: { ${yamlText(column)}: last }` })
    } else rules.set(column, rule)
  }
  return { rules, findings: [...findings, ...unreadRules(uses, given)] }
}

function statedRule({ use, headers }: ResolvedUse, given: ReadonlyMap<string, AggregateRule>): AggregateRule | null {
  const own = given.get(use.column)
  if (own !== undefined) return own
  const first = given.get(headers[0]) ?? null
  return headers.every((header) => given.get(header) === first) ? first : null
}

function isSummed(role: ColumnUse['role']): boolean {
  return role === 'kpi' || role === 'spend' || role === 'media'
}

function missingRule({ column, role, path }: ColumnUse, { period }: AssemblyRequest): Finding {
  const rule = role === 'category' ? 'last' : 'mean'
  const decide = `aggregate: { ${yamlText(column)}: ${rule} }`
  const choice = role === 'category' ? 'first or last' : 'sum, mean, first, last, min or max'
  const message = `\`${path}\`: \`data.aggregate\` must say how the rows of a ${period} become one value of \`${column}\`; write \`${decide}\` (${choice}).`
  return { ...unplaced(column), message, decide }
}

function unreadRules(uses: readonly ResolvedUse[], given: ReadonlyMap<string, AggregateRule>): Finding[] {
  const columns = [...new Set(uses.flatMap(({ use, headers }) => [use.column, ...headers]))]
  return [...given.keys()]
    .filter((key) => !columns.includes(key))
    .map((key) => ({
      ...unplaced(key),
      message: `\`data.aggregate\` names \`${key}\`, but the spec uses no column of this name.${didYouMean(key, columns)}`,
      decide: `remove \`${key}\` from \`aggregate\``,
    }))
}

function unplaced(column: string): Omit<Finding, 'message' | 'decide'> {
  return { id: `aggregate-rule:${column}`, severity: 'error', column, row: null }
}
