import { expect, it } from 'vitest'
import { recoveryFigures, type ScoredReturns } from '../../../src/simulate/scoring/recovery-figures.js'
import type { Judgement } from '../../../src/simulate/scoring/score-market.js'

function judgement(held: boolean, median: number, truth: number): Judgement {
  const bounds = { median, q05: median - 1, q95: median + 1 }
  return { truth, bounds, held, logError: truth > 0 ? Math.log(median / truth) : null, score: held ? 2 : 22 }
}

function scored(
  world: string,
  own: { held: boolean; flagged: boolean; median?: number; truth?: number },
): ScoredReturns {
  const figure = judgement(own.held, own.median ?? 1, own.truth ?? 1)
  const score = {
    name: 'tv',
    trait: 'flighted' as const,
    contribution: figure,
    roas: figure,
    marginalRoas: figure,
    weeksHeld: own.held ? 1 : 0.5,
    rightSide: own.held,
    flags: own.flagged ? ['prior-driven'] : [],
  }
  return { world, score }
}

const scores = [
  scored('a', { held: true, flagged: false }),
  scored('a', { held: false, flagged: true, median: 2 }),
  scored('b', { held: true, flagged: true }),
  scored('b', { held: false, flagged: false, median: 3, truth: 0 }),
  scored('c', { held: true, flagged: false }),
]

it('recoveryFigures counts what is held, in all and where nothing warned', () => {
  const figures = recoveryFigures(scores)
  expect(figures.contribution).toMatchObject({ value: 0.6, count: 5, clusters: 3 })
  expect(figures.unflagged!.value).toBeCloseTo(2 / 3, 12)
  expect(figures.flagged!.value).toBe(0.4)
  expect(figures.warned).toMatchObject({ value: 0.5, count: 2 })
  expect(figures.weeks!.value).toBeCloseTo(0.8, 12)
  expect(figures.rightSide!.value).toBe(0.6)
})

it('recoveryFigures measures log errors where the truth is above zero, and plain ones everywhere', () => {
  const figures = recoveryFigures(scores)
  expect(figures.logError).toMatchObject({ count: 4 })
  expect(figures.logError!.value).toBeCloseTo(Math.log(2) / 4, 12)
  expect(figures.absoluteLogError!.value).toBeCloseTo(Math.log(2) / 4, 12)
  expect(figures.roasError!.value).toBeCloseTo((1 + 3) / 5, 12)
  expect(figures.score!.value).toBeCloseTo((3 * 2 + 2 * 22) / 5, 12)
})

it('recoveryFigures of nothing are null', () => {
  expect(recoveryFigures([]).contribution).toBeNull()
})
