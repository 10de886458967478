import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Runs a program in the project's folder with this terminal; a failure ends this process with the same code. */
export function run(program, args, options = {}) {
  const { status, signal, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options })
  if (error) {
    console.error(`${program} could not be started: ${error.message}`)
    process.exit(1)
  }
  if (signal !== null) process.exit(130)
  if (status !== 0) process.exit(status)
}

/** Runs a development tool's own script with this Node, so that nothing depends on a shell. */
export function tool(path, args, options = {}) {
  run(process.execPath, [join(root, 'node_modules', path), ...args], options)
}
