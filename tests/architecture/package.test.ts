import { describe, expect, it } from 'vitest'
import { projectText } from '../support/project-files.js'

interface PackageJson {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly scripts: Readonly<Record<string, string>>
  readonly engines: { readonly node: string }
}

const manifest = JSON.parse(projectText('package.json')) as PackageJson

describe('package.json', () => {
  it('names every dependency at one exact version', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  it('gives a reason for every dependency in CONTRIBUTING.md', () => {
    const reasons = projectText('CONTRIBUTING.md')
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(names.filter((name) => !reasons.includes(`\`${name}\``))).toEqual([])
  })

  it('has scripts that need only Node and the installed tools, no shell', () => {
    expect(Object.values(manifest.scripts).filter((script) => /[;&|$<>`'"]/.test(script))).toEqual([])
  })
})

describe('package-lock.json', () => {
  const lock = JSON.parse(projectText('package-lock.json')) as {
    packages: Readonly<
      Record<string, { version?: string; resolved?: string; optionalDependencies?: Record<string, string> }>
    >
  }

  it('carries no address of a registry', () => {
    expect(Object.keys(lock.packages).filter((path) => lock.packages[path].resolved !== undefined)).toEqual([])
  })

  it('locks every dependency at the version that package.json names', () => {
    const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(wanted.filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version)).toEqual([])
  })

  it('knows the packages of every platform, or `npm ci` refuses it: `npm run lock` adds them', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in lock.packages) && !(`${path}/node_modules/${name}` in lock.packages),
      ),
    )
    expect(missing).toEqual([])
  })
})
