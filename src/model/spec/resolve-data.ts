import type { LongLayout } from '../../data/table/pivot-long.js'
import type { IssueList } from './issue-list.js'
import type { DataSpec } from './spec.js'
import type { SpecInput } from './spec-schema.js'

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** `data:` with its defaults: a wide table whose rows are the periods. */
export function resolveData(input: SpecInput['data'], issues: IssueList): DataSpec {
  const { file, sheet, date, period, weekStarts, aggregate } = input
  if (/\p{Cc}/u.test(file)) issues.add(['data', 'file'], '`data.file` must be a path without control characters.')
  if (sheet !== undefined && !/\.xls[xm]$/i.test(file)) {
    issues.addAtKey(['data', 'sheet'], `\`data.sheet\` must stand beside a workbook (.xlsx), not \`${file}\`.`)
  }
  if (weekStarts !== undefined && period !== 'week') {
    const message = `\`data.weekStarts\` must stand beside \`period: week\`, not \`period: ${period}\`.`
    issues.addAtKey(['data', 'weekStarts'], message)
  }
  if (aggregate && period === 'day') {
    const message = '`data.aggregate` must stand beside a period longer than a day, not `period: day`.'
    issues.addAtKey(['data', 'aggregate'], message)
  }
  return {
    file,
    sheet: sheet ?? null,
    long: resolveLong(input, issues),
    date,
    period,
    weekStarts: weekStarts === undefined ? null : weekdays.indexOf(weekStarts),
    aggregate: aggregate ?? null,
  }
}

function resolveLong({ layout, date, variable, value }: SpecInput['data'], issues: IssueList): LongLayout | null {
  if (layout !== 'long') {
    for (const [key, given] of Object.entries({ variable, value })) {
      if (given !== undefined)
        issues.addAtKey(
          ['data', key],
          `\`data.${key}\` must stand beside \`layout: long\`; a wide table has no use for it.`,
        )
    }
    return null
  }
  if (variable === undefined || value === undefined) {
    const key = variable === undefined ? 'variable' : 'value'
    const what = variable === undefined ? 'the column of names of variables' : 'the column of values'
    issues.add(['data', 'layout'], `\`data\` must have the key \`${key}\` beside \`layout: long\`: ${what}.`)
    return null
  }
  if (new Set([date, variable, value]).size < 3) {
    const message = '`data.date`, `data.variable` and `data.value` must be three different columns.'
    issues.add(['data', 'layout'], message)
  }
  return { date, variable, value }
}
