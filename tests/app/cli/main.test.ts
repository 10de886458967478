import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { version } from '../../../src/fit/artefact/version.js'
import { projectFolder } from '../../support/project-files.js'
import { smallCsv, smallSpec } from '../../support/small-market.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const main = join(projectFolder, 'dist', 'app', 'cli', 'main.js')

describe('the mixwright program', () => {
  it('prints on its own streams and ends with the exit code', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, '--version'], { encoding: 'utf8' })
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
    expect(spawnSync(process.execPath, [main, 'plan']).status).toBe(2)
  })

  it('ends quietly when its reader has seen enough', () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${main}" schema | head -c 10 > /dev/null`],
      {
        encoding: 'utf8',
      },
    )
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  it('ends with 70 for an error that nothing awaited', () => {
    const late = "data:text/javascript,setTimeout(() => { throw new Error('late') }, 500)"
    const { status, stderr } = spawnSync(process.execPath, ['--import', late, main, 'generate', 'national-brand'], {
      cwd: temporaryFolder(),
      encoding: 'utf8',
    })
    expect(status).toBe(70)
    expect(stderr).toMatch(/^mixwright failed, and the fault is its own\.\n\nError: late\n/)
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('stops on %s with 130 and leaves nothing half-written', async (signal) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'shop.yaml'), smallSpec)
    writeFileSync(join(folder, 'shop.csv'), smallCsv)
    const child = spawn(process.execPath, [main, 'fit', 'shop.yaml', '--draws', '40000', '--workers', '2'], {
      cwd: folder,
    })
    let stderr = ''
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
    // The output folder is opened just before the fit begins: from then on there is something to clean up.
    while (!readdirSync(folder).includes('fits')) await new Promise((resolve) => setTimeout(resolve, 20))
    await new Promise((resolve) => setTimeout(resolve, 300))
    child.kill(signal)
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect(stderr).toMatch(/Interrupted: nothing was written\.\n$/)
    expect(code).toBe(130)
    expect(readdirSync(folder).sort()).toEqual(['shop.csv', 'shop.yaml'])
  })
})
