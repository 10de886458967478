import type { Model, ModelChannel } from '../design/model.js'
import { saturatedMedia } from './adstocked-media.js'
import { fixedColumns } from './collinearity.js'
import { errorStructure } from './error-structure.js'
import { partialTest, type ErrorStructure, type PartialTest } from './partial-test.js'
import { monthPeriods, outlay, outlayWords, shifted, SIGNAL_BELOW, type CausalityTest } from './causality-test.js'
import { decimal } from './sentence-numbers.js'

/**
 * The test of leads, one a channel: KPI on the baseline, every channel's media as transformed at the middle of their priors, the channel's
 * own media in this and the last month's periods, and its outlay in the next month's, which can't have caused anything yet.
 *
 * Generalised least squares with the noise correlation and smooth trend that fit the KPI without the leads; joint F test of the leads.
 */
export function futureSpendTests(model: Model): CausalityTest[] {
  const transformed = model.channels.map((channel) => saturatedMedia(model, channel))
  const base = [...fixedColumns(model), ...transformed]
  const leads = monthPeriods[model.spec.data.period]
  const errors = base.length + leads < model.periods ? errorStructure(model, base) : null
  return model.channels.map((channel) => {
    if (errors === null) return unknown(channel, 'the data have too few periods')
    return verdict(channel, testLeads(model, channel, { base, errors, leads }))
  })
}

interface LeadsInput {
  readonly base: readonly Float64Array[]
  readonly errors: ErrorStructure
  readonly leads: number
}

function testLeads(model: Model, channel: ModelChannel, { base, errors, leads }: LeadsInput): PartialTest | null {
  const rows = model.periods - leads
  if (rows < 1) return null
  const cut = (column: Float64Array): Float64Array => column.slice(0, rows)
  const own = Array.from({ length: leads + 1 }, (_, lag) => shifted(model, channel.media, channel.before, -lag))
  const future = Array.from({ length: leads }, (_, i) => shifted(model, outlay(channel), 0, i + 1))
  const known = { base: [...base, ...own].map(cut), tested: future.map(cut) }
  return partialTest(cut(model.kpi), known, { ...errors, smooth: errors.smooth.map(cut) })
}

function verdict(channel: ModelChannel, test: PartialTest | null): CausalityTest {
  if (test === null) return unknown(channel, 'the data have too few periods or its spend is too regular')
  const sum = test.coefficients.reduce((total, value) => total + value, 0)
  const signal = test.pValue < SIGNAL_BELOW
  const p = `p ${decimal(test.pValue)}`
  const figures = {
    pValue: test.pValue,
    partialR2: test.partialR2,
    direction: sum < 0 ? 'negative' : 'positive',
  } as const
  const words = outlayWords(channel)
  if (!signal) return { status: 'none', ...figures, sentence: `No sign that future ${words} predicts sales (${p}).` }
  const bias = sum < 0 ? 'understated' : 'overstated'
  return {
    status: 'signal',
    ...figures,
    sentence: `Sales are predicted by future ${words} (${p}): it seems set with demand in view, so its return is likely ${bias}.`,
  }
}

function unknown(channel: ModelChannel, reason: string): CausalityTest {
  const sentence = `Whether future ${outlayWords(channel)} predicts sales is unknown: ${reason}.`
  return { status: 'unknown', pValue: null, partialR2: null, direction: null, sentence }
}
