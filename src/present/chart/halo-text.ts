import { textWidth } from './text-width.js'
import type { Theme } from './theme.js'

/** Text that stays readable on top of lines: drawn twice, first as a thick outline in the colour of the background. */
export function haloText(
  mark: Readonly<Record<string, unknown>>,
  encoding: Readonly<Record<string, unknown>>,
  theme: Theme,
): object[] {
  const text = { type: 'text', ...mark }
  return [
    {
      mark: { ...text, color: theme.background, stroke: theme.background, strokeWidth: 4, strokeJoin: 'round' },
      encoding,
    },
    { mark: { ...text, color: theme.ink }, encoding },
  ]
}

/**
 * Keeps room beside the plot for the longest of these labels: an unseen copy at the axis' end. Without it a label that
 * starts further left is cut off where the plot is narrow.
 *
 * @param x encoding of the value axis.
 * @param end value at its right end.
 */
export function labelRoom(labels: readonly string[], x: Readonly<Record<string, unknown>>, end: number): object {
  const longest = labels.reduce(
    (best, label) => (textWidth({ fontSize: 12 }, label) > textWidth({ fontSize: 12 }, best) ? label : best),
    '',
  )
  const { field: _, ...axis } = x
  return {
    data: { values: [{ end, longest }], format: { parse: null } },
    mark: { type: 'text', align: 'left', dx: 7, opacity: 0 },
    encoding: { x: { ...axis, field: 'end' }, text: { field: 'longest', type: 'nominal' } },
  }
}
