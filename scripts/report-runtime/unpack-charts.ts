import type { PackedCharts, PackedRows } from '../../src/present/report/pack-charts.js'

/** The dataflow description of each drawing, with its data in place. */
export function unpackCharts({ shapes, pool, templates, panels, data }: PackedCharts): (index: number) => object {
  return (index) => {
    const { template, data: places } = panels[index]
    const runtime = unpack(templates[template], { shapes, pool }) as { operators: Operator[] }
    for (const operator of runtime.operators) {
      const name = Object.keys(operator.data ?? {}).find((each) => each in places)
      if (name !== undefined && operator.type === 'collect' && operator.value?.$ingest !== undefined) {
        operator.value.$ingest = unpackRows(data[places[name]])
      }
    }
    return runtime
  }
}

interface Operator {
  readonly type: string
  readonly data?: Readonly<Record<string, unknown>>
  readonly value?: { $ingest?: unknown }
}

/** A fresh copy of a packed node: Vega may write into what it is given. */
function unpack(node: unknown, { shapes, pool }: Pick<PackedCharts, 'shapes' | 'pool'>): unknown {
  if (!Array.isArray(node)) return node
  const [kind, ...values] = node as [number, ...unknown[]]
  if (kind < 0) return unpack(pool[-kind - 1], { shapes, pool })
  const parts = values.map((value) => unpack(value, { shapes, pool }))
  if (kind === 0) return parts
  const { type, fields } = shapes[kind - 1]
  const record = Object.fromEntries(fields.map((field, index) => [field, parts[index]]))
  return type === null ? record : { type, ...record }
}

function unpackRows({ fields, rows }: PackedRows): object[] {
  return rows.map((row) => Object.fromEntries(fields.map((field, index) => [field, row[index]])))
}
