import type { ParameterSpec, Prior } from '../prior/prior.js'
import type { IssueList } from './issue-list.js'
import type { ParameterInput, PriorInput } from './prior-schema.js'
import type { SpecPath } from './spec-path.js'
import { log } from '../../numeric/special/exp-log.js'
import { priorSupport } from '../prior/prior-density.js'
import { listWords } from './check-structure.js'
import { distributionParameters } from './prior-schema.js'
import { formatPath } from './spec-path.js'

/**
 * Where a parameter may lie, and which distribution two of its quantiles stand for: log-normal for positive
 * parameters, logit-normal on the unit interval, normal on the real line; none for a correlation.
 */
export interface Range {
  readonly low: number
  readonly high: number
  /** Bounds that a fixed number may equal. */
  readonly includes: 'neither' | 'low' | 'high' | 'both'
  readonly fromQuantiles: 'log-normal' | 'logit-normal' | 'normal' | null
}

export const positive: Range = { low: 0, high: Infinity, includes: 'neither', fromQuantiles: 'log-normal' }
export const positiveOrZero: Range = { ...positive, includes: 'low' }
export const unitInterval: Range = { low: 0, high: 1, includes: 'neither', fromQuantiles: 'logit-normal' }
export const realLine: Range = { low: -Infinity, high: Infinity, includes: 'neither', fromQuantiles: 'normal' }
export const correlationRange: Range = { low: -1, high: 1, includes: 'neither', fromQuantiles: null }
/** Degrees of freedom of noise that has a variance: a number lies above 2, and a prior, which may reach below, is cut off there. */
export const degreesRange: Range = { low: 2, high: Infinity, includes: 'neither', fromQuantiles: null }
export const degreesPriorRange: Range = { ...degreesRange, low: 0 }

/** 95 % quantile of the standard normal distribution. */
const z95 = 1.6448536269514722

/** Turns a number or a prior of a spec into a parameter; adds an issue and returns null where it is impossible. */
export function resolveParameter(
  input: ParameterInput,
  range: Range,
  path: SpecPath,
  issues: IssueList,
): ParameterSpec | null {
  if (typeof input !== 'number') {
    const prior = resolvePrior(input, range, path, issues)
    return prior && { prior }
  }
  const { low, high, includes } = range
  const fromLow = input > low || (input === low && (includes === 'low' || includes === 'both'))
  const toHigh = input < high || (input === high && (includes === 'high' || includes === 'both'))
  if (fromLow && toHigh) return { fixed: input }
  issues.add(path, `\`${formatPath(path)}\` must be ${rangeText(range)}, not ${input}.`)
  return null
}

/**
 * Turns any form of a prior into a distribution inside the parameter's range.
 *
 * `{ median, upper95 }` and `{ q05, q95 }` become the distribution of `range.fromQuantiles` that has exactly these quantiles.
 */
export function resolvePrior(input: PriorInput, range: Range, path: SpecPath, issues: IssueList): Prior | null {
  const given = Object.keys(input).filter((key) => input[key as keyof PriorInput] !== undefined)
  const text = formatPath(path)
  if (given.includes('distribution')) return resolveDistribution(input, given, { range, path }, issues)
  const pair = (['median,upper95', 'q05,q95'] as const).find((keys) => keys === [...given].sort().join(','))
  if (!pair) {
    const found = given.length === 0 ? 'nothing' : listWords(given, 'and')
    issues.add(path, `\`${text}\` must give a distribution, or median and upper95, or q05 and q95; found ${found}.`)
    return null
  }
  const [lowKey, highKey] = pair.split(',') as ['median' | 'q05', 'upper95' | 'q95']
  return resolveQuantiles(
    { lowKey, low: input[lowKey] as number, highKey, high: input[highKey] as number },
    { range, path },
    issues,
  )
}

/** A prior of the linear part, which is integrated out exactly and therefore must be normal. */
export function resolveNormalPrior(input: PriorInput, path: SpecPath, issues: IssueList): Prior | null {
  const prior = resolvePrior(input, realLine, path, issues)
  if (!prior || prior.distribution === 'normal') return prior
  issues.add(
    path,
    `\`${formatPath(path)}\` must be a normal prior, as the linear part is integrated out exactly; found ${prior.distribution}.`,
  )
  return null
}

