import type { CommandIo } from '../cli/command-io.js'
import type { ExitCode } from '../cli/exit-code.js'

/** What every check of `mixwright validate` may be told. */
export interface ValidateOptions {
  readonly workers?: number
  readonly json?: true
}

/** Runs one check of a spec and prints its result. */
export type ValidateCheck = (io: CommandIo, specPath: string, options: ValidateOptions) => Promise<ExitCode>

/** One check: the flag that asks for it, what help says of it, and its module, loaded when it is asked for. */
export interface CheckEntry {
  /** Without the dashes. */
  readonly flag: string
  readonly description: string
  load(): Promise<ValidateCheck>
}
