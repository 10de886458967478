import type { Estimate, SentenceFigure } from '../results.js'
import type { FigureKind } from './format.js'
import { formatFigure, formatInterval } from './format.js'

/** Writes numbers into a sentence and keeps what was written, by name. */
export interface FigureWriter {
  /** Every number written so far, in order. */
  readonly figures: readonly SentenceFigure[]
  /** One number as text. */
  write(name: string, value: number, kind: FigureKind): string
  /** Two ends in one unit: `-0.31 and 1.27 M EUR`; kept as `name.q05` and `name.q95`. */
  between(name: string, ends: Pick<Estimate, 'q05' | 'q95'>, kind: FigureKind, joiner: 'and' | 'to'): string
}

/** @example figureWriter().write('spend', 1200000, { currency: 'EUR' })  // '1.2 M EUR' */
export function figureWriter(): FigureWriter {
  const figures: SentenceFigure[] = []
  return {
    figures,
    write(name, value, kind) {
      const text = formatFigure(value, kind)
      figures.push({ name, value, text })
      return text
    },
    between(name, { q05, q95 }, kind, joiner) {
      const text = formatInterval(q05, q95, kind, { joiner })
      const [low, high] = text.split(` ${joiner} `)
      figures.push({ name: `${name}.q05`, value: q05, text: low }, { name: `${name}.q95`, value: q95, text: high })
      return text
    },
  }
}
