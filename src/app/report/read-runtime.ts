import { readFile } from 'node:fs/promises'

/** The script that makes a report's drawings live, as the build has bundled it. */
export function readRuntime(): Promise<string> {
  return readFile(new URL('../../present/report/runtime.js', import.meta.url), 'utf8')
}
