import type { Summary } from '../../decision/results.js'
import type { Spec } from '../../model/spec/spec.js'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { canonicalSpec } from '../../model/spec/fingerprint-spec.js'
import { changedKeys } from './changed-keys.js'
import { modelsTried, readFitLog, type LogEntry, type ModelsTried } from './fit-log.js'

/** What a new fit adds to the log beside its folder. */
export interface NewEntry {
  readonly folder: string
  readonly time: number
  readonly dataFile: string
  readonly spec: Spec
  readonly summary: Summary
}

/** The log's next line, not yet written. */
export function logEntry(log: string, { folder, time, dataFile, spec, summary }: NewEntry): LogEntry {
  const former = readFitLog(log).findLast((entry) => entry.dataFile === dataFile)
  const formerSpec = former === undefined ? null : specOf(join(dirname(log), former.folder), former)
  return {
    time: new Date(time).toISOString(),
    folder: basename(folder),
    method: summary.method,
    fingerprint: summary.fingerprint,
    dataFile,
    changed: formerSpec === null ? null : changedKeys(canonicalSpec(formerSpec), canonicalSpec(spec)),
    roas: Object.fromEntries(
      summary.channels.filter(({ kind }) => kind === 'paid').map(({ name, roas }) => [name, roas?.mean ?? null]),
    ),
  }
}

/**
 * The models tried on the data of a fit, by the log beside its folder.
 *
 * @returns null where the log doesn't know the fit: then nobody can say.
 */
export function triedBeside(log: string, fingerprint: Summary['fingerprint']): ModelsTried | null {
  const entries = readFitLog(log)
  const own = entries.findLast(
    (entry) => entry.fingerprint.spec === fingerprint.spec && entry.fingerprint.data === fingerprint.data,
  )
  return own === undefined ? null : modelsTried(entries, own.dataFile)
}

// The folder of the former fit may hold another fit by now, or none: then what changed is unknown.
function specOf(folder: string, { fingerprint }: LogEntry): Spec | null {
  const file = join(folder, 'fit.json')
  if (!existsSync(file)) return null
  try {
    const fit = JSON.parse(readFileSync(file, 'utf8')) as { fingerprint: { spec: string }; spec: Spec }
    return fit.fingerprint.spec === fingerprint.spec ? fit.spec : null
  } catch {
    return null
  }
}
