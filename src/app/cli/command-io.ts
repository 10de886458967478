/** What a command may touch besides files: passed in, so that tests run commands without a process. */
export interface CommandIo {
  /** Results go here. */
  readonly stdout: Output
  /** Progress, findings and errors go here. */
  readonly stderr: Output
  /** Folder that relative paths start from. */
  readonly cwd: string
  /** Milliseconds since 1970, for time stamps and durations. */
  now(): number
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
}

export interface Output {
  write(text: string): void
  /** Whether a person looks at it: colours and a moving bar are allowed. */
  readonly terminal: boolean
  /** Characters a line. */
  readonly columns: number
}

/** Width of tables that don't go to a terminal. */
export const plainColumns = 100

/** The command's surroundings in a real process. */
export function processIo(signal: AbortSignal): CommandIo {
  return {
    stdout: streamOutput(process.stdout),
    stderr: streamOutput(process.stderr),
    cwd: process.cwd(),
    now: () => Date.now(),
    signal,
  }
}

function streamOutput(stream: NodeJS.WriteStream): Output {
  const colours = process.env.NO_COLOR === undefined || process.env.NO_COLOR === ''
  return {
    write: (text) => void stream.write(text),
    terminal: stream.isTTY && process.env.TERM !== 'dumb' && colours,
    columns: stream.isTTY ? stream.columns : plainColumns,
  }
}
