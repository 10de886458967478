import type { CommandIo } from '../cli/command-io.js'
import type { ValidateOptions } from './check.js'
import { placeboStudy } from '../../decision/planted/placebo.js'
import { placeboSentences } from '../../decision/planted/placebo-sentences.js'
import { placeboTable } from '../../present/table/placebo-table.js'
import type { ExitCode } from '../cli/exit-code.js'
import { runPlantedStudy } from './planted-study.js'

/** `validate --placebo`: what the model credits channels with that do nothing. */
export function runPlacebo(io: CommandIo, specPath: string, options: ValidateOptions): Promise<ExitCode> {
  const { channel } = options
  return runPlantedStudy(io, specPath, {
    ...options,
    label: 'Placebos',
    run: (model, setting) =>
      placeboStudy(model, { ...setting, ...(channel === undefined ? {} : { channels: channel }) }),
    sentences: placeboSentences,
    table: placeboTable,
  })
}
