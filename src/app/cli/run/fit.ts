import type { ReportData, Summary } from '../../../decision/results.js'
import type { Executor } from '../../../execute/executor.js'
import type { Fit } from '../../../fit/fit.js'
import type { FitMethod } from '../../../model/spec/spec.js'
import type { FitSettings } from '../../../model/spec/resolve-sections.js'
import type { CommandIo } from '../command-io.js'
import type { ModelInput } from '../../input/load-input.js'
import type { Model } from '../../../model/design/model.js'
import type { WarmStart } from '../../../fit/bayes/warm-start.js'
import { resolve } from 'node:path'
import { answeringDraws, createOutcome } from '../../../decision/counterfactual/outcome.js'
import { holdOut } from '../../../decision/holdout/hold-out.js'
import { buildReadout } from '../../../decision/readout/readout.js'
import { analyseFit } from '../../../decision/summary/fit-analysis.js'
import { leaveOneOutScore } from '../../../decision/summary/leave-one-out-score.js'
import { buildReportData } from '../../../decision/summary/report-data.js'
import { chainPlan } from '../../../fit/bayes/fit-bayes.js'
import { joinFit } from '../../../fit/artefact/join-fit.js'
import { fitModel, keepPartial, type MethodResult } from '../../fit/fit-model.js'
import { fitOutput } from '../../fit/fit-output.js'
import { readWarmStart } from '../../fit/read-warm-start.js'
import { defaultFitFolder, fitLogPath } from '../../folder/fit-folder.js'
import { logEntry } from '../../folder/fit-history.js'
import { appendFitLog, modelsTried, readFitLog } from '../../folder/fit-log.js'
import { openOutputFolder } from '../../folder/output-folder.js'
import { shortPath } from '../../folder/short-path.js'
import { loadModel } from '../../input/load-input.js'
import { Interrupted, throwIfInterrupted } from '../../workers/interrupted.js'
import { nodeExecutor } from '../../workers/node-executor.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { printFindings } from '../print-findings.js'
import { createChainProgress } from '../chain-progress.js'
import { createProgress } from '../progress.js'
import { UsageError } from '../usage-error.js'
import { printFit } from './fit-print.js'

/** What `mixwright fit` was asked for. */
export interface FitOptions {
  readonly output?: string
  readonly method?: FitMethod
  readonly seed?: number
  readonly draws?: number
  readonly warmup?: number
  readonly chains?: number
  readonly warmStart?: string
  readonly keepPartial?: true
  readonly workers?: number
  readonly strict?: true
  readonly json?: true
}

/** Fits a model, writes its folder, adds a line to the log, and prints the results. */
export async function runFit(io: CommandIo, specPath: string, options: FitOptions): Promise<ExitCode> {
  const started = io.now()
  const input = await loadModel(io, specPath, settingsOf(options))
  refuseForeignOptions(options, input.spec.fit.method)
  printFindings(input.findings, io.stderr)
  const warmStart = await begunWith(io, input.model, options)
  const path = resolve(io.cwd, options.output ?? defaultFitFolder(input.specPath))
  const folder = openOutputFolder(path, shortPath(io, path))
  try {
    const { fit, data, stopped } = await fitAndAnalyse(io, input, { started, options, warmStart })
    const log = fitLogPath(path)
    const entry = logEntry(log, { folder: path, time: io.now(), dataFile: input.dataFile, ...data, spec: fit.spec })
    const tried = modelsTried([...readFitLog(log), entry], input.dataFile)
    for (const { path: name, content } of await fitOutput(fit, { ...data, tried })) folder.write(name, content)
    if (!stopped) throwIfInterrupted(io.signal)
    folder.commit()
    appendFitLog(log, entry)
    printFit(io, { fit, data, path, json: options.json === true })
    return options.strict === true && !checksPassed(data.summary) ? exitCode.checkFailed : exitCode.done
  } finally {
    folder.discard()
  }
}

/** The earlier fit that was asked for to begin with; says so. */
async function begunWith(io: CommandIo, model: Model, { warmStart }: FitOptions): Promise<WarmStart | undefined> {
  if (warmStart === undefined) return undefined
  const read = await readWarmStart(io, warmStart, model)
  io.stderr.write(`${read.note}\n`)
  return read.warmStart
}

