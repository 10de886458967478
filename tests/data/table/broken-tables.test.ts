import { describe, expect, test } from 'vitest'
import { readTable } from '../../../src/data/ingest/read-csv.js'
import { inspectTable } from '../../../src/data/table/assemble-dataset.js'
import { use, weekly, assemble, errors, fine } from '../../support/weekly-table.js'

describe('missing cells', () => {
  const gaps = 'week,sales,tv,heat\n2024-01-01,100,5,20\n2024-01-08,110,,\n2024-01-15,120,7.5,26\n2024-01-22,130,,NA\n'

  test('assembleDataset refuses missing cells, each column once with its lines', () => {
    expect(errors(gaps)).toEqual([
      'shop.csv lines 3 and 5, column `tv`: the cell is empty, which is not zero; fill it, or write `missing: { tv: zero }` in the spec.',
      'shop.csv lines 3 and 5, column `heat`: the cell is empty, which is not zero; fill it, or write `missing: { heat: interpolate }` in the spec.',
    ])
  })

  test('assembleDataset fills by the rules of the spec, with a note', () => {
    const { dataset, findings } = assemble(gaps, { missing: { tv: 'zero', heat: 'previous' } })
    expect([...dataset.columns.get('tv')!]).toEqual([5, 0, 7.5, 0])
    expect([...dataset.columns.get('heat')!]).toEqual([20, 20, 26, 26])
    expect(findings.map(({ id, severity }) => [id, severity])).toEqual([
      ['missing-filled:tv', 'note'],
      ['missing-filled:heat', 'note'],
    ])
    expect(findings[0].message).toBe(
      'shop.csv lines 3 and 5, column `tv`: 2 empty cells were filled by the rule `zero`.',
    )
  })

  test('assembleDataset fills by mean and by a line between neighbours', () => {
    const { dataset } = assemble(gaps.replace('NA', '30'), { missing: { tv: 'mean', heat: 'interpolate' } })
    expect([...dataset.columns.get('tv')!]).toEqual([5, 6.25, 7.5, 6.25])
    expect([...dataset.columns.get('heat')!]).toEqual([20, 23, 26, 30])
  })

  test('assembleDataset refuses to interpolate at an end', () => {
    expect(errors(gaps, { missing: { tv: 'zero', heat: 'interpolate' } })).toEqual([
      'shop.csv line 5, column `heat`: the cell is empty and `missing: { heat: interpolate }` needs a known cell on both sides; fill it, or choose another rule.',
    ])
  })

  test('assembleDataset refuses a gap in the KPI and warns where a rule fills it', () => {
    const text = fine.replace('110', '')
    expect(errors(text)).toEqual([
      'shop.csv line 3, column `sales`: the KPI is empty between rows where it is known; fill it, or write `missing: { sales: interpolate }` in the spec.',
    ])
    const { dataset, findings } = assemble(text, { missing: { sales: 'interpolate' } })
    expect(dataset.columns.get('sales')![1]).toBe(110)
    expect(findings).toMatchObject([{ id: 'missing-filled:sales', severity: 'warning' }])
  })

  test('assembleDataset fills a header inside an expression', () => {
    const uses = [use('kpi', 'sales'), use('control', 'heat * 2', 'hot')]
    expect(errors(gaps, { uses })[0]).toContain('lines 3 and 5, column `heat`: the cell is empty')
    const { dataset } = assemble(gaps, { uses, missing: { heat: 'mean' } })
    expect([...dataset.columns.get('heat * 2')!]).toEqual([40, 46, 52, 46])
  })

  test('assembleDataset refuses a `missing` key that no use reads', () => {
    expect(errors(fine, { missing: { haet: 'mean' } })).toEqual([
      '`missing.haet`: the spec uses no column of this name. Did you mean `heat`?',
    ])
  })

  test('assembleDataset refuses an empty category, and repeats the one before where told to', () => {
    const text = 'week,sales,events\n2024-01-01,1,na\n2024-01-08,2,\n'
    const uses = [use('kpi', 'sales'), use('category', 'events')]
    expect(errors(text, { uses })[0]).toContain('line 3, column `events`: the category is empty; write a level')
    expect(errors(text, { uses, missing: { events: 'zero' } })[0]).toContain('`zero` is no rule for text')
    expect(assemble(text, { uses, missing: { events: 'previous' } }).dataset.texts.get('events')).toEqual(['na', 'na'])
  })
})

