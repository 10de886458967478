import { binomialAdstock } from './adstock/binomial.js'
import { delayedAdstock } from './adstock/delayed.js'
import { geometricAdstock } from './adstock/geometric.js'
import { noAdstock } from './adstock/none.js'
import { weibullDensityAdstock } from './adstock/weibull-density.js'
import { weibullSurvivalAdstock } from './adstock/weibull-survival.js'
import type { Adstock, AdstockKind } from './transform.js'

/** Every kind of adstock, in the order in which messages list them. */
export const adstockKinds: readonly AdstockKind[] = [
  'none',
  'geometric',
  'delayed',
  'binomial',
  'weibull-density',
  'weibull-survival',
]

/** A new adstock of a kind. It holds buffers and its last weights: make one a channel and don't share it between threads. */
export function adstockOf(kind: AdstockKind): Adstock {
  switch (kind) {
    case 'none':
      return noAdstock()
    case 'geometric':
      return geometricAdstock()
    case 'delayed':
      return delayedAdstock()
    case 'binomial':
      return binomialAdstock()
    case 'weibull-density':
      return weibullDensityAdstock()
    case 'weibull-survival':
      return weibullSurvivalAdstock()
  }
}
