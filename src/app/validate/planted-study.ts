import type { Executor, Observer } from '../../execute/executor.js'
import type { Model } from '../../model/design/model.js'
import type { Table } from '../../present/table/table.js'
import type { CommandIo } from '../cli/command-io.js'
import type { ValidateOptions } from './check.js'
import { exitCode, type ExitCode } from '../cli/exit-code.js'
import { printFindings } from '../cli/print-findings.js'
import { printParagraph } from '../cli/print-paragraph.js'
import { printTable } from '../cli/print-table.js'
import { createProgress } from '../cli/progress.js'
import { readableJson } from '../export/readable-json.js'
import { loadModel } from '../input/load-input.js'
import { nodeExecutor } from '../workers/node-executor.js'

/** A study of planted channels: how it is run, and how it reads. */
export interface PlantedStudy<Result extends object> {
  /** What progress is called. */
  readonly label: string
  run(model: Model, setting: { readonly executor: Executor; readonly observer: Observer }): Promise<Result>
  sentences(result: Result): string[]
  table(result: Result): Table
}

/** Runs a study of a spec's model and prints its sentences and table, or one JSON document. */
export async function runPlantedStudy<Result extends object>(
  io: CommandIo,
  specPath: string,
  study: PlantedStudy<Result> & Pick<ValidateOptions, 'workers' | 'json'>,
): Promise<ExitCode> {
  const { model, findings } = await loadModel(io, specPath)
  printFindings(findings, io.stderr)
  const { label, workers, json } = study
  const progress = createProgress(io, `${label} of ${model.spec.name}`)
  const executor = nodeExecutor({ signal: io.signal, ...(workers === undefined ? {} : { workers }) })
  try {
    const result = await study.run(model, { executor, observer: progress })
    progress.end()
    const sentences = study.sentences(result)
    if (json === true) {
      io.stdout.write(readableJson({ ...result, sentences }))
      return exitCode.done
    }
    for (const sentence of sentences) printParagraph(io.stdout, sentence)
    io.stdout.write('\n')
    printTable(io.stdout, study.table(result))
    return exitCode.done
  } finally {
    progress.end()
    await executor.close()
  }
}
