import type { Table } from '../table/table.js'

/** A Vega-Lite 6 specification: plain JSON with its data inside, in colours of one theme. */
export type VegaLiteSpec = Readonly<Record<string, unknown>>

/** One drawing of a chart; most charts have one, small multiples have one a channel. */
export interface Panel {
  /** Heading above the drawing, a channel's name for instance; empty where the chart's title says it. */
  readonly title: string
  /** Short line under the heading; may be empty. */
  readonly note: string
  /** What the drawing shows and its main figures, for those who don't see it. */
  readonly description: string
  readonly spec: VegaLiteSpec
  /** Height of the plot in pixels, for layouts; the spec has it too. */
  readonly height: number
}

/** A key to what the marks mean, drawn beside the panels: long and foreign names wrap there as they like. */
export interface LegendEntry {
  readonly label: string
  readonly mark:
    'line' | 'dashed' | 'area' | 'column' | 'circle' | 'hollow' | 'square' | 'diamond' | 'triangle' | 'cross'
  readonly color: string
}

/** A chart, whole: drawings, key, words and the same figures as a table. */
export interface Chart {
  /** File and anchor name, unique in a report: `trade-off-2-radio`. */
  readonly name: string
  readonly title: string
  /** Unit, window, and what bands mean. */
  readonly subtitle: string
  readonly panels: readonly Panel[]
  /** Panels side by side where there is room. */
  readonly columns: 1 | 2 | 3 | 4
  readonly legend: readonly LegendEntry[]
  readonly table: Table
}

/** Five significant digits: more than a screen can show, and half the bytes. */
export function drawn(value: number): number {
  return Number(value.toPrecision(5))
}

/** A name as part of a file name or an anchor: ASCII letters and digits, the rest as single hyphens; may be empty. */
export function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
}

/** Lines of a tooltip: each a label and a value; the report lays them out in two columns. */
export function tip(lines: readonly (readonly [string, string])[]): string {
  return lines.map(([label, value]) => (value === '' ? label : `${label}\t${value}`)).join('\n')
}
