import type { Generator } from '../../src/numeric/random/generator.js'
import { adstockKinds, adstockOf } from '../../src/model/transform/adstocks.js'
import { saturationKinds, saturationOf } from '../../src/model/transform/saturations.js'
import type { AdstockKind, SaturationKind } from '../../src/model/transform/transform.js'
import { adstockConformance, saturationConformance } from './transform.js'

const share = (g: Generator): number => 0.02 + 0.95 * g.uniform()
const factor = (g: Generator): number => Math.exp(0.6 * g.normal())

const adstockDraws: Record<AdstockKind, (g: Generator) => number[]> = {
  none: () => [],
  geometric: (g) => [share(g)],
  delayed: (g) => [share(g), 0.1 + 6 * g.uniform()],
  binomial: (g) => [share(g)],
  'weibull-density': (g) => [1.3 * factor(g), 3 * factor(g)],
  'weibull-survival': (g) => [1.3 * factor(g), 3 * factor(g)],
}

const saturationDraws: Record<SaturationKind, (g: Generator) => number[]> = {
  none: () => [],
  hill: (g) => [factor(g), 0.5 + 2 * g.uniform()],
  logistic: (g) => [factor(g)],
  tanh: (g) => [factor(g)],
  'michaelis-menten': (g) => [factor(g)],
  power: (g) => [0.1 + 0.8 * g.uniform()],
  log: (g) => [factor(g)],
}

const ceilings: readonly SaturationKind[] = ['hill', 'logistic', 'tanh', 'michaelis-menten']

for (const kind of adstockKinds) {
  const lengths = kind === 'geometric' ? [1, 8, 13, 60, Infinity] : [1, 8, 13, 60]
  adstockConformance(() => adstockOf(kind), { lengths, draw: adstockDraws[kind] })
}

for (const kind of saturationKinds) {
  saturationConformance(() => saturationOf(kind), { ceiling: ceilings.includes(kind), draw: saturationDraws[kind] })
}
