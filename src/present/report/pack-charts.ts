import type { VegaLiteSpec } from '../chart/chart.js'
import { compileSpec } from '../chart/compile-spec.js'

/** Rows as columns' names and arrays of values: names stand once. */
export interface PackedRows {
  readonly fields: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

/**
 * The drawings of a report for its runtime: equal drawings compiled once, equal parts stored once, names of fields once.
 *
 * A packed node is a primitive as it is, `[-i]` for the i-th part of the pool (from 1), `[0, ...]` for an array, and
 * `[i, ...values]` for a record of the i-th shape (from 1).
 */
export interface PackedCharts {
  /** Fields of a record in order; the first is its `type` in full where it has one. */
  readonly shapes: readonly Shape[]
  /** Parts that occur more than once; each may refer to earlier ones. */
  readonly pool: readonly unknown[]
  /** Compiled drawings without data. */
  readonly templates: readonly unknown[]
  readonly panels: readonly {
    readonly template: number
    /** Places in `data`, by the name that the drawing has for them. */
    readonly data: Readonly<Record<string, number>>
  }[]
  readonly data: readonly PackedRows[]
}

interface Shape {
  /** Value of the field `type` where that is text, as in all nodes of a syntax tree; null where there is none. */
  readonly type: string | null
  readonly fields: readonly string[]
}

/** Compiles and packs specifications, in order. */
export async function packCharts(specs: readonly VegaLiteSpec[]): Promise<PackedCharts> {
  const places = new Map<string, number>()
  const compiled: unknown[] = []
  const panels: { template: number; data: Record<string, number> }[] = []
  const data = createDataPool()
  for (const { datasets, ...drawing } of specs) {
    const sets = datasets as Readonly<Record<string, readonly object[]>>
    const empty = Object.fromEntries(Object.keys(sets).map((name) => [name, []]))
    const key = JSON.stringify([drawing, empty])
    let template = places.get(key)
    if (template === undefined) {
      template = compiled.length
      places.set(key, template)
      const { runtime } = await compileSpec({ ...drawing, datasets: empty }, { width: 600, interactive: true })
      compiled.push(renumbered(withoutSource(runtime)))
    }
    panels.push({
      template,
      data: Object.fromEntries(Object.entries(sets).map(([name, rows]) => [name, data.add(rows)])),
    })
  }
  return { ...shareParts(compiled), panels, data: data.all }
}

/** Equal data sets are stored once: panels beside each other often share one. */
function createDataPool(): { readonly all: readonly PackedRows[]; add(rows: readonly object[]): number } {
  const all: PackedRows[] = []
  const places = new Map<string, number>()
  return {
    all,
    add(rows) {
      const packed = packRows(rows)
      const key = JSON.stringify(packed)
      const known = places.get(key)
      if (known !== undefined) return known
      places.set(key, all.length)
      return all.push(packed) - 1
    },
  }
}

function packRows(rows: readonly object[]): PackedRows {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return {
    fields,
    rows: rows.map((row) => fields.map((field) => (row as Readonly<Record<string, unknown>>)[field] ?? null)),
  }
}

/** Syntax trees carry their source text along; the interpreter needs the trees alone. */
function withoutSource(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutSource)
  if (typeof node !== 'object' || node === null) return node
  const isSource = (name: string): boolean => name === 'raw' || (name === 'code' && 'ast' in node)
  const kept = Object.entries(node).filter(([name, value]) => value !== undefined && !isSource(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutSource(value)]))
}

/** Vega numbers what has no name over the life of the process; a drawing's own numbers start at 0. */
function renumbered(runtime: unknown): unknown {
  const numbers = new Map<string, number>()
  const text = JSON.stringify(runtime).replace(/_:vega:_(\d+)/g, (_, number: string) => {
    if (!numbers.has(number)) numbers.set(number, numbers.size)
    return `_:vega:_${numbers.get(number)!}`
  })
  return JSON.parse(text)
}

/** Parts shorter than this cost more to share than to repeat. */
const shortest = 24

function shareParts(nodes: readonly unknown[]): Pick<PackedCharts, 'shapes' | 'pool' | 'templates'> {
  const texts = new Map<object, string>()
  const counts = new Map<string, number>()
  for (const node of nodes) count(node, texts, counts)
  const pool: unknown[] = []
  const places = new Map<string, number>()
  const shapes = createShapes()
  const pack = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null) return node
    const text = texts.get(node)!
    const known = places.get(text)
    if (known !== undefined) return [-known]
    const packed = Array.isArray(node) ? [0, ...node.map(pack)] : shapes.pack(node, pack)
    if (counts.get(text)! < 2 || text.length < shortest) return packed
    pool.push(packed)
    places.set(text, pool.length)
    return [-pool.length]
  }
  return { templates: nodes.map(pack), pool, shapes: shapes.all }
}

function createShapes(): { all: Shape[]; pack(node: object, packValue: (value: unknown) => unknown): unknown[] } {
  const all: Shape[] = []
  const places = new Map<string, number>()
  return {
    all,
    pack(node, packValue) {
      const named = 'type' in node && typeof node.type === 'string' ? node.type : null
      const entries = Object.entries(node).filter(([name]) => named === null || name !== 'type')
      const shape = { type: named, fields: entries.map(([name]) => name) }
      const key = JSON.stringify(shape)
      if (!places.has(key)) places.set(key, all.push(shape))
      return [places.get(key)!, ...entries.map(([, value]) => packValue(value))]
    },
  }
}

/** Counts equal parts; the inside of a part seen before is not counted again. */
function count(node: unknown, texts: Map<object, string>, counts: Map<string, number>): void {
  if (typeof node !== 'object' || node === null) return
  const text = JSON.stringify(node)
  texts.set(node, text)
  const before = counts.get(text) ?? 0
  counts.set(text, before + 1)
  for (const part of Object.values(node)) {
    if (before === 0) count(part, texts, counts)
    else remember(part, texts)
  }
}

function remember(node: unknown, texts: Map<object, string>): void {
  if (typeof node !== 'object' || node === null) return
  texts.set(node, JSON.stringify(node))
  for (const part of Object.values(node)) remember(part, texts)
}
