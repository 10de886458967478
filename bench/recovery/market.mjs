// One simulated market: fitted, and beside it estimated in three ways that a fit has to beat.

import { engineTasks } from '../../dist/app/workers/engine-tasks.js'
import { fitModel } from '../../dist/app/fit/fit-model.js'
import { readTable } from '../../dist/data/ingest/read-csv.js'
import { assembleDataset } from '../../dist/data/table/assemble-dataset.js'
import { answeringDraws, createOutcome, wholeWindow } from '../../dist/decision/counterfactual/outcome.js'
import { channelContribution, fittedMean } from '../../dist/decision/counterfactual/parts.js'
import { channelTotals, windowSums } from '../../dist/decision/counterfactual/totals.js'
import { buildSummary } from '../../dist/decision/summary/build-summary.js'
import { inlineExecutor } from '../../dist/execute/executor.js'
import { joinFit } from '../../dist/fit/artefact/join-fit.js'
import { buildModel } from '../../dist/model/design/build-model.js'
import { identifiability } from '../../dist/model/identify/identifiability.js'
import { priorBeliefs } from '../../dist/model/identify/prior-beliefs.js'
import { reverseCausality } from '../../dist/model/identify/reverse-causality.js'
import { columnUses } from '../../dist/model/spec/column-uses.js'
import { parseSpec } from '../../dist/model/spec/parse-spec.js'
import { familyByName } from '../../dist/simulate/families/market-family.js'
import { marketCsv } from '../../dist/simulate/market-file.js'
import { generateMarket } from '../../dist/simulate/market.js'
import { scoreMarket } from '../../dist/simulate/scoring/score-market.js'
import { specYaml } from '../../dist/simulate/spec-yaml.js'
import { priorDraws } from './prior-draws.mjs'

/** Share of sales that paid media bring by the rule of thumb. */
const USUAL_SHARE = 0.15
const PAID = 'paid media'
const replicatesOfPrior = 400
const silent = { progress() {} }
/** Flags of a channel that say its estimate may be wrong; others speak of a curve's points or of roles. */
const doubts = new Set(['prior-driven', 'baseline-confounded', 'not-separable'])

/**
 * Scores of one market, a row a way to estimate it.
 *
 * @param job { family, seed, method, draws, lines, channelKeys }: how to fit; `lines` are added to the model file, `channelKeys` to every channel.
 */
export async function scoredMarket(job) {
  const world = familyByName(job.family).world(job.seed)
  const market = generateMarket(world)
  const yaml = { fit: fittedYaml(world, job), ols: plainYaml(world) }
  const rows = {
    fit: await fittedRow(market, yaml.fit),
    prior: priorRow(market, yaml.fit),
    equal: equalRow(market),
    ols: await fittedRow(market, yaml.ols),
  }
  return {
    family: job.family,
    seed: job.seed,
    share: market.truth.media.share,
    weeks: world.weeks,
    rows,
  }
}

function fittedYaml(world, { method, draws, lines, channelKeys }) {
  const settings = draws === null ? '' : `, draws: ${draws}`
  const yaml = specYaml(world).replace(/^fit:.*$/m, `fit: { method: ${method}${settings} }`)
  return `${channelKeys === '' ? yaml : withChannelKeys(yaml, channelKeys)}${lines}\n`
}

/** What is regressed without a thought: the KPI on money, a straight trend, the season and the drivers. */
function plainYaml(world) {
  const yaml = specYaml(world).replace(/^fit:.*$/m, 'fit: { method: ols }')
  return `${withChannelKeys(yaml, 'adstock: none, saturation: none')}baseline: { trend: linear }\nnoise: normal\n`
}

