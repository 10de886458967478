import { expect, it } from 'vitest'
import { projectText } from '../support/project-files.js'

interface LockedPackage {
  readonly version?: string
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const manifest = JSON.parse(projectText('notebooks/package.json')) as {
  readonly dependencies: Readonly<Record<string, string>>
  readonly overrides: object
}
const { packages } = JSON.parse(projectText('notebooks/package-lock.json')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

it('the notebooks name every dependency at one exact version, which their lockfile has', () => {
  const wanted = Object.entries(manifest.dependencies)
  expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  expect(wanted.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual([])
})

it('the notebooks install danfo without native TensorFlow, and no package from an address', () => {
  expect(packages['node_modules/xlsx'].version).toBe('0.18.5')
  expect(packages['node_modules/@tensorflow/tfjs-node'].version).toBe('3.21.0')
  expect(Object.keys(packages)).not.toContain('node_modules/@mapbox/node-pre-gyp')
  expect(Object.keys(packages).filter((path) => packages[path].resolved !== undefined)).toEqual([])
})

it('the notebooks’ lockfile has Deno for every platform, so that it installs on each', () => {
  const wanted = packages['node_modules/deno'].optionalDependencies ?? {}
  expect(Object.keys(wanted).length).toBeGreaterThan(3)
  expect(Object.keys(wanted).filter((name) => packages[`node_modules/${name}`]?.version !== wanted[name])).toEqual([])
})

it('the main package knows nothing of danfo', () => {
  expect(projectText('package-lock.json')).not.toContain('danfo')
})
