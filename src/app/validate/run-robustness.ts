import type { RobustnessStudy, StudyKind } from '../../fit/robustness/robustness.js'
import type { CommandIo } from '../cli/command-io.js'
import type { ValidateOptions } from './check.js'
import { join } from 'node:path'
import { robustnessStudy } from '../../decision/robustness/study.js'
import { studySentences } from '../../decision/robustness/study-words.js'
import { rangesTable, rungsTable } from '../../present/table/robustness-table.js'
import { exitCode, type ExitCode } from '../cli/exit-code.js'
import { printParagraph } from '../cli/print-paragraph.js'
import { printTable } from '../cli/print-table.js'
import { createProgress } from '../cli/progress.js'
import { readableJson } from '../export/readable-json.js'
import { shortPath } from '../folder/short-path.js'
import { throwIfInterrupted } from '../workers/interrupted.js'
import { nodeExecutor } from '../workers/node-executor.js'
import { keepStudy } from './keep-study.js'
import { robustnessTarget, type RobustnessTarget } from './robustness-target.js'

/** `validate --ladder`: the same answers under stiffer and looser baselines, with and without AR(1) noise. */
export function runLadder(io: CommandIo, path: string, options: ValidateOptions): Promise<ExitCode> {
  return runStudy(io, path, { ...options, kind: 'ladder' })
}

/** `validate --forms`: the same answers under other adstock and saturation families, and other priors. */
export function runForms(io: CommandIo, path: string, options: ValidateOptions): Promise<ExitCode> {
  return runStudy(io, path, { ...options, kind: 'forms' })
}

async function runStudy(
  io: CommandIo,
  path: string,
  { kind, workers, json }: ValidateOptions & { readonly kind: StudyKind },
): Promise<ExitCode> {
  const target = await robustnessTarget(io, path)
  const study = await studied(io, target, { kind, ...(workers === undefined ? {} : { workers }) })
  if (target.fit !== null) await keepStudy(target.fit, kind, study)
  if (json === true) io.stdout.write(readableJson({ ...study, sentences: studySentences(study) }))
  else printStudy(io, study)
  printWhere(io, target, path)
  return exitCode.done
}

async function studied(
  io: CommandIo,
  { model, fit }: RobustnessTarget,
  { kind, workers }: { readonly kind: StudyKind; readonly workers?: number },
): Promise<RobustnessStudy> {
  const progress = createProgress(io, `${kind === 'ladder' ? 'Baselines' : 'Forms'} of ${model.spec.name}`)
  const executor = nodeExecutor({ signal: io.signal, ...(workers === undefined ? {} : { workers }) })
  try {
    const study = await robustnessStudy(model, {
      kind,
      executor,
      observer: progress,
      ...(fit === null ? {} : { fitted: fit.fit.draws }),
    })
    throwIfInterrupted(io.signal)
    return study
  } finally {
    progress.end()
    await executor.close()
  }
}

function printStudy({ stdout }: CommandIo, study: RobustnessStudy): void {
  for (const sentence of studySentences(study)) printParagraph(stdout, sentence)
  stdout.write('\n')
  printTable(stdout, rangesTable(study))
  printTable(stdout, rungsTable(study))
}

/** Where the result is kept, or what keeps it, beside the results so that `--json` stays one document. */
function printWhere(io: CommandIo, { fit, shown }: RobustnessTarget, path: string): void {
  if (fit !== null) {
    io.stderr.write(`Kept in ${shown}; its report shows it: ${shortPath(io, join(fit.folder, 'report.html'))}\n`)
    return
  }
  io.stderr.write(
    `Not kept: ${shown} holds no fit of this very model. After mixwright fit ${path}, or with the folder of a fit in place of the spec, its report shows these ranges.\n`,
  )
}
