import type { CommandIo } from '../../src/app/cli/command-io.js'
import { runCommand } from '../../dist/app/cli/run-command.js'

/** What a command printed and how it ended. */
export interface CliRun {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface CliOptions {
  /** Folder to run in. */
  readonly cwd: string
  readonly signal?: AbortSignal
  /** Called with every piece of text as it is written to stderr. */
  readonly onProgress?: (text: string) => void
}

/** Runs the built `mixwright` in this process: the words after its name, in a folder, without a terminal. */
export async function runCli(argv: readonly string[], { cwd, signal, onProgress }: CliOptions): Promise<CliRun> {
  const written = { stdout: '', stderr: '' }
  const output = (name: keyof typeof written): CommandIo['stdout'] => ({
    write(text) {
      written[name] += text
      if (name === 'stderr') onProgress?.(text)
    },
    terminal: false,
    columns: 100,
  })
  const io: CommandIo = {
    stdout: output('stdout'),
    stderr: output('stderr'),
    cwd,
    now: () => Date.now(),
    signal: signal ?? new AbortController().signal,
  }
  const code = await runCommand(argv, io)
  return { code, ...written }
}
