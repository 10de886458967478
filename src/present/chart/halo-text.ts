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
