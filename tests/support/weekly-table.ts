import { expect } from 'vitest'
import { InputError } from '../../src/check/errors.js'
import { readTable } from '../../src/data/ingest/read-csv.js'
import { assembleDataset } from '../../src/data/table/assemble-dataset.js'
import type { AssemblyRequest } from '../../src/data/table/assembly.js'
import type { ColumnUse } from '../../src/data/table/dataset.js'

export const use = (role: ColumnUse['role'], column: string, owner: string = role): ColumnUse => ({
  column,
  role,
  owner,
  missing: null,
  path: `${role === 'kpi' ? 'kpi' : `${role}s.${owner}`}.column`,
})

/** A request for weekly rows of `fine`: sales, tv and heat. */
export const weekly: AssemblyRequest = {
  date: 'week',
  period: 'week',
  weekStarts: null,
  uses: [use('kpi', 'sales'), use('spend', 'tv'), use('control', 'heat')],
  missing: {},
}

export const assemble = (text: string, request: Partial<AssemblyRequest> = {}) =>
  assembleDataset(readTable(text, { file: 'shop.csv' }), { ...weekly, ...request })

/** The messages with which a table is refused; none where it is taken. */
export function errors(text: string, request: Partial<AssemblyRequest> = {}): string[] {
  try {
    assemble(text, request)
  } catch (error) {
    expect(error).toBeInstanceOf(InputError)
    return (error as InputError).issues.map((issue) => issue.message)
  }
  return []
}

export const fine = 'week,sales,tv,heat\n2024-01-01,100,5,20\n2024-01-08,110,0,21\n2024-01-15,120,7.5,19\n'
