import type { CommandResult } from './action.js'
import type { CommandIo } from './command-io.js'
import { CommanderError } from 'commander'
import pc from 'picocolors'
import { InputError } from '../../check/errors.js'
import { Interrupted } from '../workers/interrupted.js'
import { exitCode, type ExitCode } from './exit-code.js'
import { version } from '../../fit/artefact/version.js'
import { createProgram } from './program.js'
import { UsageError } from './usage-error.js'

/**
 * Runs one `mixwright` command.
 *
 * @param argv the words after `mixwright`.
 * @param io where it writes, and what it may know of its surroundings.
 * @returns the exit code; never throws.
 * @example await runCommand(['fit', 'models/retailer.yaml'], processIo(signal))
 */
export async function runCommand(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const result: CommandResult = { code: exitCode.done }
  try {
    const program = createProgram(io, result)
    if (argv.length === 0) {
      program.outputHelp({ error: true })
      return exitCode.wrongUsage
    }
    await program.parseAsync(argv, { from: 'user' })
    return result.code
  } catch (error) {
    return explain(error, argv, io)
  }
}

function explain(error: unknown, argv: readonly string[], io: CommandIo): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.wrongUsage
  if (error instanceof Interrupted) {
    io.stderr.write('Interrupted: nothing was written.\n')
    return exitCode.interrupted
  }
  if (error instanceof UsageError) {
    io.stderr.write(`${error.message}\n`)
    return exitCode.wrongUsage
  }
  const { red } = pc.createColors(io.stderr.terminal)
  if (error instanceof InputError) {
    for (const { message } of error.issues) io.stderr.write(`${red('error')} ${message}\n`)
    return exitCode.wrongInput
  }
  io.stderr.write(faultReport(error, argv))
  return exitCode.ourFault
}

/** What a fault of our own prints: the trace, and what to send. */
export function faultReport(error: unknown, argv: readonly string[]): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return [
    'mixwright failed, and the fault is its own.',
    '',
    trace,
    '',
    'Please report it with these lines, and with the spec if you may share it:',
    `  mixwright ${version}, Node ${process.versions.node}, ${process.platform} ${process.arch}`,
    `  mixwright ${argv.join(' ')}`,
    '',
  ].join('\n')
}
