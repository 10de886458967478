import { expect, it } from 'vitest'
import { curveLayers, type CurveRow } from '../../../src/present/chart/curve-layers.js'
import { lightTheme } from '../../../src/present/chart/theme.js'

const row = (spend: number, observed: boolean, mean: number | null = spend): CurveRow => ({
  spend,
  mean,
  low: mean,
  high: mean,
  observed,
  tip: String(spend),
})
const drawing = { marks: [], near: null, xTitle: 'Spend', yTitle: 'Profit', yDomain: [-1, 3] as const, zeroLine: true }
const datasets = (rows: CurveRow[]): Record<string, object[]> => curveLayers({ ...drawing, rows }, lightTheme).datasets

it('curveLayers cuts the line where the observed spends end, and joins the pieces in the last observed point', () => {
  const { curve, range } = datasets([row(0, true), row(1, true), row(2, false), row(3, false)])
  expect(curve).toEqual([
    { x: 0, mean: 0, low: 0, high: 0, part: 0, seen: true },
    { x: 1, mean: 1, low: 1, high: 1, part: 0, seen: true },
    { x: 1, mean: 1, low: 1, high: 1, part: 1, seen: false },
    { x: 2, mean: 2, low: 2, high: 2, part: 1, seen: false },
    { x: 3, mean: 3, low: 3, high: 3, part: 1, seen: false },
  ])
  expect(range).toEqual([{ from: 0, to: 1 }])
})

it('curveLayers joins a piece before the observed spends in the first observed point', () => {
  const { curve, range } = datasets([row(0, false), row(1, true), row(2, true)])
  expect(curve.map((point) => [(point as { x: number }).x, (point as { seen: boolean }).seen])).toEqual([
    [0, false],
    [1, false],
    [1, true],
    [2, true],
  ])
  expect(range).toEqual([{ from: 1, to: 2 }])
})

it('curveLayers draws no point without a value, but tells its spend', () => {
  const { curve, steps } = datasets([row(0, true, null), row(1, true)])
  expect(curve).toHaveLength(1)
  expect(steps).toEqual([
    { from: 0, to: 0.5, tip: '0' },
    { from: 0.5, to: 1, tip: '1' },
  ])
})

it('curveLayers hides the line at zero where there is none to draw', () => {
  expect(datasets([row(0, true)]).ends).toEqual([{ low: -1, high: 3, line: 0, strength: 1 }])
  const { ends } = curveLayers({ ...drawing, rows: [row(0, true)], zeroLine: false }, lightTheme).datasets
  expect(ends).toEqual([{ low: -1, high: 3, line: -1, strength: 0 }])
})
