import type { Backtest, BacktestScore } from '../forecast/backtest.js'
import type { FigureWriter } from './figure-writer.js'
import type { FigureKind } from './format.js'
import type { Sentence } from './trade-off-sentence.js'
import { figureWriter } from './figure-writer.js'

/**
 * A backtest in words. Where the model does not beat the same season a year earlier, that is the first sentence.
 *
 * @example backtestSentence(await backtest(model, { executor })).sentence
 */
export function backtestSentence(backtest: Backtest): Sentence {
  const { kpiKind, currency } = backtest
  const words = { ...figureWriter(), kind: kpiKind === 'revenue' ? { currency } : ('number' as const) }
  const parts = [verdictSentence(backtest, words), mediaSentence(backtest, words), coverageSentence(backtest, words)]
  return { sentence: parts.filter((part) => part !== '').join(' '), figures: words.figures }
}

interface BacktestWords extends FigureWriter {
  /** How an amount of the KPI is written. */
  readonly kind: FigureKind
}

function verdictSentence({ verdict, period, origins }: Backtest, words: BacktestWords): string {
  const ahead = period === 'year' ? 'a year' : 'a quarter'
  const own = errorText('model', verdict.model, words)
  const naive = errorText('seasonalNaive', verdict.seasonalNaive, words)
  const count = `${words.write('origins', origins.length, 'number')} ${origins.length === 1 ? 'origin' : 'origins'}`
  return verdict.beatsSeasonalNaive
    ? `Up to ${ahead} ahead the model predicts better than seasonal-naive, the same ${period} of the last known year: it is off by ${own}, seasonal-naive by ${naive} (${count}).`
    : `The model does not beat seasonal-naive up to ${ahead} ahead: it is off by ${own}, the same ${period} of the last known year by ${naive} (${count}). Its forecasts are no use; its returns deserve doubt.`
}

function mediaSentence({ verdict }: Backtest, words: BacktestWords): string {
  const without = errorText('withoutMedia', verdict.withoutMedia, words)
  return verdict.beatsWithoutMedia
    ? `Without media it would be off by ${without}.`
    : `Media do not help it predict: without them it would be off by ${without}.`
}

function coverageSentence({ verdict, period }: Backtest, words: BacktestWords): string {
  const { coverage } = verdict.model
  if (coverage === null) return ''
  const held = words.write('coverage', coverage, 'percent')
  return `Its bands of 9 in 10 cases held ${held} of the ${period}s.`
}

/** Typical error (RMSE), with the mean relative one where that has a meaning. */
function errorText(name: string, { rmse, mape }: BacktestScore, words: BacktestWords): string {
  const amount = words.write(`${name}.rmse`, rmse, words.kind)
  return mape === null ? amount : `${amount} (${words.write(`${name}.mape`, mape, 'percent')})`
}
