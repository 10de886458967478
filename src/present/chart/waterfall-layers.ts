import { drawn } from './chart.js'
import { haloText, labelRoom } from './halo-text.js'
import { hoverBands } from './hover.js'
import { valueAxis } from './name-axis.js'
import type { Theme } from './theme.js'

export interface WaterfallLayers {
  /** Title of the value axis. */
  readonly title: string
  readonly labels: readonly string[]
  /** Right end of the bars and intervals, where labels begin, in the axis' unit; and the left end where it isn't 0. */
  readonly top: number
  readonly bottom?: number
  /** Colour by kind of step. */
  readonly colors: Readonly<Record<string, string>>
}

/** One bar of a waterfall. */
export interface WaterfallStep<Kind extends string> {
  /** Unique, where two parts may have one name. The label is what comes after the first space. */
  readonly key: string
  readonly label: string
  readonly kind: Kind
  readonly start: number
  readonly end: number
  /** Bounds of what the bar stands for; null where it is only a share of it, or several parts share the bar. */
  readonly interval: readonly [number, number] | null
}

/** Where a step's interval begins, where its label stands, and what it says. */
export interface StepPlace {
  readonly origin: number
  readonly at: number
  readonly text: string
}

/** A step as a row of the dataset that `waterfallLayers` draws, but for its tip; `size` is what one unit of the axis holds. */
export function stepRow(step: WaterfallStep<string>, size: number, { origin, at, text }: StepPlace): object {
  const value = step.end - origin
  const [low, high] = step.interval ?? [value, value]
  return {
    key: step.key,
    name: step.label,
    kind: step.kind,
    start: drawn(step.start / size),
    end: drawn(step.end / size),
    low: drawn((origin + low) / size),
    high: drawn((origin + high) / size),
    label: text,
    at: drawn(at / size),
  }
}

/** Bars from `start` to `end`, intervals from `low` to `high`, labels at `at`: horizontal, a row a step of the dataset. */
export function waterfallLayers({ title, labels, top, bottom, colors }: WaterfallLayers, theme: Theme): object[] {
  const low = bottom === undefined ? {} : { domainMin: drawn(bottom) }
  const scale = { ...low, domainMax: drawn(top), nice: false, zero: true }
  const x = (field: string): Readonly<Record<string, unknown>> => ({
    field,
    type: 'quantitative',
    scale,
    axis: valueAxis(title),
  })
  const color = {
    field: 'kind',
    type: 'nominal',
    scale: { domain: Object.keys(colors), range: Object.values(colors) },
  }
  return [
    { mark: { type: 'bar', height: { band: 0.62 } }, encoding: { x: x('start'), x2: { field: 'end' }, fill: color } },
    { mark: { type: 'rule', strokeWidth: 1.25, color: theme.ink }, encoding: { x: x('low'), x2: { field: 'high' } } },
    labelRoom(labels, x('at'), drawn(top)),
    ...haloText({ align: 'left', dx: 6 }, { x: x('at'), text: { field: 'label', type: 'nominal' } }, theme),
    hoverBands({}, theme),
  ]
}
