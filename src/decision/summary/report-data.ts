import type { PriorBelief, ReportData } from '../results.js'
import type { FitAnalysis } from './fit-analysis.js'
import { periodsPerYear } from '../../data/calendar/period.js'
import { resolvedDefaults } from '../../model/spec/describe-defaults.js'
import { median } from '../../numeric/stats/summary.js'
import { adstockCurves } from '../analysis/adstock-curves.js'
import { nextTenPercent } from '../analysis/next-ten-percent.js'
import { tradeOff } from '../analysis/trade-off.js'
import { budgetFrontier } from '../optimise/budget-frontier.js'
import { drawValue } from '../counterfactual/outcome.js'
import { formatNumber } from '../words/format.js'
import { posteriorEvidence } from './posterior-evidence.js'
import { buildSummary, meanFitted, windowResiduals } from './build-summary.js'
import { referencesOf } from './references.js'
import { residualChecks, type StudentTails } from './residual-checks.js'

/**
 * Everything that a report shows: the summary, curves, trade-off, adstock, residuals and their tests, findings, assumptions.
 *
 * @param tried how many models were tried on this data; null outside a fit folder. @defaultValue null
 * @example buildReportData(analyseFit(fit)).tradeOff.planSentence
 */
export function buildReportData(analysis: FitAnalysis, tried: ReportData['tried'] = null): ReportData {
  const { fit, outcome, window, channels } = analysis
  const { model } = outcome
  const paid = channels.flatMap((channel) => channel.analysis ?? [])
  const years = (window.to - window.from) / periodsPerYear[model.dataset.period]
  const trade = tradeOff(paid, { currency: fit.spec.currency, years })
  const residuals = windowResiduals(analysis)
  return {
    title: fit.spec.name,
    summary: buildSummary(analysis),
    curves: trade.channels.map(({ curve }) => curve),
    tradeOff: trade,
    frontier: budgetFrontier(paid, trade.plans),
    adstock: adstockCurves(outcome),
    residuals: {
      structural: Array.from(residuals.structural),
      innovations: Array.from(residuals.innovations),
    },
    residualTests: residualTestsOf(analysis, residuals.innovations),
    findings: findingsOf(analysis),
    assumptions: assumptionsOf(analysis),
    nextTenPercent: paid.map(({ table }) => nextTenPercent(table)),
    tried,
    references: referencesOf(model),
    priorBeliefs: beliefsOf(analysis),
    posterior: posteriorEvidence(analysis),
  }
}

/** The econometrician's tests where the method has a table, else those on the innovations. */
function residualTestsOf(analysis: FitAnalysis, innovations: Float64Array): ReportData['residualTests'] {
  const { fit, window } = analysis
  if (fit.table !== null) {
    return fit.table.tests.map(({ name, statistic, p, note }) => ({ name, statistic, p, meaning: note }))
  }
  return residualChecks(innovations, meanFitted(analysis).slice(window.from, window.to), tailsOf(analysis))
}

/** The noise of a model with Student noise, at the medians of its draws. */
function tailsOf({ outcome }: FitAnalysis): StudentTails | null {
  const { layout } = outcome.model
  if (layout.degrees < 0) return null
  const middle = (place: number): number =>
    median(Float64Array.from({ length: outcome.draws.count }, (_, d) => drawValue(outcome, d, place)))
  return { scale: middle(layout.sigma), degrees: middle(layout.degrees) }
}

/** What the checks of the data said, and what the data can't tell apart. */
function findingsOf({ fit, identifiability }: FitAnalysis): ReportData['findings'] {
  return [
    ...fit.findings.map(({ id, severity, message }) => ({ id, severity, message })),
    ...identifiability.sentences.map((message) => ({ id: 'identifiability', severity: 'warning', message })),
  ]
}

/** Every setting in words; what hangs on the data as it came to be. */
function assumptionsOf({ fit, outcome }: FitAnalysis): ReportData['assumptions'] {
  const { channels, dataset } = outcome.model
  const before = new Map(channels.map((channel) => [`${channel.name}: before the first period`, channel]))
  return resolvedDefaults(fit.spec).map(({ what, value, source }) => {
    const channel = before.get(what)
    if (channel === undefined) return { what, value, source }
    const first = `first ${Math.min(13, channel.media.length)} ${dataset.period}s`
    const levels = {
      history: 'the rows before the KPI begins',
      steady: `steady at ${formatNumber(channel.before * channel.scale)}, the mean of the ${first}`,
      zero: 'none',
    }
    return { what, value: levels[channel.beforeRule], source }
  })
}

function beliefsOf({ priorBeliefs }: FitAnalysis): NonNullable<ReportData['priorBeliefs']> | null {
  if (priorBeliefs === null || priorBeliefs.paid === null) return null
  const belief = ({ median, q05, q95 }: PriorBelief): PriorBelief => ({ median, q05, q95 })
  return {
    paidShare: belief(priorBeliefs.paid.share),
    channels: priorBeliefs.channels
      .filter(({ kind }) => kind === 'paid')
      .map(({ name, roas, profitable }) => ({
        channel: name,
        roas: roas === null ? null : belief(roas),
        pProfitable: profitable,
      })),
  }
}
