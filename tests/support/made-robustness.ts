import type { RobustnessStudy, Rung, RungFigures, RungRange, StudyKind } from '../../src/fit/robustness/robustness.js'

const estimate = (mean: number, half = 1) => ({
  mean,
  median: mean,
  sd: half / 1.64,
  q05: mean - half,
  q95: mean + half,
})

/** A study of tv, whose return becomes 4.5 with the first variant, and of a newsletter without spend; the second variant is refuted. */
export function madeStudy(kind: StudyKind = 'ladder'): RobustnessStudy {
  const rungs = [
    rung('as-specified', 'as specified', 3, 'counted'),
    rung('linear-trend', 'a straight-line trend', 4.5, 'counted'),
    rung('independent-noise', 'no AR(1) noise', 0.2, 'refuted'),
  ]
  const moved = { id: 'linear-trend', label: 'a straight-line trend', mean: 4.5 }
  const tv: RungRange = {
    name: 'tv',
    measure: 'roas',
    estimate: estimate(3),
    low: 3,
    high: 4.5,
    farthest: moved,
    outside: [moved],
    dependent: true,
  }
  const newsletter: RungRange = {
    ...tv,
    name: 'newsletter',
    measure: 'share',
    estimate: estimate(0.02, 0.01),
    low: 0.018,
    high: 0.021,
    farthest: { ...moved, mean: 0.018 },
    outside: [],
    dependent: false,
  }
  return {
    format: `mixwright.${kind}/1`,
    fingerprint: { spec: 'a', data: 'b', seed: 1, version: '0.1.0' },
    window: { from: '2024-01-01', to: '2024-12-23', period: 'week', periods: 52 },
    currency: 'EUR',
    measure: 'roas',
    against: 'fit',
    refits: { method: 'bayes', chains: 2, draws: 300 },
    rungs,
    leftOut: ['No season: annual data have none.'],
    channels: [tv, newsletter],
    media: { ...tv, name: 'media' },
  }
}

function rung(id: string, label: string, roas: number, status: Rung['status']): Rung {
  const paid: RungFigures = { name: 'tv', return: estimate(roas), share: estimate(0.1, 0.05) }
  const organic: RungFigures = { name: 'newsletter', return: null, share: estimate(0.02, 0.01) }
  const prediction = status === 'refuted' ? { difference: -21, se: 5 } : { difference: 0.5, se: 1 }
  return { id, label, channels: [paid, organic], media: { ...paid, name: 'media' }, rhat: 1.01, prediction, status }
}
