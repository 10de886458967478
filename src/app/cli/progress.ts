import type { Observer } from '../../execute/executor.js'
import type { CommandIo } from './command-io.js'

/** Shows how far a long step has come, on stderr. */
export interface Progress extends Observer {
  /** Removes the bar; call it before anything else is written. */
  end(): void
}

const barWidth = 24

/** On a terminal a bar that moves; otherwise a plain line at every quarter, for logs. */
export function createProgress(io: CommandIo, label: string): Progress {
  return io.stderr.terminal ? movingBar(io, label) : quarterLines(io, label)
}

function movingBar({ stderr, now }: CommandIo, label: string): Progress {
  const started = now()
  let shown = ''
  return {
    progress(done, total) {
      const full = Math.round((barWidth * done) / total)
      const bar = '█'.repeat(full) + '░'.repeat(barWidth - full)
      shown = `${label} ${bar} ${done} of ${total}, ${((now() - started) / 1000).toFixed(1)} s`
      stderr.write(`\r${shown.slice(0, stderr.columns - 1)}`)
    },
    end() {
      if (shown !== '') stderr.write(`\r${' '.repeat(Math.min(shown.length, stderr.columns - 1))}\r`)
      shown = ''
    },
  }
}

function quarterLines({ stderr }: CommandIo, label: string): Progress {
  let quarter = 0
  return {
    progress(done, total) {
      const reached = Math.floor((4 * done) / total)
      if (reached <= quarter) return
      quarter = reached
      stderr.write(`${label}: ${25 * quarter} %\n`)
    },
    end: () => undefined,
  }
}
