import type { Estimate } from '../estimate.js'
import type { Simulation } from '../plan/simulation.js'
import type { FigureWriter } from './figure-writer.js'
import type { FigureKind } from './format.js'
import type { Sentence } from './trade-off-sentence.js'
import { figureWriter } from './figure-writer.js'
import { listed } from './trade-off-sentence.js'

/**
 * A simulation in words: what the plan changes against its reference, in KPI and profit, with intervals and the probability that it is better;
 * where it leaves what the data show. Money and KPI are over the window, with the tail.
 */
export function simulationSentence(simulation: Simulation): Sentence {
  const words: SimulationWords = { ...figureWriter(), simulation, money: { currency: simulation.currency } }
  const isSame = simulation.difference.probabilityBetter === null
  const answer = isSame ? [forecastSentence, sameSentence] : [changeSentence, forecastSentence]
  const parts = [...answer.map((write) => write(words)), beyondSentence(simulation), captureSentence(simulation)]
  return { sentence: parts.filter((part) => part !== '').join(' '), figures: words.figures }
}

interface SimulationWords extends FigureWriter {
  readonly simulation: Simulation
  readonly money: FigureKind
}

/** The reference as a sentence names it. */
export function againstText({ against }: Pick<Simulation, 'against'>): string {
  return against.name === 'today' ? "today's plan" : against.name === 'zero' ? 'no paid media' : against.name
}

function sameSentence(words: SimulationWords): string {
  const { simulation } = words
  const spend = words.write('spend', simulation.spend, words.money)
  const kpi = kpiAmount('incrementalKpi', simulation.incrementalKpi.mean, words)
  const start = `The plan is the same as ${againstText(simulation)}: its ${spend} bring an expected ${kpi}`
  if (simulation.profit === null) return `${start}.`
  const amount = words.write('profit', simulation.profit.mean, words.money)
  const between = words.between('profit', simulation.profit, words.money, 'and')
  return `${start} and a profit of ${amount} (in 9 of 10 cases between ${between}).`
}

function changeSentence(words: SimulationWords): string {
  const { simulation } = words
  const { difference } = simulation
  const { mean: change } = difference.incrementalKpi
  const more = kpiAmount('kpiChange', Math.abs(change), words, change < 0 ? 'less' : 'more')
  const start = `Against ${againstText(simulation)}, ${spendText(words)} expected to bring ${more}`
  if (difference.profit === null)
    return `${start}${interval('kpiChange', difference.incrementalKpi, words)}. ${whyNoProfit(words)}`
  const { mean } = difference.profit
  const profit = words.write('profitChange', Math.abs(mean), words.money)
  const between = words.between('profitChange', difference.profit, words.money, 'and')
  const likely = words.write('probabilityBetter', difference.probabilityBetter ?? 0, 'probability')
  return `${start} and ${profit} ${mean < 0 ? 'less' : 'more'} profit (in 9 of 10 cases a change between ${between}); it earns more with a probability of ${likely}.`
}

function spendText(words: SimulationWords): string {
  const { spend } = words.simulation.difference
  const { spend: before } = words.simulation.against
  if (Math.abs(spend) <= 1e-9 * Math.max(before, 1)) return 'the same money spent differently is'
  return `${words.write('spendChange', Math.abs(spend), words.money)} ${spend > 0 ? 'more' : 'less'} spend is`
}

/** Why there is no profit, and what margin would pay. */
function whyNoProfit(words: SimulationWords): string {
  const { difference, flags } = words.simulation
  if (flags.includes('no-value'))
    return 'The model file gives no value of a KPI unit in money, so nobody knows the profit.'
  const value = difference.incrementalValue?.mean ?? 0
  const start = 'The model file gives no margin, so nobody knows the profit'
  if (!(difference.spend > 0) || !(value > 0)) return `${start}.`
  return `${start}: the plan pays if you keep more than ${words.write('marginNeeded', difference.spend / value, 'percent')} of the extra revenue.`
}

function interval(name: string, estimate: Estimate, words: SimulationWords): string {
  const { kpiKind } = words.simulation
  return ` (in 9 of 10 cases between ${words.between(name, estimate, kpiKind === 'revenue' ? words.money : 'number', 'and')})`
}

/** `1.2 M EUR revenue`, `3.1 k more KPI units`. */
function kpiAmount(name: string, value: number, words: SimulationWords, more = ''): string {
  const isRevenue = words.simulation.kpiKind === 'revenue'
  return isRevenue
    ? `${words.write(name, value, words.money)} ${more === '' ? '' : `${more} `}revenue`
    : `${words.write(name, value, 'number')} ${more === '' ? '' : more === 'less' ? 'fewer ' : 'more '}KPI units`
}

/** What the KPI itself will be, where the window is a forecast. */
function forecastSentence(words: SimulationWords): string {
  const { kpi, predictive, window, kpiKind } = words.simulation
  if (predictive === null) return ''
  const isRevenue = kpiKind === 'revenue'
  const kind = isRevenue ? words.money : 'number'
  const amount = words.write('kpi', kpi.mean, kind)
  const expected = words.between('kpi', kpi, kind, 'and')
  const itself = words.between('kpiPredictive', predictive.total, kind, 'and')
  const noun = isRevenue ? 'revenue' : 'the KPI'
  const when = window.from === window.to ? `in ${window.from}` : `from ${window.from} to ${window.to}`
  return `Under the plan ${noun} ${when} is expected to be ${amount} (in 9 of 10 cases its expectation lies between ${expected}, ${noun} itself between ${itself}).`
}

function beyondSentence({ channels }: Simulation): string {
  const beyond = channels.filter(({ flags }) => flags.includes('extrapolation')).map(({ name }) => name)
  return beyond.length === 0
    ? ''
    : `It takes ${listed(beyond)} beyond what any period of the data shows, where curves are a guess.`
}

function captureSentence({ channels, against }: Simulation): string {
  const raised = channels.filter(
    ({ role, spend, name }) =>
      role === 'demand-capture' && (spend ?? 0) > (against.channels.find((other) => other.name === name)?.spend ?? 0),
  )
  if (raised.length === 0) return ''
  const names = raised.map(({ name }) => name)
  return `It raises ${listed(names)}, which ${names.length === 1 ? 'captures' : 'capture'} demand created elsewhere: an upper bound.`
}
