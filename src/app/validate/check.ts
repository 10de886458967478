import type { CommandIo } from '../cli/command-io.js'
import type { ExitCode } from '../cli/exit-code.js'

/** What every check of `mixwright validate` may be told. */
export interface ValidateOptions {
  readonly workers?: number
  readonly json?: true
  /** How many worlds `--recovery` plants. */
  readonly worlds?: number
  /** Names of the channels that `--placebo` copies. */
  readonly channel?: readonly string[]
}

/** Runs one check of a spec and prints its result. */
export type ValidateCheck = (io: CommandIo, specPath: string, options: ValidateOptions) => Promise<ExitCode>

/** One check: the flag that asks for it, what help says of it, and its module, loaded when it is asked for. */
export interface CheckEntry {
  /** Without the dashes. */
  readonly flag: string
  readonly description: string
  /** Options that only this check takes. */
  readonly takes?: readonly ('worlds' | 'channel')[]
  load(): Promise<ValidateCheck>
}
