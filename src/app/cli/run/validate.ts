import type { ValidateOptions } from '../../validate/check.js'
import type { CommandIo } from '../command-io.js'
import type { ExitCode } from '../exit-code.js'
import { validateChecks } from '../../validate/checks.js'
import { UsageError } from '../usage-error.js'

/**
 * Runs the one check that was asked for.
 *
 * @throws UsageError unless exactly one is.
 */
export async function runValidate(
  io: CommandIo,
  specPath: string,
  options: ValidateOptions & Readonly<Record<string, unknown>>,
): Promise<ExitCode> {
  const asked = validateChecks.filter(({ flag }) => options[flag] === true)
  if (asked.length === 1) return (await asked[0].load())(io, specPath, options)
  const flags = validateChecks.map(({ flag }) => `--${flag}`).join(', ')
  const found = asked.length === 0 ? 'none was given' : `not ${asked.map(({ flag }) => `--${flag}`).join(' and ')}`
  throw new UsageError(`mixwright validate needs one check (${flags}); ${found}.`)
}
