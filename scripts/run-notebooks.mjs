// Executes the notebooks from a clean state, headless, with a kernel of their own.
//
//     node scripts/run-notebooks.mjs [--to notebook|html] [-o folder] [name...]      default: all, as HTML, to notebooks/executed
//
// Needs what `npm run build` writes, and jupyter-nbconvert: apt-get install --no-install-recommends jupyter-nbconvert

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { npm } from './install.mjs'
import { root } from './run.mjs'

/** The notebooks' folder, a package of its own. */
export const notebookFolder = join(root, 'notebooks')

/** Names of the notebooks, without folder. */
export function notebookNames() {
  return readdirSync(notebookFolder).filter((name) => name.endsWith('.ipynb'))
}

/** Installs the notebooks' packages unless every one of their lockfile is there at its version. */
export function installNotebooks() {
  if (isInstalled()) return
  npm(['ci', '--no-audit', '--no-fund'], { cwd: notebookFolder, stdio: ['ignore', 2, 2] })
}

/**
 * Executes notebooks in order, each in a fresh kernel, and writes them with their outputs.
 *
 * Kernel, settings and caches stand in a temporary folder: nothing of the user's Jupyter is read or changed.
 *
 * @param options.to `notebook` or `html`.
 * @param options.output folder for the results; made if it isn't there.
 * @throws Error with the end of nbconvert's output if a cell fails.
 */
export function executeNotebooks(names, { to, output }) {
  if (spawnSync('jupyter', ['nbconvert', '--version']).status !== 0) {
    throw new Error(
      'Notebooks need jupyter-nbconvert: apt-get install --no-install-recommends jupyter-nbconvert, or pip install nbconvert.',
    )
  }
  mkdirSync(output, { recursive: true })
  const state = mkdtempSync(join(tmpdir(), 'notebooks-'))
  try {
    const env = cleanEnvironment(state)
    for (const name of names) {
      const options = ['--to', to, '--execute', '--ExecutePreprocessor.timeout=240', '--output-dir', resolve(output)]
      const { status, stdout, stderr } = spawnSync('jupyter', ['nbconvert', ...options, name], {
        cwd: notebookFolder,
        env,
        encoding: 'utf8',
      })
      if (status !== 0) throw new Error(`${name} failed:\n${(stdout + stderr).slice(-4000)}`)
    }
  } finally {
    rmSync(state, { recursive: true, force: true })
  }
}

/** Everything that Jupyter and Deno keep, in one folder; the kernel is the Deno of the notebooks' own packages. */
function cleanEnvironment(state) {
  const kernel = join(state, 'data', 'kernels', 'deno')
  mkdirSync(kernel, { recursive: true })
  const argv = [denoPath(), 'jupyter', '--kernel', '--conn', '{connection_file}']
  writeFileSync(join(kernel, 'kernel.json'), JSON.stringify({ argv, display_name: 'Deno', language: 'typescript' }))
  return {
    ...process.env,
    JUPYTER_DATA_DIR: join(state, 'data'),
    JUPYTER_CONFIG_DIR: join(state, 'config'),
    JUPYTER_RUNTIME_DIR: join(state, 'runtime'),
    JUPYTER_PATH: join(state, 'data'),
    IPYTHONDIR: join(state, 'ipython'),
    DENO_DIR: join(state, 'deno'),
    DENO_NO_UPDATE_CHECK: '1',
  }
}

/** The program itself, not npm's wrapper around it: a kernel must end when it is told to. */
function denoPath() {
  const wrapper = join(notebookFolder, 'node_modules', 'deno', 'bin.cjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [wrapper, 'eval', 'console.log(Deno.execPath())'], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  if (status !== 0) throw new Error(`Deno could not be started: ${stderr}`)
  return stdout.trim()
}

function isInstalled() {
  const installedFile = join(notebookFolder, 'node_modules', '.package-lock.json')
  if (!existsSync(installedFile)) return false
  const wanted = JSON.parse(readFileSync(join(notebookFolder, 'package-lock.json'), 'utf8')).packages
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional === true || installed[path]?.version === version,
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      to: { type: 'string', default: 'html' },
      output: { type: 'string', short: 'o', default: join(notebookFolder, 'executed') },
    },
  })
  installNotebooks()
  const names = positionals.length > 0 ? positionals.map((path) => basename(path)) : notebookNames()
  try {
    executeNotebooks(names, values)
    for (const name of names)
      console.log(join(values.output, name.replace(/ipynb$/, values.to === 'html' ? 'html' : 'ipynb')))
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
