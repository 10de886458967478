import { clusteredShare, type ClusteredFigure } from '../../numeric/stats/clustered.js'
import { mean, median } from '../../numeric/stats/summary.js'
import type { ChannelRecovery, WorldAnswer } from './recovery.js'
import { smallestAbove } from './smallest-effect.js'

/** Figures of one channel over all worlds; at least one in which it lives and one in which it is dead. */
export function scoreChannel(
  worlds: readonly WorldAnswer[],
  breakEven: number | null,
): Pick<ChannelRecovery, 'alive' | 'dead' | 'smallest'> {
  const alive = worlds.filter(({ level }) => level > 0)
  const dead = worlds.filter(({ level }) => level === 0)
  const credited = meanOf(dead, ({ answer }) => answer.mean)
  const bounds = alive.map(({ truth, answer }) => ({ truth, q05: answer.q05 }))
  return {
    alive: {
      worlds: alive.length,
      halfWidth: medianOf(alive, ({ truth, answer }) => (answer.q95 - answer.q05) / 2 / truth),
      factor: alive.every(({ answer }) => answer.q05 > 0)
        ? medianOf(alive, ({ answer }) => Math.sqrt(answer.q95 / answer.q05))
        : null,
      coverage: heldShare(alive) as ClusteredFigure,
      error: medianOf(alive, ({ truth, answer }) => (answer.mean - truth) / truth),
    },
    dead: {
      worlds: dead.length,
      answer: credited,
      share: meanOf(dead, ({ share }) => share.mean),
      profitable: dead.some(({ profitable }) => profitable === null)
        ? null
        : dead.filter(({ profitable }) => (profitable as number) > 0.5).length,
    },
    smallest: {
      aboveDead: smallestAbove(bounds, Math.max(0, credited)),
      aboveBreakEven: breakEven === null ? null : smallestAbove(bounds, breakEven),
      breakEven,
      largestPlanted: Math.max(...alive.map(({ truth }) => truth)),
    },
  }
}

/** Share of planted effects above 0 that their interval held; effects of one world err together. Null without any. */
export function heldShare(answers: readonly WorldAnswer[]): ClusteredFigure | null {
  return clusteredShare(
    answers
      .filter(({ level }) => level > 0)
      .map(({ world, truth, answer }) => ({
        cluster: String(world),
        value: truth >= answer.q05 && truth <= answer.q95 ? 1 : 0,
      })),
  )
}

function meanOf(worlds: readonly WorldAnswer[], of: (world: WorldAnswer) => number): number {
  return mean(Float64Array.from(worlds, of))
}

function medianOf(worlds: readonly WorldAnswer[], of: (world: WorldAnswer) => number): number {
  return median(Float64Array.from(worlds, of))
}
