import type { ReportData, Summary } from '../../../decision/results.js'
import type { Fit } from '../../../fit/fit.js'
import type { FitMethod } from '../../../model/spec/spec.js'
import type { FitSettings } from '../../../model/spec/resolve-sections.js'
import type { CommandIo } from '../command-io.js'
import type { ModelInput } from '../../input/load-input.js'
import type { Model } from '../../../model/design/model.js'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { createOutcome } from '../../../decision/counterfactual/outcome.js'
import { holdOut } from '../../../decision/holdout/hold-out.js'
import { buildReadout } from '../../../decision/readout/readout.js'
import { analyseFit } from '../../../decision/summary/fit-analysis.js'
import { buildReportData } from '../../../decision/summary/report-data.js'
import { joinFit } from '../../../fit/artefact/join-fit.js'
import { fitModel } from '../../fit/fit-model.js'
import { fitOutput } from '../../fit/fit-output.js'
import { fitLogPath } from '../../folder/fit-folder.js'
import { logEntry } from '../../folder/fit-history.js'
import { appendFitLog, modelsTried, readFitLog } from '../../folder/fit-log.js'
import { openOutputFolder } from '../../folder/output-folder.js'
import { shortPath } from '../../folder/short-path.js'
import { loadModel } from '../../input/load-input.js'
import { throwIfInterrupted } from '../../workers/interrupted.js'
import { nodeExecutor } from '../../workers/node-executor.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { printFindings } from '../print-findings.js'
import { createProgress } from '../progress.js'
import { printFit } from './fit-print.js'

/** What `mixwright fit` was asked for. */
export interface FitOptions {
  readonly output?: string
  readonly method?: FitMethod
  readonly seed?: number
  readonly draws?: number
  readonly workers?: number
  readonly strict?: true
  readonly json?: true
}

/** Fits a model, writes its folder, adds a line to the log, and prints the results. */
export async function runFit(io: CommandIo, specPath: string, options: FitOptions): Promise<ExitCode> {
  const started = io.now()
  const input = await loadModel(io, specPath, settingsOf(options))
  printFindings(input.findings, io.stderr)
  const path = resolve(io.cwd, options.output ?? defaultFolder(input.specPath))
  const folder = openOutputFolder(path, shortPath(io, path))
  try {
    const { fit, data } = await fitAndAnalyse(io, input, { started, options })
    const log = fitLogPath(path)
    const entry = logEntry(log, { folder: path, time: io.now(), dataFile: input.dataFile, ...data, spec: fit.spec })
    const tried = modelsTried([...readFitLog(log), entry], input.dataFile)
    for (const { path: name, content } of await fitOutput(fit, { ...data, tried })) folder.write(name, content)
    throwIfInterrupted(io.signal)
    folder.commit()
    appendFitLog(log, entry)
    printFit(io, { fit, data, path, json: options.json === true })
    return options.strict === true && !checksPassed(data.summary) ? exitCode.checkFailed : exitCode.done
  } finally {
    folder.discard()
  }
}

/** Whether the fit converged and nothing about it is implausible. */
function checksPassed({ diagnostics, plausibility }: Summary): boolean {
  return diagnostics.passed && plausibility.every(({ ok }) => ok)
}

function settingsOf({ method, seed, draws }: FitOptions): FitSettings {
  return {
    ...(method === undefined ? {} : { method }),
    ...(seed === undefined ? {} : { seed }),
    ...(draws === undefined ? {} : { draws }),
  }
}

function defaultFolder(specPath: string): string {
  return join(dirname(specPath), 'fits', basename(specPath, extname(specPath)))
}

interface RunContext {
  readonly started: number
  readonly options: FitOptions
}

async function fitAndAnalyse(
  io: CommandIo,
  input: ModelInput & { readonly model: Model },
  { started, options }: RunContext,
): Promise<{ fit: Fit; data: ReportData }> {
  const { model, findings } = input
  const read = io.now()
  const progress = createProgress(io, `Fitting ${model.spec.name}`)
  const checking = createProgress(io, 'Holding out the end')
  const { workers } = options
  const executor = nodeExecutor({ signal: io.signal, ...(workers === undefined ? {} : { workers }) })
  try {
    const result = await fitModel(model, executor, progress)
    progress.end()
    const fitted = io.now()
    throwIfInterrupted(io.signal)
    const holdout = await holdOut(createOutcome(model, result.draws), { executor, observer: checking })
    checking.end()
    const fit = joinFit({ model, result, findings, holdout })
    const analysis = analyseFit(fit)
    const data = { ...buildReportData(analysis), ...buildReadout(analysis) }
    throwIfInterrupted(io.signal)
    const timing = {
      readMs: read - started,
      fitMs: fitted - read,
      totalMs: io.now() - started,
      gradients: result.gradients,
    }
    return { fit: { ...fit, timing }, data: { ...data, summary: { ...data.summary, timing } } }
  } finally {
    progress.end()
    checking.end()
    await executor.close()
  }
}
