import * as z from 'zod'
import { specSchema } from './spec-schema.js'

/**
 * JSON Schema (draft 7, which editors understand) of a spec as written, with a description for every key.
 *
 * It states structure: keys, types, words and bounds of single numbers. What hangs on several keys together (which parameters go
 * with which distribution, names that must exist) only `parseSpec` checks.
 */
export function specJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(specSchema, { io: 'input', target: 'draft-7' })
  return { $schema, title: 'mixwright model', ...schema }
}
