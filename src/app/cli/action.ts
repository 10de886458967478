import type { CommandIo } from './command-io.js'
import type { ExitCode } from './exit-code.js'

/** Where a command leaves its exit code. */
export interface CommandResult {
  code: ExitCode
}

/** Runs one command: its heavy modules are loaded inside, so that `--help` stays quick. */
export type Action = (io: CommandIo) => Promise<ExitCode>

/** Gives an action the surroundings, and keeps its exit code. */
export type Run = (action: Action) => Promise<void>
