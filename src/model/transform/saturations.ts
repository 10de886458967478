import { hillSaturation } from './saturation/hill.js'
import { logisticSaturation, tanhSaturation } from './saturation/hyperbolic.js'
import { logSaturation } from './saturation/logarithm.js'
import { michaelisMentenSaturation } from './saturation/michaelis-menten.js'
import { noSaturation } from './saturation/none.js'
import { powerSaturation } from './saturation/power.js'
import type { Saturation, SaturationKind } from './transform.js'

/** Every kind of saturation, in the order in which messages list them. */
export const saturationKinds: readonly SaturationKind[] = [
  'none',
  'hill',
  'logistic',
  'tanh',
  'michaelis-menten',
  'power',
  'log',
]

/** A new saturation of a kind. It may hold buffers: make one a channel and don't share it between threads. */
export function saturationOf(kind: SaturationKind): Saturation {
  switch (kind) {
    case 'none':
      return noSaturation()
    case 'hill':
      return hillSaturation()
    case 'logistic':
      return logisticSaturation()
    case 'tanh':
      return tanhSaturation()
    case 'michaelis-menten':
      return michaelisMentenSaturation()
    case 'power':
      return powerSaturation()
    case 'log':
      return logSaturation()
  }
}