function withChannelKeys(yaml, keys) {
  return yaml.replaceAll(/^( {2}channel_\d+: \{) /gm, `$1 ${keys}, `)
}

function modelOf(market, yaml) {
  const spec = parseSpec(yaml, { file: 'market.yaml' })
  const table = readTable(marketCsv(market), { file: 'market.csv' })
  const { dataset } = assembleDataset(table, { ...spec.data, uses: columnUses(spec), missing: spec.missing })
  return buildModel(spec, dataset)
}

/** Least squares is judged whatever its residual tests say: its users would publish it. */
async function fittedRow(market, yaml) {
  const { world, truth } = market
  try {
    const model = modelOf(market, yaml)
    const result = await fitModel(model, { executor: inlineExecutor(engineTasks), observer: silent })
    const { summary, flags } = readOut(model, result)
    const doubted = model.spec.fit.method !== 'ols' && !result.diagnostics.passed
    const failure = doubted ? `not converged: ${result.diagnostics.advice[0]}` : null
    return scoreMarket({ world, truth, estimates: summary, failure, flags })
  } catch (error) {
    return scoreMarket({ world, truth, estimates: null, failure: error.message })
  }
}

/** The same model before it has seen sales: draws from its priors, put through the same pipeline. */
function priorRow(market, yaml) {
  const { world, truth } = market
  const model = modelOf(market, yaml)
  const diagnostics = {
    passed: true,
    advice: [],
    chains: null,
    draws: replicatesOfPrior,
    divergences: null,
    rhatMax: null,
    essBulkMin: null,
    essTailMin: null,
    ebfmiMin: null,
  }
  const { summary } = readOut(model, { draws: priorDraws(model, replicatesOfPrior), diagnostics })
  return scoreMarket({ world, truth, estimates: summary })
}

/** Every euro returns the same, and all of them together bring the usual share of sales. A point: it says nothing of its error. */
function equalRow({ world, truth }) {
  const roas = (USUAL_SHARE * truth.kpi.observed) / truth.media.spend
  const point = (value) => ({ median: value, q05: value, q95: value })
  const returns = (spend) => ({
    contribution: point(roas * spend),
    roas: point(roas),
    marginalRoas: point(roas),
    pProfitable: roas * truth.margin > 1 ? 1 : 0,
  })
  const channels = truth.channels.map(({ name, spend }) => ({ name, ...returns(spend), series: null }))
  return scoreMarket({ world, truth, estimates: { media: returns(truth.media.spend), channels } })
}

/** The figures of `summary.json`, and what warned of each channel; response curves, which take longest, are left out. */
function readOut(model, result) {
  const fit = joinFit({ model, result })
  const outcome = createOutcome(model, answeringDraws(result.draws))
  const window = wholeWindow(model)
  const fitted = fittedMean(outcome)
  const channels = model.channels.map(({ name, spec }, c) => {
    const contribution = channelContribution(outcome, c)
    const totals = channelTotals(outcome, c, window, contribution)
    return { name, kind: spec.kind, role: spec.role, contribution, totals, analysis: null }
  })
  const summary = buildSummary({
    fit,
    outcome,
    window,
    fitted,
    fittedTotal: windowSums(fitted, model.periods, window),
    channels,
    identifiability: identifiability(model),
    priorBeliefs: priorBeliefs(model, { seed: model.spec.fit.seed }),
  })
  return { summary, flags: flagsOf(model, summary) }
}

/** What a user is told: flags of the summary, signs of spend that follows sales, failed checks of plausibility (by the channel that they name). */
function flagsOf(model, summary) {
  const failed = summary.plausibility.filter(({ ok }) => !ok)
  const follows = reverseCausality(model).channels.filter(({ futureSpend, pastSales }) =>
    [futureSpend, pastSales].some(({ status }) => status === 'signal'),
  )
  const flags = { [PAID]: [...failed.map(({ id }) => id), ...(follows.length > 0 ? ['spend-follows-sales'] : [])] }
  for (const { name, flags: own } of summary.channels) {
    flags[name] = [
      ...own.filter((flag) => doubts.has(flag)),
      ...failed.filter(({ message }) => namesChannel(message, name, model)).map(({ id }) => id),
      ...(follows.some((channel) => channel.name === name) ? ['spend-follows-sales'] : []),
    ]
  }
  return flags
}

/** Whether a sentence is about this channel, or about none in particular. */
function namesChannel(message, name, model) {
  const words = message.split(' ')
  return words.includes(name) || !model.channels.some((channel) => words.includes(channel.name))
}
