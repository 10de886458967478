// Installs the dependencies where node_modules is missing or doesn't match package-lock.json. Needs nothing but Node and npm.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './run.mjs'

/** Runs `npm ci` unless every package of the lockfile stands in node_modules at its version. */
export function install() {
  requireNode()
  const reason = staleReason()
  if (reason === null) return
  console.error(`Installing the dependencies (${reason}) ...`)
  npm(['ci', '--include=dev', '--no-audit', '--no-fund'])
}

/** Runs npm itself: the one that started this script, or the one on the path. */
export function npm(args, options = {}) {
  const path = process.env.npm_execpath
  if (path !== undefined && /npm-cli\.c?js$/.test(path)) return run(process.execPath, [path, ...args], options)
  return run('npm', args, { ...options, shell: process.platform === 'win32' })
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`mixwright needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

function staleReason() {
  const installedFile = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installedFile)) return 'none are installed'
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue
    if (installed[path] === undefined && (entry.optional || entry.devOptional || entry.peer)) continue
    if (installed[path]?.version !== entry.version)
      return `${path.replace(/^node_modules\//, '')} differs from package-lock.json`
    if (!existsSync(join(root, path, 'package.json'))) return `${path} is missing`
  }
  return null
}
