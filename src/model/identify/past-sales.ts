import type { PeriodKind } from '../../data/calendar/period.js'
import type { Model, ModelChannel } from '../design/model.js'
import { saturatedMedia } from './adstocked-media.js'
import { fixedColumns } from './collinearity.js'
import { robustTest, type PartialTest } from './partial-test.js'
import { monthPeriods, outlay, outlayWords, shifted, SIGNAL_BELOW, type CausalityTest } from './causality-test.js'
import { decimal } from './sentence-numbers.js'

/** Below this share a dependence is too small to matter, however certain. */
const MATTERS_FROM = 0.02

/**
 * Granger's test of sales on spend: outlay on the baseline without its smooth trend, the channel's own outlay in the last month's periods,
 * its transformed media of the period before, and the mean KPI of the last month.
 *
 * The own past is what keeps the test honest: earlier spend raised earlier sales, so sales would predict any spend that hangs
 * together in time.
 */
export function pastSalesTest(model: Model, channel: ModelChannel): CausalityTest {
  const lags = monthPeriods[model.spec.data.period]
  const rows = model.periods - lags
  if (rows < 1) return unknown(model, channel)
  const cut = (column: Float64Array): Float64Array => column.slice(lags)
  const spend = outlay(channel)
  const own = Array.from({ length: lags }, (_, i) => shifted(model, spend, 0, -1 - i))
  const past = meanOfLast(model.kpi, lags)
  const earlier = saturatedMedia(model, channel)
  const effect = earlier.map((_, t) => (t > 0 ? earlier[t - 1] : 0))
  const base = [...fixedColumns(model), ...own, effect].map(cut)
  const test = robustTest(cut(shifted(model, spend, 0, 0)), { base, tested: cut(past) })
  return test === null ? unknown(model, channel) : verdict(model, channel, test)
}

const lastMonth: Readonly<Record<PeriodKind, string>> = {
  day: "last week's sales",
  week: "last month's sales",
  month: "last month's sales",
  quarter: "last quarter's sales",
  year: "last year's sales",
}

/** Mean of the `count` entries before each; 0 where there are fewer. */
function meanOfLast(series: Float64Array, count: number): Float64Array {
  return series.map((_, t) => {
    let sum = 0
    for (let lag = 1; lag <= count; lag++) sum += t >= count ? series[t - lag] : 0
    return sum / count
  })
}

function verdict(model: Model, channel: ModelChannel, test: PartialTest): CausalityTest {
  const { pValue, partialR2 } = test
  const negative = test.coefficients[0] < 0
  const figures = { pValue, partialR2, direction: negative ? 'negative' : 'positive' } as const
  const sales = lastMonth[model.spec.data.period]
  const words = outlayWords(channel)
  if (!(pValue < SIGNAL_BELOW && partialR2 >= MATTERS_FROM)) {
    return {
      status: 'none',
      ...figures,
      sentence: `No sign that ${words} is predicted by ${sales} (p ${decimal(pValue)}).`,
    }
  }
  return {
    status: 'signal',
    ...figures,
    sentence: `${words} is predicted by ${sales}, partial R2 ${decimal(partialR2)}: its return is likely ${negative ? 'understated' : 'overstated'}.`,
  }
}

function unknown(model: Model, channel: ModelChannel): CausalityTest {
  const sales = lastMonth[model.spec.data.period]
  return {
    status: 'unknown',
    pValue: null,
    partialR2: null,
    direction: null,
    sentence: `Whether ${outlayWords(channel)} is predicted by ${sales} is unknown: the data have too few periods or its spend is too regular.`,
  }
}
