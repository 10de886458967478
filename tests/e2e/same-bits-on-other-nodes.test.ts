import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { projectFolder } from '../support/project-files.js'

const folder = mkdtempSync(join(tmpdir(), 'mixwright-nodes-'))
const main = join(projectFolder, 'dist', 'app', 'cli', 'main.js')

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Fits the showcase with a Node and hashes every file whose content must not hang on the machine. */
function fitHashes(node: string, name: string, workers: string): Record<string, string> {
  const sampled = fileHashes(node, `${name}-bayes`, ['--warmup', '150', '--workers', workers])
  const fitted = fileHashes(node, `${name}-regression`, ['--method', 'regression', '--workers', workers])
  return { ...sampled, ...fitted }
}

function fileHashes(node: string, name: string, options: readonly string[]): Record<string, string> {
  const target = join(folder, name)
  const argv = [main, 'fit', 'models/national-brand.yaml', '--draws', '40', ...options, '-o', target]
  const { status, stderr } = spawnSync(node, argv, { cwd: projectFolder, encoding: 'utf8' })
  expect({ status, stderr: stderr.replace(/(Fitting|Holding|chain) .*\n/g, '') }).toEqual({ status: 0, stderr: '' })
  const files = ['draws.parquet', 'channels.csv', 'series.csv', 'curves.csv']
  const method = options[0] === '--method' ? 'regression' : 'bayes'
  return Object.fromEntries(files.map((file) => [`${method} ${file}`, hashOf(readFileSync(join(target, file)))]))
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Another version of Node, as npm ships it. */
function installNode(version: string): string {
  const prefix = join(folder, `node-${version}`)
  execFileSync('npm', ['install', '--prefix', prefix, '--no-save', '--silent', `node@${version}`], { stdio: 'pipe' })
  return join(prefix, 'node_modules', 'node', 'bin', 'node')
}

describe('a fit', () => {
  const here = fitHashes(process.execPath, 'here', '1')

  it.each(['20', '22', '24'])('has the same bits on Node %s, with other workers', (version) => {
    const node = installNode(version)
    const found = execFileSync(node, ['--version'], { encoding: 'utf8' })
    expect(found).toMatch(new RegExp(`^v${version}\\.`))
    expect(fitHashes(node, `out-${version}`, '3')).toEqual(here)
  })
})
