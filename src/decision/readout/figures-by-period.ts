import type { Estimate, Returns } from '../estimate.js'
import type { ByPeriod, CalendarUnit, ReturnsByPeriod } from './by-period.js'
import { sum } from '../../numeric/stats/summary.js'
import { summarise } from '../analysis/summarise.js'
import { type Outcome, type Window, wholeWindow } from '../counterfactual/outcome.js'
import {
  baselineContribution,
  channelContribution,
  fittedMean,
  linearOwners,
  ownerContribution,
  ownerPart,
  type PartDraws,
} from '../counterfactual/parts.js'
import { returnsOf } from '../counterfactual/returns.js'
import { type ChannelTotals, channelTotals, noTotals, windowSums } from '../counterfactual/totals.js'
import { calendarSpans } from './calendar-spans.js'

/**
 * Contributions and returns by calendar quarter or year: the figures of the whole window, a span at a time, summed per draw.
 *
 * @param window periods of the fit window. @defaultValue the whole fit window
 * @throws InputError for the quarters of yearly data.
 * @example figuresByPeriod(outcomeOf(fit), 'year').media.map(({ roas }) => roas?.mean)
 */
export function figuresByPeriod(outcome: Outcome, by: CalendarUnit, window?: Window): ByPeriod {
  const { model } = outcome
  const spans = calendarSpans(model.dataset, window ?? wholeWindow(model), by)
  const windows = spans.map((span) => span.window)
  const sums = (part: PartDraws): Estimate[] => windows.map((each) => summarise(windowSums(part, model.periods, each)))
  const fitted = fittedMean(outcome)
  const fittedSums = windows.map((each) => windowSums(fitted, model.periods, each))
  const channels = model.channels.map(({ name, spec }, c) => {
    const contribution = channelContribution(outcome, c)
    const totals = windows.map((each) => channelTotals(outcome, c, each, contribution))
    return { name, kind: spec.kind, role: spec.role, contribution: sums(contribution), totals }
  })
  const together = (members: readonly (readonly ChannelTotals[])[]): Returns[] =>
    windows.map((_, w) =>
      returnsOf(
        members.length > 0 ? members.map((totals) => totals[w]) : [noTotals(outcome.draws.count)],
        fittedSums[w],
      ),
    )
  return {
    by,
    kpi: { kind: model.spec.kpi.kind, currency: model.spec.currency },
    period: model.dataset.period,
    spans: spans.map(({ label, from, to, periods, complete }) => ({ label, from, to, periods, complete })),
    parts: [
      { name: 'baseline', kind: 'baseline', contribution: sums(baselineContribution(outcome)) },
      ...linearOwners(outcome).map((name) => ({
        name,
        kind: ownerPart(outcome, name),
        contribution: sums(ownerContribution(outcome, name)),
      })),
      ...channels.map(({ name, kind, contribution }) => ({ name, kind, contribution })),
    ],
    fitted: fittedSums.map(summarise),
    observed: windows.map(({ from, to }) => sum(model.kpi.subarray(from, to))),
    channels: channels.map(({ name, kind, role, totals }) => ({ name, kind, role, returns: together([totals]) })),
    groups: model.spec.groups.map(({ name, channels: members }): ReturnsByPeriod => {
      const inside = channels.filter((channel) => members.includes(channel.name))
      return { name, kind: 'group', role: null, returns: together(inside.map(({ totals }) => totals)) }
    }),
    media: together(channels.filter(({ kind }) => kind === 'paid').map(({ totals }) => totals)),
  }
}
