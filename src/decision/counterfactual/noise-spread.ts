import { normalQuantile } from '../../numeric/special/normal.js'
import { studentQuantile } from '../../numeric/special/distributions.js'
import { drawValue, type Outcome } from './outcome.js'

const UPPER = 0.95

/**
 * Standard deviation of the noise's innovations in one draw, KPI units. Under Student noise that of the Normal with the same 5 % and 95 %
 * points: the band that is asked for, and no draw with hardly a variance can blow it up.
 */
export function noiseSpread(outcome: Outcome, draw: number): number {
  const { layout } = outcome.model
  const sigma = drawValue(outcome, draw, layout.sigma)
  if (layout.degrees < 0) return sigma
  return (sigma * studentQuantile(UPPER, drawValue(outcome, draw, layout.degrees))) / normalQuantile(UPPER)
}