/** Options of the sampler, with a method that has no chains. */
function refuseForeignOptions(options: FitOptions, method: FitMethod): void {
  if (method === 'bayes') return
  const names = {
    warmup: '--warmup',
    chains: '--chains',
    warmStart: '--warm-start',
    keepPartial: '--keep-partial',
  } as const
  for (const [key, name] of Object.entries(names)) {
    if (options[key as keyof typeof names] === undefined) continue
    throw new UsageError(`${name} belongs to method bayes, and the method is ${method}.`)
  }
}

/** Whether the fit converged and nothing about it is implausible. */
function checksPassed({ diagnostics, plausibility }: Summary): boolean {
  return diagnostics.passed && plausibility.every(({ ok }) => ok)
}

function settingsOf({ method, seed, draws, warmup, chains }: FitOptions): FitSettings {
  return {
    ...(warmup === undefined ? {} : { warmup }),
    ...(chains === undefined ? {} : { chains }),
    ...(method === undefined ? {} : { method }),
    ...(seed === undefined ? {} : { seed }),
    ...(draws === undefined ? {} : { draws }),
  }
}

interface RunContext {
  readonly started: number
  readonly options: FitOptions
  readonly warmStart: WarmStart | undefined
}

async function fitAndAnalyse(
  io: CommandIo,
  input: ModelInput & { readonly model: Model },
  { started, options, warmStart }: RunContext,
): Promise<{ fit: Fit; data: ReportData; stopped: boolean }> {
  const { findings } = input
  const read = io.now()
  const checking = createProgress(io, 'Holding out the end')
  const { workers } = options
  const executor = nodeExecutor({ signal: io.signal, ...(workers === undefined ? {} : { workers }) })
  try {
    const { model, result, stopped } = await fitOrKeep(io, input.model, {
      executor,
      warmStart,
      keep: options.keepPartial === true,
    })
    const fitted = io.now()
    if (!stopped) throwIfInterrupted(io.signal)
    const outcome = createOutcome(model, answeringDraws(result.draws))
    const holdout = stopped ? undefined : await holdOut(outcome, { executor, observer: checking })
    checking.end()
    const fit = joinFit({
      model,
      result,
      findings,
      ...(holdout === undefined ? {} : { holdout }),
      ...(model.spec.fit.method === 'bayes' ? { leaveOneOut: leaveOneOutScore(outcome) } : {}),
    })
    const analysis = analyseFit(fit)
    const data = { ...buildReportData(analysis), ...buildReadout(analysis) }
    if (!stopped) throwIfInterrupted(io.signal)
    const timing = {
      readMs: read - started,
      fitMs: fitted - read,
      totalMs: io.now() - started,
      gradients: result.gradients,
    }
    return { fit: { ...fit, timing }, data: { ...data, summary: { ...data.summary, timing } }, stopped }
  } finally {
    checking.end()
    await executor.close()
  }
}

interface Fitted {
  /** The model that was fitted: of a fit that was stopped, the one that asks for as many draws as were kept. */
  readonly model: Model
  readonly result: MethodResult
  /** Whether Ctrl-C ended the sampling and what there was is kept. */
  readonly stopped: boolean
}

interface FittingOptions {
  readonly executor: Executor
  readonly warmStart: WarmStart | undefined
  /** Whether Ctrl-C keeps what was sampled. */
  readonly keep: boolean
}

async function fitOrKeep(io: CommandIo, model: Model, { executor, warmStart, keep }: FittingOptions): Promise<Fitted> {
  const chains = model.spec.fit.method === 'bayes' ? createChainProgress(io, chainPlan(model).chains) : null
  const progress = chains ?? createProgress(io, `Fitting ${model.spec.name}`)
  try {
    return { model, result: await fitModel(model, { executor, observer: progress, warmStart }), stopped: false }
  } catch (error) {
    const kept =
      keep && chains !== null && error instanceof Interrupted ? keepPartial(model, chains.heard, warmStart) : null
    if (kept === null) throw error
    progress.end()
    const { chains: count, draws } = kept.result.diagnostics
    io.stderr.write(`Stopped: ${draws} draws of ${count === 1 ? 'one chain' : `each of ${count} chains`} are kept.\n`)
    return { ...kept, stopped: true }
  } finally {
    progress.end()
  }
}
