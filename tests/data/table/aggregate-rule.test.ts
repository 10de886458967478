import { describe, expect, it } from 'vitest'
import { readTable } from '../../../src/data/ingest/read-csv.js'
import { aggregateRules } from '../../../src/data/table/aggregate-rule.js'
import type { AggregateRule, ColumnUse } from '../../../src/data/table/dataset.js'
import { resolveColumns } from '../../../src/data/table/resolve-columns.js'

const table = readTable('day,sales,tv,price,heat,events\n2024-01-01,1,2,3,4,na\n', { file: 'a.csv' })
const use = (column: string, role: ColumnUse['role']): ColumnUse => {
  return { column, role, owner: 'o', missing: null, path: `path.of.${role}` }
}

function rulesOf(aggregate: Record<string, AggregateRule>, ...uses: ColumnUse[]) {
  const request = {
    date: 'day',
    period: 'week',
    weekStarts: null,
    missing: {},
    aggregate,
    uses: [use('sales', 'kpi'), ...uses],
  } as const
  const { rules, findings } = aggregateRules(resolveColumns(table, request), request)
  return { rules: Object.fromEntries(rules), messages: findings.map(({ message }) => message), findings }
}

describe('aggregateRules(resolved, request)', () => {
  it('sums KPI, spend and media, expressions included, unless a rule says otherwise', () => {
    expect(rulesOf({}, use('tv', 'spend'), use('tv * price', 'media')).rules).toEqual({
      sales: 'sum',
      tv: 'sum',
      'tv * price': 'sum',
    })
    expect(rulesOf({ tv: 'max' }, use('tv', 'media')).rules).toEqual({ sales: 'sum', tv: 'max' })
  })

  it('takes the rule of an expression by its text, else the one that all its columns have', () => {
    const uses = [use('heat', 'control'), use('max(0, heat - 1)', 'control')]
    expect(rulesOf({ heat: 'mean', 'max(0, heat - 1)': 'sum' }, ...uses).rules['max(0, heat - 1)']).toBe('sum')
    expect(rulesOf({ heat: 'mean' }, ...uses).rules['max(0, heat - 1)']).toBe('mean')
    expect(rulesOf({ heat: 'mean', price: 'last' }, use('heat * price', 'control')).messages).toEqual([
      '`path.of.control`: `data.aggregate` must say how the rows of a week become one value of `heat * price`; write `aggregate: { "heat * price": mean }` (sum, mean, first, last, min or max).',
    ])
  })

  it.each(['value', 'margin', 'treatment', 'control'] as const)('demands a rule of a %s, once', (role) => {
    const { messages, findings } = rulesOf({}, use('price', role), use('price', role))
    expect(messages).toEqual([
      `\`path.of.${role}\`: \`data.aggregate\` must say how the rows of a week become one value of \`price\`; write \`aggregate: { price: mean }\` (sum, mean, first, last, min or max).`,
    ])
    expect(findings[0]).toMatchObject({
      id: 'aggregate-rule:price',
      severity: 'error',
      decide: 'aggregate: { price: mean }',
    })
  })

  it('knows that text cannot be added up', () => {
    expect(rulesOf({ events: 'first' }, use('events', 'category')).rules).toEqual({ sales: 'sum', events: 'first' })
    expect(rulesOf({}, use('events', 'category')).messages).toEqual([
      '`path.of.category`: `data.aggregate` must say how the rows of a week become one value of `events`; write `aggregate: { events: last }` (first or last).',
    ])
    expect(rulesOf({ events: 'sum' }, use('events', 'category')).messages).toEqual([
      '`path.of.category`: `aggregate: { events: sum }` must be first or last, as the levels of a category are text.',
    ])
  })

  it('refuses a rule that no use reads', () => {
    expect(rulesOf({ prise: 'mean' }, use('price * 1', 'media')).messages).toEqual([
      '`data.aggregate` names `prise`, but the spec uses no column of this name. Did you mean `price`?',
    ])
  })
})
