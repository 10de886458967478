import type { ValidateOptions } from '../../validate/check.js'
import type { CommandIo } from '../command-io.js'
import type { ExitCode } from '../exit-code.js'
import { validateChecks } from '../../validate/checks.js'
import { UsageError } from '../usage-error.js'

/**
 * Runs the one check that was asked for.
 *
 * @throws UsageError unless exactly one is, and every option is one that it takes.
 */
export async function runValidate(
  io: CommandIo,
  specPath: string,
  options: ValidateOptions & Readonly<Record<string, unknown>>,
): Promise<ExitCode> {
  const asked = validateChecks.filter(({ flag }) => options[flag] === true)
  if (asked.length === 1) {
    const stray = validateChecks.find((check) => check !== asked[0] && check.takes?.some((name) => name in options))
    if (stray === undefined) return (await asked[0].load())(io, specPath, options)
    const [option] = stray.takes?.filter((name) => name in options) ?? []
    throw new UsageError(`\`--${option}\` goes with \`--${stray.flag}\`, not with \`--${asked[0].flag}\`.`)
  }
  const flags = validateChecks.map(({ flag }) => `--${flag}`).join(', ')
  const found = asked.length === 0 ? 'none was given' : `not ${asked.map(({ flag }) => `--${flag}`).join(' and ')}`
  throw new UsageError(`mixwright validate needs one check (${flags}); ${found}.`)
}
