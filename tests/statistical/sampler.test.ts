import { afterAll, describe, expect, it } from 'vitest'
import { ebfmi, mcseMean, mcseSd, rankRhat } from '../../src/inference/diagnose/convergence.js'
import type { LogDensity } from '../../src/inference/log-density.js'
import { runChain } from '../../src/inference/sample/chain.js'
import type { ChainResult } from '../../src/inference/sample/chain.js'
import { jitteredStart } from '../../src/inference/sample/start-point.js'
import { createGenerator } from '../../src/numeric/random/generator.js'
import { bioassay, logistic, logMesquite, mesquite, schools } from '../inference/sample/reference-posteriors.js'
import type { ReferencePosterior } from '../inference/sample/reference-posteriors.js'
import { banana, funnel, gaussian, independent } from '../inference/sample/targets.js'

/** The largest z-score allowed, and what their root mean square over all targets must keep to. */
const largestZ = 4
const rmsBand = [0.75, 1.25] as const
const all: number[] = []

interface Case extends ReferencePosterior {
  readonly draws?: number
  readonly targetAcceptance?: number
}

const cases: Readonly<Record<string, Case>> = {
  'a Normal in one dimension': { density: independent([5], [2]), mean: [5], sd: [2] },
  'a Normal with correlation 0.99': {
    density: gaussian([1, -1], [1, 0.99, 0.99, 1]),
    mean: [1, -1],
    sd: [1, 1],
  },
  'fifty independent coordinates over 8 orders of magnitude': scaledNormal(50),
  'a Normal in fifty dimensions with a random covariance': randomNormal(50),
  'a funnel, not centred': funnelNotCentred(),
  'a banana': { density: banana, mean: [0, 0], sd: [1, Math.sqrt(8.25)], draws: 4000, targetAcceptance: 0.99 },
  'a heavy tail, Student t with 5 degrees of freedom': student(),
  'eight schools, not centred': { ...schools, draws: 2000, targetAcceptance: 0.9 },
  'the bioassay posterior': { ...bioassay, draws: 2000 },
  'a logistic regression': logistic,
  'mesquite of posteriordb': mesquite,
  'logmesquite_logvolume of posteriordb': logMesquite,
}

describe('four chains give exact means and standard deviations to within 4 standard errors', () => {
  it.each(Object.entries(cases))(
    'of %s',
    (name, { density, mean, sd, quantities, draws = 1000, targetAcceptance = 0.8 }) => {
      const chains = runChains(density, { draws, targetAcceptance })
      const values = chains.map((chain) => quantitiesOf(chain, density.dimension, quantities))
      const scores = mean.flatMap((exact, j) => {
        const series = values.map((rows) => Float64Array.from(rows, (row) => row[j]))
        const [m, s] = moments(series)
        expect(rankRhat(series), `${name}: R-hat of ${j}`).toBeLessThan(1.02)
        return [(m - exact) / mcseMean(series), (s - sd[j]) / mcseSd(series)]
      })
      say(`${name}: largest |z| ${Math.max(...scores.map(Math.abs)).toFixed(2)}, ${summary(chains)}`)
      all.push(...scores)
      scores.forEach((z, i) => expect(Math.abs(z), `${name}: score ${i}`).toBeLessThan(largestZ))
      for (const chain of chains) {
        expect(chain.divergent.reduce((a, b) => a + b, 0)).toBeLessThan(0.01 * draws)
        expect(ebfmi(chain.energy)).toBeGreaterThan(0.3)
      }
    },
  )

  afterAll(() => {
    const rms = Math.sqrt(all.reduce((sum, z) => sum + z * z, 0) / all.length)
    // A part of the targets says too little.
    if (all.length < 200) return
    say(`${all.length} z-scores with root mean square ${rms.toFixed(3)}`)
    expect(rms).toBeGreaterThan(rmsBand[0])
    expect(rms).toBeLessThan(rmsBand[1])
  })
})

