import type { Fingerprint } from '../../fit/fit.js'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { fileError } from './file-error.js'

/** One line of `log.jsonl`: one fit. */
export interface LogEntry {
  /** When the fit ended, ISO 8601. */
  readonly time: string
  /** Name of the fit's folder, beside the log. */
  readonly folder: string
  readonly method: string
  readonly fingerprint: Fingerprint
  /** SHA-256 of the whole data file: what "this data" means, whichever columns a model uses. */
  readonly dataFile: string
  /** Keys of the spec that differ from the fit before on the same data; null where that is unknown. */
  readonly changed: readonly string[] | null
  /** Mean ROAS by paid channel; null where it has none. */
  readonly roas: Readonly<Record<string, number | null>>
}

/** How many different models were fitted to the same data, and how far each channel's ROAS ranged among them. */
export interface ModelsTried {
  readonly models: number
  readonly roas: readonly { readonly channel: string; readonly low: number; readonly high: number }[]
}

/** The entries of a log, oldest first; none where there is no log yet. Lines that can't be read are passed over. */
export function readFitLog(path: string): LogEntry[] {
  if (!existsSync(path)) return []
  try {
    return readFileSync(path, 'utf8').split('\n').flatMap(parseEntry)
  } catch (error) {
    throw fileError(error, path, 'read')
  }
}

/** Adds one line at the end of a log. */
export function appendFitLog(path: string, entry: LogEntry): void {
  try {
    appendFileSync(path, `${JSON.stringify(entry)}\n`)
  } catch (error) {
    throw fileError(error, path, 'write')
  }
}

/**
 * Counts the models among the entries on one data file.
 *
 * A model is a spec with its settings: the same one with another seed counts once. Only the last fit of each counts.
 *
 * @param entries a log, oldest first.
 * @param dataFile SHA-256 of the data file.
 * @example modelsTried(readFitLog('fits/log.jsonl'), dataFile).models
 */
export function modelsTried(entries: readonly LogEntry[], dataFile: string): ModelsTried {
  const models = new Map<string, LogEntry>()
  for (const entry of entries) if (entry.dataFile === dataFile) models.set(entry.fingerprint.spec, entry)
  const ranges = new Map<string, { low: number; high: number }>()
  for (const { roas } of models.values()) {
    for (const [channel, value] of Object.entries(roas)) {
      if (value === null) continue
      const range = ranges.get(channel) ?? { low: value, high: value }
      ranges.set(channel, { low: Math.min(range.low, value), high: Math.max(range.high, value) })
    }
  }
  return { models: models.size, roas: [...ranges].map(([channel, range]) => ({ channel, ...range })) }
}

function parseEntry(line: string): LogEntry[] {
  try {
    const entry = JSON.parse(line) as Partial<LogEntry>
    const whole =
      typeof entry.fingerprint?.spec === 'string' &&
      typeof entry.dataFile === 'string' &&
      typeof entry.roas === 'object'
    return whole ? [entry as LogEntry] : []
  } catch {
    return []
  }
}
