import { clusteredMean, clusteredShare, type Clustered, type ClusteredFigure } from '../../numeric/stats/clustered.js'
import type { Judgement, ReturnsScore } from './score-market.js'

/** A score and the market it comes from. */
export interface ScoredReturns {
  readonly world: string
  readonly score: ReturnsScore
}

/** What a method recovered over many channels; every figure with its interval, null where there is nothing to count. */
export interface RecoveryFigures {
  /** Share of 90 % intervals that hold the truth. */
  readonly contribution: ClusteredFigure | null
  readonly roas: ClusteredFigure | null
  readonly marginalRoas: ClusteredFigure | null
  /** Share of weeks whose band holds the truth. */
  readonly weeks: ClusteredFigure | null
  /** Share of channels that something warned of. */
  readonly flagged: ClusteredFigure | null
  /** Share of intervals of the contribution that hold, where nothing warned. */
  readonly unflagged: ClusteredFigure | null
  /** Share of the missed contributions that something warned of. */
  readonly warned: ClusteredFigure | null
  /** Mean log of estimate over truth of the ROAS, and of its size. */
  readonly logError: ClusteredFigure | null
  readonly absoluteLogError: ClusteredFigure | null
  /** Mean difference of estimate and true ROAS, which also a dead or harmful channel has. */
  readonly roasError: ClusteredFigure | null
  /** Mean interval score of the contribution, in per cent of sales. */
  readonly score: ClusteredFigure | null
  /** Share of channels put on the right side of break-even. */
  readonly rightSide: ClusteredFigure | null
}

/** Figures over scores, their intervals clustered by market. */
export function recoveryFigures(scores: readonly ScoredReturns[]): RecoveryFigures {
  const share = (pick: (score: ReturnsScore) => boolean | number | null): ClusteredFigure | null =>
    clusteredShare(observed(scores, pick))
  const mean = (pick: (score: ReturnsScore) => number | null): ClusteredFigure | null =>
    clusteredMean(observed(scores, pick))
  return {
    contribution: share(({ contribution }) => contribution.held),
    roas: share(({ roas }) => roas.held),
    marginalRoas: share(({ marginalRoas }) => marginalRoas.held),
    weeks: share(({ weeksHeld }) => weeksHeld),
    flagged: share(({ flags }) => flags.length > 0),
    unflagged: share(({ contribution, flags }) => (flags.length > 0 ? null : contribution.held)),
    warned: share(({ contribution, flags }) => (contribution.held ? null : flags.length > 0)),
    logError: mean(({ roas }) => roas.logError),
    absoluteLogError: mean(({ roas }) => (roas.logError === null ? null : Math.abs(roas.logError))),
    roasError: mean(({ roas }) => difference(roas)),
    score: mean(({ contribution }) => contribution.score),
    rightSide: share(({ rightSide }) => rightSide),
  }
}

function observed(
  scores: readonly ScoredReturns[],
  pick: (score: ReturnsScore) => boolean | number | null,
): Clustered[] {
  return scores.flatMap(({ world, score }) => {
    const value = pick(score)
    return value === null ? [] : [{ cluster: world, value: Number(value) }]
  })
}

function difference({ bounds, truth }: Judgement): number | null {
  return bounds === null ? null : bounds.median - truth
}
