import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const projectFolder = fileURLToPath(new URL('../../', import.meta.url)).replace(/[/\\]$/, '')

/** Files of the project whose path (with slashes, relative to its folder) matches; what .gitignore names is no part of it. */
export function projectFiles(pattern: RegExp): string[] {
  return filesBelow('').filter((path) => pattern.test(path))
}

/** The text of one of the project's files. */
export function projectText(path: string): string {
  return readFileSync(join(projectFolder, path), 'utf8')
}

const ignored = /^(\.git|\.DS_Store|node_modules|dist.*|coverage|fits|report\.html|.*\.tgz)$/

function filesBelow(folder: string): string[] {
  const entries = readdirSync(join(projectFolder, folder), { withFileTypes: true })
  return entries
    .filter(({ name }) => !ignored.test(name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? filesBelow(path) : [path]
    })
    .sort()
}
