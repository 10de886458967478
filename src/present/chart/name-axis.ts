import type { Theme } from './theme.js'

/**
 * A vertical axis whose labels are names in any script: cut where they are long, in full in tooltip and table.
 *
 * @param field holds keys, `number name`, so that two parts may have one name; the label is the name.
 * @param keys from top to bottom.
 */
export function nameAxis(field: string, keys: readonly string[], theme: Theme): Readonly<Record<string, unknown>> {
  const axis = {
    title: null,
    domain: false,
    grid: false,
    labelColor: theme.ink,
    labelExpr: "substring(datum.label, indexof(datum.label, ' ') + 1)",
    // The first pass of the layout sees the whole width, the second the plot's: two steps, so that both agree.
    labelLimit: { expr: 'width < 360 ? 84 : 190' },
    labelOverlap: false,
  }
  return { field, type: 'nominal', scale: { domain: keys }, sort: null, axis }
}

/** A horizontal axis under a name axis: a line a tick, few enough for its labels at any width. */
export function valueAxis(title: string): Readonly<Record<string, unknown>> {
  return { title, grid: true, domain: false, ticks: false, tickCount: { expr: 'clamp(floor(width / 80), 1, 8)' } }
}
