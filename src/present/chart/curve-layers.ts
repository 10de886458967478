import { drawn } from './chart.js'
import { hoverColumns } from './hover.js'
import type { Theme } from './theme.js'

/** One figure along spend, in the units of its axes, with its band. */
export interface CurveRow {
  readonly spend: number
  /** Null where the figure has no value there (a ratio at zero spend). */
  readonly mean: number | null
  readonly low: number | null
  readonly high: number | null
  readonly observed: boolean
  readonly tip: string
}

/** A mark on a curve: today, an optimum, a plan. */
export interface CurveMark {
  readonly x: number
  readonly y: number
  readonly shape: 'circle' | 'square' | 'diamond' | 'triangle-up' | 'cross'
  readonly color: string
}

export interface CurveDrawing {
  readonly rows: readonly CurveRow[]
  readonly marks: readonly CurveMark[]
  /** Spends between which the outcome is near its best; drawn as a column. */
  readonly near: readonly [number, number] | null
  readonly xTitle: string
  readonly yTitle: string
  /** Ends of the vertical axis. */
  readonly yDomain: readonly [number, number]
  /** Whether to draw the line at zero: profit and ROI. */
  readonly zeroLine: boolean
}

/** Data sets and layers of one curve: band, line (dashed beyond the observed spends), marks, tooltips. */
export function curveLayers(
  drawing: CurveDrawing,
  theme: Theme,
): { datasets: Record<string, object[]>; layer: object[] } {
  const x = { field: 'x', type: 'quantitative', scale: { nice: false, zero: true }, axis: curveAxis(drawing.xTitle) }
  // The ends come with the data, so that all curves of a kind share one compiled drawing.
  const scale = { nice: false, zero: false, domain: { expr: "[data('ends')[0].low, data('ends')[0].high]" } }
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    scale,
    axis: { title: drawing.yTitle, tickCount: 4, minExtent: 34 },
  })
  const from = (name: string): object => ({ data: { name, format: { parse: null } } })
  const color = { field: 'color', type: 'nominal', scale: null }
  const [low, high] = drawing.yDomain.map(drawn) as [number, number]
  return {
    datasets: {
      ends: [{ low, high, line: drawing.zeroLine ? 0 : low, strength: drawing.zeroLine ? 1 : 0 }],
      curve: segments(drawing.rows),
      range: observedRanges(drawing.rows),
      near: drawing.near === null ? nowhere : [{ from: drawn(drawing.near[0]), to: drawn(drawing.near[1]) }],
      marks: markRows(drawing.marks),
      steps: stepRows(drawing.rows),
    },
    layer: [
      {
        ...from('range'),
        mark: { type: 'rect', color: theme.ink, opacity: 0.05 },
        encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' } },
      },
      {
        ...from('near'),
        mark: { type: 'rect', color: theme.optimum, opacity: 0.16 },
        encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' } },
      },
      {
        ...from('ends'),
        mark: { type: 'rule', color: theme.ink, strokeWidth: 1 },
        encoding: { y: y('line'), opacity: { field: 'strength', type: 'quantitative', scale: null } },
      },
      {
        ...from('curve'),
        mark: { type: 'area', clip: true, color: theme.estimate, opacity: 0.18 },
        encoding: { x, y: y('low'), y2: { field: 'high' }, detail: { field: 'part', type: 'nominal' } },
      },
      {
        ...from('curve'),
        mark: { type: 'line', clip: true, color: theme.estimate, strokeWidth: 2 },
        encoding: {
          x,
          y: y('mean'),
          detail: { field: 'part', type: 'nominal' },
          strokeDash: { condition: { test: 'datum.seen', value: [1, 0] }, value: [5, 4] },
        },
      },
      {
        ...from('marks'),
        mark: { type: 'point', filled: true, opacity: 1, stroke: theme.background, strokeWidth: 1.25 },
        encoding: {
          x,
          y: y('y'),
          fill: color,
          shape: { field: 'shape', type: 'nominal', scale: null },
          size: { field: 'size', type: 'quantitative', scale: null },
        },
      },
      { ...from('steps'), ...hoverColumns({ ...x, field: 'from' }, 'to', theme) },
    ],
  }
}

/** Large marks below small ones, so that plans in one place are all seen. */
function markRows(marks: readonly CurveMark[]): object[] {
  const sized = marks.map((mark) => ({ ...mark, x: drawn(mark.x), y: drawn(mark.y), size: markSizes[mark.shape] }))
  return sized.sort((a, b) => b.size - a.size)
}

const markSizes: Readonly<Record<CurveMark['shape'], number>> = {
  square: 130,
  circle: 105,
  diamond: 85,
  'triangle-up': 75,
  cross: 45,
}

function curveAxis(title: string): object {
  return { title, tickCount: { expr: 'clamp(floor(width / 70), 2, 6)' } }
}

/** The curve cut where it enters or leaves the observed spends; neighbours share the point between them. */
function segments(rows: readonly CurveRow[]): object[] {
  const out: object[] = []
  let part = 0
  let previous: CurveRow | null = null
  for (const row of rows) {
    if (row.mean === null) continue
    if (previous !== null && previous.observed !== row.observed) {
      part++
      // The point between belongs to both; the line is dashed from the last observed point on.
      const joint = row.observed ? row : previous
      if (row.observed) out.push(rowOf(joint, part - 1, previous.observed))
      else out.push(rowOf(joint, part, row.observed))
    }
    out.push(rowOf(row, part, row.observed))
    previous = row
  }
  return out
}

function rowOf({ spend, mean, low, high }: CurveRow, part: number, seen: boolean): object {
  return { x: drawn(spend), mean: drawn(mean!), low: drawn(low ?? mean!), high: drawn(high ?? mean!), part, seen }
}

function observedRanges(rows: readonly CurveRow[]): object[] {
  const ranges: { from: number; to: number }[] = []
  rows.forEach((row, index) => {
    if (!row.observed) return
    if (index > 0 && rows[index - 1].observed) ranges.at(-1)!.to = drawn(row.spend)
    else ranges.push({ from: drawn(row.spend), to: drawn(row.spend) })
  })
  return ranges.length > 0 ? ranges : nowhere
}

/** A column without width: Vega warns of scales that draw from no rows at all. */
const nowhere = [{ from: 0, to: 0 }]

/** Columns around each point, half-way to its neighbours. */
function stepRows(rows: readonly CurveRow[]): object[] {
  return rows.map(({ spend, tip }, index) => {
    const before = rows[index - 1]?.spend ?? spend
    const after = rows[index + 1]?.spend ?? spend
    return { from: drawn((before + spend) / 2), to: drawn((spend + after) / 2), tip }
  })
}