it('the centred funnel confesses: divergences, on the way into its neck', () => {
  const chains = runChains(funnel, { draws: 4000, targetAcceptance: 0.8 })
  const places = chains.flatMap((chain) => chain.divergences.map((point) => point[0])).toSorted((a, b) => a - b)
  say(`centred funnel: ${places.length} divergences, median log scale ${places[places.length >> 1]}`)
  expect(places.length).toBeGreaterThan(10)
  const scales = chains.flatMap((chain) => quantitiesOf(chain, 10).map(([v]) => v)).toSorted((a, b) => a - b)
  say(`draws: median log scale ${scales[scales.length >> 1]}`)
  expect(places[places.length >> 1]).toBeLessThan(scales[scales.length >> 1])
})

interface RunOptions {
  readonly draws: number
  readonly targetAcceptance: number
}

function runChains(density: LogDensity, { draws, targetAcceptance }: RunOptions): ChainResult[] {
  return [0, 1, 2, 3].map((chain) => {
    const start = jitteredStart(density, { seed: 20, chain })
    return runChain(density, { warmup: 1000, draws, seed: 20, chain, start, targetAcceptance })
  })
}

function quantitiesOf(chain: ChainResult, n: number, quantities = (x: Float64Array): readonly number[] => [...x]) {
  return Array.from(chain.logDensity, (_, d) => quantities(chain.points.subarray(d * n, (d + 1) * n)))
}

function moments(chains: readonly Float64Array[]): [mean: number, sd: number] {
  const values = chains.flatMap((chain) => [...chain])
  const mean = values.reduce((a, b) => a + b) / values.length
  return [mean, Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1))]
}

function summary(chains: readonly ChainResult[]): string {
  const sum = (of: (chain: ChainResult) => number) => chains.reduce((total, chain) => total + of(chain), 0)
  const draws = sum((chain) => chain.logDensity.length)
  const steps = sum((chain) => chain.gradients) / draws
  const acceptance = sum((chain) => chain.acceptance.reduce((a, b) => a + b, 0)) / draws
  const divergences = sum((chain) => chain.divergent.reduce((a, b) => a + b, 0))
  return `${steps.toFixed(1)} gradients a draw, acceptance ${acceptance.toFixed(3)}, ${divergences} divergences`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function scaledNormal(n: number): Case {
  const sd = Array.from({ length: n }, (_, i) => 10 ** ((8 * i) / (n - 1) - 4))
  const mean = sd.map((s, i) => s * (i % 7))
  return { density: independent(mean, sd), mean, sd }
}

/** Covariance A A' + I / 10 with normal entries of A, divided by the dimension. */
function randomNormal(n: number): Case {
  const generator = createGenerator(1, 'covariance')
  const a = Array.from({ length: n }, () => Array.from({ length: n }, () => generator.normal() / Math.sqrt(n)))
  const covariance = a.flatMap((row, i) =>
    a.map((other, j) => row.reduce((sum, x, k) => sum + x * other[k], i === j ? 0.1 : 0)),
  )
  const mean = a.map((_, i) => i / 10)
  return { density: gaussian(mean, covariance), mean, sd: mean.map((_, i) => Math.sqrt(covariance[i * n + i])) }
}

/** v ~ N(0, 3^2) and nine z ~ N(0, 1); log |x| of x = z exp(v / 2) has mean -0.6351814227 and variance pi^2 / 8 + 9 / 4. */
function funnelNotCentred(): Case {
  const sd = [3, ...Array.from({ length: 9 }, () => 1)]
  return {
    density: independent(new Array<number>(10).fill(0), sd),
    quantities: (x) => [...x, Math.log(Math.abs(x[1])) + x[0] / 2],
    mean: [...new Array<number>(10).fill(0), -0.6351814227307391],
    sd: [...sd, Math.sqrt(Math.PI ** 2 / 8 + 9 / 4)],
  }
}

function student(): Case {
  const density: LogDensity = {
    dimension: 1,
    valueAndGradient([x], gradient) {
      gradient[0] = (-6 * x) / (5 + x * x)
      return -3 * Math.log1p((x * x) / 5)
    },
  }
  return { density, mean: [0], sd: [Math.sqrt(5 / 3)], draws: 4000 }
}
