import { describe, expect, it } from 'vitest'
import { specJsonSchema } from '../../../src/model/spec/json-schema.js'

type Schema = Readonly<Record<string, unknown>>

/** Every key of every mapping of a schema, with what describes it. */
function* keysOf(schema: unknown, path: string): Generator<[string, Schema]> {
  if (typeof schema !== 'object' || schema === null) return
  const { properties } = schema as { properties?: Record<string, Schema> }
  for (const [key, value] of Object.entries(properties ?? {})) yield [`${path}.${key}`, value]
  for (const [key, value] of Object.entries(schema))
    yield* keysOf(value, properties && key === 'properties' ? path : `${path}/${key}`)
}

describe('specJsonSchema()', () => {
  const schema = specJsonSchema() as Schema & {
    properties: Record<string, Schema>
    definitions: Record<string, Schema>
  }

  it('is a strict draft 7 schema with the sections of a spec', () => {
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#')
    expect(schema.additionalProperties).toBe(false)
    expect(schema.required).toEqual(['mixwright', 'data', 'kpi'])
    expect(Object.keys(schema.properties)).toContain('channels')
    expect(Object.keys(schema.properties)).not.toContain('experiments')
  })

  it('describes every key', () => {
    const keys = [...keysOf(schema, '')]
    expect(keys.length).toBeGreaterThan(80)
    expect(keys.filter(([, value]) => typeof value.description !== 'string').map(([path]) => path)).toEqual([])
  })

  it('names the forms of a prior once', () => {
    expect(Object.keys(schema.definitions).sort()).toEqual(['parameter', 'prior'])
  })

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
  })
})
