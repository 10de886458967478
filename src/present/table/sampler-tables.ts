import type { MonteCarloError, PosteriorEvidence } from '../../decision/posterior-results.js'
import type { QuantityDiagnostics, SamplerDiagnostics } from '../../fit/fit.js'
import type { Column, Table } from './table.js'

const text = (key: string, label: string): Column => ({ key, label, unit: null, align: 'left', format: 'text' })
const figure = (key: string, label: string, format: Column['format'], more: Partial<Column> = {}): Column => {
  return { key, label, unit: null, align: 'right', format, ...more }
}

/** Quantities that a reader sees; CSV and JSON have all. */
const SHOWN = 10
/** What is wanted of every quantity: R-hat below this, and at least so many effective draws a chain. */
const MOST_RHAT = 1.01
const LEAST_ESS = 100

/** How each chain went. */
export function chainsTable({ chains }: SamplerDiagnostics): Table {
  return {
    title: 'Chains',
    columns: [
      text('chain', 'Chain'),
      figure('stepSize', 'Step size', 'ratio'),
      figure('acceptance', 'Acceptance', 'ratio'),
      figure('divergences', 'Divergences', 'exact'),
      figure('saturatedTrees', 'Saturated trees', 'exact'),
      figure('ebfmi', 'E-BFMI', 'ratio'),
      figure('gradients', 'Gradients', 'amount', { droppable: 1 }),
    ],
    rows: chains.map((chain, index) => ({
      chain: String(index + 1),
      stepSize: chain.stepSize,
      acceptance: chain.acceptance,
      divergences: chain.divergences,
      saturatedTrees: chain.saturatedTrees,
      ebfmi: chain.ebfmi,
      gradients: chain.gradients,
    })),
    notes: [
      'Acceptance near 0.9 is sought; a divergence is a draw that could not follow the posterior; a saturated tree was cut off at its greatest length; E-BFMI below 0.3 means that the tails are explored slowly.',
    ],
  }
}

/**
 * How well each quantity is known, worst first, by R-hat or effective draws, whichever is worse.
 *
 * @param shown how many rows; the rest is counted in a note. @defaultValue 10
 */
export function quantitiesTable(sampler: SamplerDiagnostics, shown: number = SHOWN): Table {
  const ranked = worstFirst(sampler)
  const rest = ranked.length - shown
  return {
    title: rest > 0 ? 'Least well sampled quantities' : 'How well each quantity was sampled',
    columns: [
      text('quantity', 'Quantity'),
      figure('rhat', 'R-hat', 'text'),
      figure('essBulk', 'Bulk ESS', 'exact'),
      figure('essTail', 'Tail ESS', 'exact'),
      figure('relativeError', 'Error of the mean, sd', 'p-value', { droppable: 1 }),
    ],
    rows: ranked.slice(0, shown).map(({ name, rhat, essBulk, essTail, relativeError }) => ({
      quantity: name,
      rhat: rhat.toFixed(4),
      essBulk: Math.round(essBulk),
      essTail: Math.round(essTail),
      relativeError,
    })),
    notes: [
      `R-hat below ${MOST_RHAT} and at least ${LEAST_ESS} effective draws a chain are wanted.`,
      ...(rest > 0 ? [`${rest} more quantities were sampled better; CSV and JSON have all.`] : []),
    ],
  }
}

/** The same in full precision and the order of the draws, a row a quantity. */
export function allQuantitiesTable(sampler: SamplerDiagnostics): Table {
  const { columns } = quantitiesTable(sampler)
  return {
    title: 'Quantities',
    columns,
    rows: sampler.quantities.map(({ name, ...rest }) => ({ quantity: name, ...rest })),
  }
}

/** Pairs of channels of which the data know the sum better than the parts; null where there is none. */
export function tradeOffPairsTable({ tradeOffs }: SamplerDiagnostics): Table | null {
  if (tradeOffs.length === 0) return null
  return {
    title: 'Channels that trade off',
    columns: [
      text('first', 'Channel'),
      text('second', 'Against'),
      figure('correlation', 'Correlation of effects', 'ratio'),
    ],
    rows: tradeOffs.map(({ channels: [first, second], correlation }) => ({ first, second, correlation })),
    notes: ['Where one is credited with more the other is with less; the data know their sum better than either.'],
  }
}

/** How exactly the draws know each ROAS. */
export function monteCarloTable(errors: readonly MonteCarloError[]): Table | null {
  if (errors.length === 0) return null
  return {
    title: 'Monte Carlo error of ROAS',
    columns: [
      text('channel', 'Channel'),
      figure('roas', 'ROAS', 'ratio', { digits: 3 }),
      figure('sd', 'Standard deviation', 'ratio', { digits: 3 }),
      figure('error', 'Monte Carlo error', 'coefficient'),
      figure('relative', 'Error over sd', 'percent'),
    ],
    rows: errors.map(({ channel, roas, sd, error }) => ({
      channel,
      roas,
      sd,
      error: error === null ? null : Number(error.toPrecision(2)),
      relative: error === null || !(sd > 0) ? null : error / sd,
    })),
    notes: [
      'The standard deviation is what the data leave open; the error of the mean is what more draws would take away.',
    ],
  }
}

/** Everything about the chains of a fit, worst quantities only. */
export function samplerTables({ sampler, monteCarlo }: PosteriorEvidence): Table[] {
  return [
    chainsTable(sampler),
    quantitiesTable(sampler),
    tradeOffPairsTable(sampler),
    monteCarloTable(monteCarlo),
  ].filter((table): table is Table => table !== null)
}

/** The checks of a fit, and below them every quantity in the same columns, so that one CSV file holds all. */
export function withQuantities(checks: Table, { quantities }: SamplerDiagnostics): Table {
  const rows = quantities.flatMap(({ name, rhat, essBulk, essTail, relativeError }) => [
    { check: `R-hat of ${name}`, value: String(rhat), ok: rhat < MOST_RHAT, meaning: '' },
    { check: `bulk ESS of ${name}`, value: String(essBulk), ok: null, meaning: '' },
    { check: `tail ESS of ${name}`, value: String(essTail), ok: null, meaning: '' },
    { check: `error of the mean of ${name}, sd`, value: String(relativeError), ok: null, meaning: '' },
  ])
  return { ...checks, rows: [...checks.rows, ...rows] }
}

/** Furthest beyond what is wanted of either figure, or nearest to it. */
function worstFirst({ quantities, chains }: SamplerDiagnostics): QuantityDiagnostics[] {
  const wanted = LEAST_ESS * chains.length
  const want = ({ rhat, essBulk, essTail }: QuantityDiagnostics): number =>
    Math.max((rhat - 1) / (MOST_RHAT - 1), wanted / Math.min(essBulk, essTail))
  return quantities.toSorted((a, b) => want(b) - want(a))
}
