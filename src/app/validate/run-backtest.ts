import type { CommandIo } from '../cli/command-io.js'
import type { ValidateOptions } from './check.js'
import { backtest } from '../../decision/forecast/backtest.js'
import { backtestSentence } from '../../decision/words/backtest-sentence.js'
import { backtestTable } from '../../present/table/backtest-table.js'
import { exitCode, type ExitCode } from '../cli/exit-code.js'
import { printFindings } from '../cli/print-findings.js'
import { printParagraph } from '../cli/print-paragraph.js'
import { printTable } from '../cli/print-table.js'
import { createProgress } from '../cli/progress.js'
import { readableJson } from '../export/readable-json.js'
import { loadModel } from '../input/load-input.js'
import { nodeExecutor } from '../workers/node-executor.js'

/** `validate --backtest`: how well the model predicts what it has not seen. */
export async function runBacktest(io: CommandIo, specPath: string, options: ValidateOptions): Promise<ExitCode> {
  const { model, findings } = await loadModel(io, specPath)
  printFindings(findings, io.stderr)
  const progress = createProgress(io, `Backtest of ${model.spec.name}`)
  const { workers, json } = options
  const executor = nodeExecutor({ signal: io.signal, ...(workers === undefined ? {} : { workers }) })
  try {
    const result = await backtest(model, { executor, observer: progress })
    progress.end()
    const { sentence } = backtestSentence(result)
    if (json === true) {
      io.stdout.write(readableJson({ ...result, sentence }))
      return exitCode.done
    }
    printParagraph(io.stdout, sentence)
    io.stdout.write('\n')
    printTable(io.stdout, backtestTable(result))
    return exitCode.done
  } finally {
    progress.end()
    await executor.close()
  }
}
