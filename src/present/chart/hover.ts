import type { Theme } from './theme.js'

/**
 * Invisible columns, each a period or a step of spend, that show the tooltip wherever the pointer is above them.
 *
 * @param x the axis encoding of the chart's other layers, with the column's start as its field: with any other scale or
 *   title the axis would be drawn twice.
 * @param end field of the column's end.
 */
export function hoverColumns(x: Readonly<Record<string, unknown>>, end: string, theme: Theme): object {
  return { ...hover(theme), encoding: { x, x2: { field: end }, tooltip } }
}

/** Invisible rows or bands of a category axis, as the other layers encode it. */
export function hoverBands(band: Readonly<Record<string, unknown>>, theme: Theme): object {
  return { ...hover(theme), encoding: { ...band, tooltip } }
}

const tooltip = { field: 'tip', type: 'nominal' }

function hover(theme: Theme): object {
  return { name: 'hover', mark: { type: 'rect', color: theme.ink, opacity: 0 } }
}
