// npm run lock: adds to package-lock.json the optional packages of other platforms that a registry mirror didn't have.
//
// npm leaves out of the lockfile what it could not look up, and `npm ci` then refuses the lockfile everywhere.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'

const file = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
for (const [path, name] of missingOptional(lock.packages)) {
  const { optionalDependencies, dev } = lock.packages[path]
  lock.packages[`node_modules/${name}`] = {
    version: optionalDependencies[name].replace(/^[~^]/, ''),
    ...platformOf(name),
    ...(dev ? { dev } : {}),
    optional: true,
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)

/** Optional dependencies of locked packages that have no entry of their own: [path of the package, name]. */
function missingOptional(packages) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter(
        (name) =>
          packages[`node_modules/${name}`] === undefined && packages[`${path}/node_modules/${name}`] === undefined,
      )
      .map((name) => [path, name]),
  )
}

// @oxlint/binding-linux-arm64-musl runs on linux, arm64, musl: the name says it.
function platformOf(name) {
  const [, os, cpu, libc] =
    /(android|darwin|freebsd|linux|openharmony|win32|sunos|netbsd|openbsd|aix)-([^-]+)(?:-([^-]+))?$/.exec(name) ?? []
  if (os === undefined) return name.includes('wasm32') ? { cpu: ['wasm32'] } : {}
  const family = { gnu: ['glibc'], musl: ['musl'] }[libc]
  return { cpu: [cpu], os: [os], ...(os === 'linux' && family !== undefined ? { libc: family } : {}) }
}
