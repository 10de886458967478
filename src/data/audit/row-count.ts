import type { Finding } from '../table/dataset.js'
import type { AuditContext } from './audited-column.js'
import { makeFinding } from './audited-column.js'

/** Rows for each parameter below which estimates rest on the priors more than on the data. */
const comfortableRows = 3

/** An error for fewer rows than parameters, a warning for fewer than three rows a parameter. */
export function rowCount(context: AuditContext, parameters: number): Finding[] {
  const rows = context.dataset.windowEnd - context.dataset.windowStart
  if (rows >= comfortableRows * parameters) return []
  const isError = rows < parameters
  const counts = `the window has ${rows} ${rows === 1 ? 'row' : 'rows'} for ${parameters} parameters`
  const text = isError
    ? `${counts}; add rows, or leave out channels and controls`
    : `${counts}, so much of every answer comes from the priors`
  return [makeFinding(context, { id: 'few-rows', severity: isError ? 'error' : 'warning', column: null, text })]
}
