import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and the folders above it that are missing.
 *
 * One by one: Node's own recursive form never ends on file systems that answer "no such folder" to every attempt.
 *
 * @returns the topmost folder that it made, or null where all existed.
 */
export function makeFolders(path: string): string | null {
  const missing: string[] = []
  for (let folder = path; !existsSync(folder); folder = dirname(folder)) {
    missing.unshift(folder)
    if (dirname(folder) === folder) break
  }
  for (const folder of missing) mkdirSync(folder)
  return missing[0] ?? null
}
