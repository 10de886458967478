import type { CommandIo } from '../cli/command-io.js'
import type { ValidateOptions } from './check.js'
import { recover } from '../../decision/planted/recover.js'
import { recoverySentences } from '../../decision/planted/recovery-sentences.js'
import { recoveryTable } from '../../present/table/recovery-table.js'
import type { ExitCode } from '../cli/exit-code.js'
import { runPlantedStudy } from './planted-study.js'

/** `validate --recovery`: what the user's own data can find of effects that are known because they were planted. */
export function runRecovery(io: CommandIo, specPath: string, options: ValidateOptions): Promise<ExitCode> {
  const { worlds } = options
  return runPlantedStudy(io, specPath, {
    ...options,
    label: 'Recovery',
    run: (model, setting) => recover(model, { ...setting, ...(worlds === undefined ? {} : { worlds }) }),
    sentences: recoverySentences,
    table: recoveryTable,
  })
}