describe('broken tables', () => {
  test('assembleDataset refuses duplicate dates by both lines', () => {
    expect(errors(fine.replace('2024-01-15', '2024-01-08'))).toEqual([
      'shop.csv lines 3 and 4, column `week`: both hold the week 2024-01-08; keep one row a week.',
    ])
  })

  test('assembleDataset refuses missing dates', () => {
    expect(errors(fine.replace('2024-01-15', '2024-02-05'))).toEqual([
      'shop.csv line 4, column `week`: 2024-02-05 follows 2024-01-08, so 3 weeks are missing (2024-01-15 to 2024-01-29); add the rows.',
    ])
    expect(errors(fine.replace('2024-01-15', '2024-01-22'))[0]).toContain(
      'so the week 2024-01-15 is missing; add the rows.',
    )
  })

  test('assembleDataset refuses uneven weeks by their weekday', () => {
    expect(errors(fine.replace('2024-01-15', '2024-01-16'))).toEqual([
      'shop.csv line 4, column `week`: 2024-01-16 is a Tuesday, but the other weeks are dated by a Monday.',
    ])
  })

  test('assembleDataset names the period that the rows have instead', () => {
    const daily = ['01', '02', '03', '04', '05'].map((day) => `2024-01-${day},1,1,${day}`).join('\n')
    expect(errors(`week,sales,tv,heat\n${daily}\n`)).toEqual([
      'shop.csv, column `week`: most rows lie 1 day apart, so they are no weeks; write `period: day` in the spec, or add them up with `aggregate: {}`.',
    ])
    const fortnights = ['01', '15', '29'].map((day) => `2024-01-${day},1,1,${day}`).join('\n')
    expect(errors(`week,sales,tv,heat\n${fortnights}\n2024-02-12,1,2,3\n`)[0]).toContain(
      'add them up to one of the known periods',
    )
  })

  test('assembleDataset names at most five bad dates and counts the rest', () => {
    const rows = Array.from({ length: 8 }, (_, i) => `W${i},1,1,1`).join('\n')
    const messages = errors(`week,sales,tv,heat\n${rows}\n`)
    expect(messages).toHaveLength(6)
    expect(messages[0]).toBe('shop.csv line 2, column `week`: `W0` is not a week; write it like 2024-01-29.')
    expect(messages[5]).toBe('shop.csv, column `week`: 3 more dates cannot be used.')
  })

  test('assembleDataset refuses ambiguous dates', () => {
    const text = 'month,sales,tv,heat\n01/01/2024,1,1,1\n01/02/2024,2,2,2\n01/03/2024,3,3,3\n'
    expect(errors(text, { date: 'month', period: 'month' })).toEqual([
      'shop.csv line 3, column `month`: `01/02/2024` can be read day first or month first, and no date in the column settles it; write dates like 2024-01-31.',
    ])
  })

  test('assembleDataset refuses text, infinities and grouped thousands in used columns', () => {
    expect(errors(fine.replace('110,0', 'abc,inf'))).toEqual([
      'shop.csv line 3, column `sales`: `abc` is not a number.',
      'shop.csv line 3, column `tv`: `inf` is not a finite number.',
    ])
    expect(errors(fine.replace('110,0', '"1,234.5",1e999'))).toEqual([
      'shop.csv line 3, column `sales`: `1,234.5` has grouped thousands; write 1234.5.',
      'shop.csv line 3, column `tv`: `1e999` is not a finite number.',
    ])
    expect(errors(fine.replace('110,0', '"1,5",€5'))).toEqual([
      'shop.csv line 3, column `sales`: `1,5` has a decimal comma, which only semicolons between the cells allow; write 1.5.',
      'shop.csv line 3, column `tv`: `€5` is not a number; write the number alone.',
    ])
  })

  test('assembleDataset refuses negative spend and impossible values and margins', () => {
    expect(errors(fine.replace('7.5', '-7.5'))).toEqual([
      'shop.csv line 4, column `tv`: spend must be at least 0, not -7.5 (`spends.spend.column`).',
    ])
    const text = 'week,sales,v,m\n2024-01-01,100,0,0.5\n2024-01-08,110,2,35\n'
    expect(errors(text, { uses: [use('kpi', 'sales'), use('value', 'v'), use('margin', 'm')] })).toEqual([
      'shop.csv line 2, column `v`: the value of a KPI unit must be above 0, not 0 (`values.value.column`).',
      'shop.csv line 3, column `m`: the margin must be a share above 0 and at most 1, not 35 (`margins.margin.column`).',
    ])
  })

  test('assembleDataset refuses unknown columns with a suggestion, by the path in the spec', () => {
    expect(errors(fine, { date: 'weeks', uses: [use('kpi', 'sale'), use('spend', 'radio')] })).toEqual([
      '`kpi.column`: shop.csv has no column `sale`; its columns are `week`, `sales`, `tv`, `heat`. Did you mean `sales`?',
      '`spends.spend.column`: shop.csv has no column `radio`; its columns are `week`, `sales`, `tv`, `heat`.',
      '`data.date`: shop.csv has no column `weeks`; its columns are `week`, `sales`, `tv`, `heat`. Did you mean `week`?',
    ])
  })

  test('assembleDataset refuses a used header that occurs twice, and lets an unused one be', () => {
    const text = 'week,sales,tv,heat,tv,x,x\n2024-01-01,1,2,3,4,5,6\n2024-01-08,2,3,4,5,6,7\n'
    expect(errors(text)).toEqual([
      'shop.csv line 1, column `tv`: the header occurs more than once; rename all but one.',
    ])
  })

  test('assembleDataset refuses expressions that fail, by path', () => {
    const uses = (column: string) => [use('kpi', 'sales'), use('control', column, 'hot')]
    expect(errors(fine, { uses: uses('max(0, haet)') })[0]).toContain(
      '`controls.hot.column`: the expression `max(0, haet)` names `haet`',
    )
    expect(errors(fine, { uses: uses('2 + 3') })).toEqual([
      '`controls.hot.column`: the expression `2 + 3` names no column, so it is the same in every row.',
    ])
    expect(errors(fine, { uses: uses('log(tv)') })).toEqual([
      'shop.csv line 3: `controls.hot.column`: `log(tv)` has no finite value (tv = 0).',
    ])
    expect(errors(fine, { uses: uses('lag(tv, 1)') })).toEqual([
      'shop.csv line 2: `controls.hot.column`: `lag(tv, 1)` has no finite value (tv = 5); a lag needs rows before it, whose KPI may be empty.',
    ])
    expect(
      assemble(fine.replace('01,100', '01,'), { uses: uses('lag(tv, 1)') }).dataset.columns.get('lag(tv, 1)'),
    ).toEqual(Float64Array.of(NaN, 5, 0))
  })

  test('assembleDataset collects errors of several kinds at once', () => {
    const messages = errors('week,sales,tv,heat\n2024-01-01,abc,5,20\n2024-01-01,110,"1,234",21\n')
    expect(messages).toHaveLength(3)
  })

  test('inspectTable returns errors beside the rest', () => {
    const { assembly, findings } = inspectTable(readTable(fine.replace('110', 'x'), { file: 'shop.csv' }), weekly)
    expect(assembly).toBe(null)
    expect(findings).toMatchObject([{ id: 'not-a-number:sales', severity: 'error', column: 'sales', row: 3 }])
  })

  test('assembleDataset wants exactly one KPI', () => {
    expect(errors(fine, { uses: [use('spend', 'tv')] })).toEqual(['`uses` must hold exactly one KPI, not 0.'])
  })
})