interface Place {
  readonly range: Range
  readonly path: SpecPath
}

interface QuantilePair {
  readonly lowKey: string
  readonly low: number
  readonly highKey: string
  readonly high: number
}

function resolveQuantiles(
  { lowKey, low, highKey, high }: QuantilePair,
  { range, path }: Place,
  issues: IssueList,
): Prior | null {
  const text = formatPath(path)
  if (range.fromQuantiles === null) {
    issues.add(
      path,
      `\`${text}\` must be a number or a distribution; ${lowKey} and ${highKey} determine none ${rangeText(range)}.`,
    )
    return null
  }
  for (const [key, value] of [
    [lowKey, low],
    [highKey, high],
  ] as const) {
    if (value > range.low && value < range.high) continue
    issues.add(
      [...path, key],
      `\`${text}.${key}\` must be ${rangeText({ ...range, includes: 'neither' })}, not ${value}.`,
    )
    return null
  }
  if (!(low < high)) {
    issues.add([...path, lowKey], `\`${text}.${lowKey}\` must be below \`${highKey}\` (${high}), not ${low}.`)
    return null
  }
  const scale = { 'log-normal': log, 'logit-normal': (x: number) => log(x / (1 - x)), normal: (x: number) => x }[
    range.fromQuantiles
  ]
  const distance = scale(high) - scale(low)
  const center = lowKey === 'median' ? scale(low) : (scale(low) + scale(high)) / 2
  const spread = lowKey === 'median' ? distance / z95 : distance / (2 * z95)
  if (range.fromQuantiles === 'normal') return { distribution: 'normal', mean: center, sd: spread }
  return { distribution: range.fromQuantiles, mu: center, sigma: spread }
}

function resolveDistribution(
  input: PriorInput,
  given: readonly string[],
  place: Place,
  issues: IssueList,
): Prior | null {
  const { path } = place
  const text = formatPath(path)
  const name = input.distribution as Prior['distribution']
  const wanted = distributionParameters[name] as readonly string[]
  const values = input as Readonly<Record<string, number>>
  const missing = wanted.filter((key) => !given.includes(key))
  const foreign = given.filter((key) => key !== 'distribution' && !wanted.includes(key))
  if (missing.length > 0 || foreign.length > 0) {
    const found = [
      ...(missing.length > 0 ? [`${listWords(missing, 'and')} ${missing.length > 1 ? 'are' : 'is'} missing`] : []),
      ...(foreign.length > 0 ? [`found ${listWords(foreign, 'and')}`] : []),
    ]
    issues.add(path, `\`${text}\` must give ${listWords(wanted, 'and')} for ${name}; ${listWords(found, 'and')}.`)
    return null
  }
  for (const key of wanted) {
    if (['mean', 'mu', 'low', 'high'].includes(key) || values[key] > 0) continue
    issues.add([...path, key], `\`${text}.${key}\` must be above 0, not ${values[key]}.`)
    return null
  }
  if (wanted.includes('low') && !(values.low < values.high)) {
    issues.add([...path, 'low'], `\`${text}.low\` must be below \`high\` (${values.high}), not ${values.low}.`)
    return null
  }
  const prior = {
    distribution: name,
    ...Object.fromEntries(wanted.map((key) => [key, values[key]])),
  } as unknown as Prior
  return isInside(prior, place, issues) ? prior : null
}

function isInside(prior: Prior, { range, path }: Place, issues: IssueList): boolean {
  const { low, high } = priorSupport(prior)
  if (low >= range.low && high <= range.high) return true
  const beyond = low < range.low ? `below ${range.low}` : `above ${range.high}`
  const must = rangeText({ ...range, includes: 'neither' })
  issues.add(path, `\`${formatPath(path)}\` must lie ${must}; a ${prior.distribution} prior reaches ${beyond}.`)
  return false
}

function rangeText({ low, high, includes }: Range): string {
  if (low === -Infinity) return 'a number'
  if (high === Infinity) return includes === 'low' ? `at least ${low}` : `above ${low}`
  const notes = { neither: '', low: ` (${low} allowed)`, high: ` (${high} allowed)`, both: ' (both allowed)' }
  return `between ${low} and ${high}${notes[includes]}`
}
