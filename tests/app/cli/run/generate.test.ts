import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { familyNames } from '../../../../src/simulate/families/market-family.js'
import { worldNames } from '../../../../src/simulate/named-world.js'
import { projectText } from '../../../support/project-files.js'
import { runCli } from '../../../support/run-cli.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

it('mixwright generate writes the shipped data and truth again, bit for bit, and a spec that checks', async () => {
  const folder = temporaryFolder()
  const { code, stdout } = await runCli(['generate', 'national-brand'], { cwd: folder })
  expect(code).toBe(0)
  expect(stdout).toBe(
    'national-brand/national-brand.csv\nnational-brand/national-brand.truth.json\nnational-brand/national-brand.yaml\n',
  )
  for (const name of ['national-brand.csv', 'national-brand.truth.json']) {
    expect(readFileSync(join(folder, 'national-brand', name), 'utf8')).toBe(projectText(`datasets/${name}`))
  }
  expect((await runCli(['check', 'national-brand/national-brand.yaml'], { cwd: folder })).code).toBe(0)
  expect((await runCli(['generate', 'national-brand'], { cwd: folder })).code).toBe(0)
})

it('mixwright generate writes a family’s market of a seed, the same one every time, with a spec that checks', async () => {
  const folder = temporaryFolder()
  const { code, stdout } = await runCli(['generate', 'collinear', '--seed', '7'], { cwd: folder })
  expect(code).toBe(0)
  expect(stdout).toBe('collinear-7/collinear-7.csv\ncollinear-7/collinear-7.truth.json\ncollinear-7/collinear-7.yaml\n')
  expect((await runCli(['generate', 'collinear', '--seed', '7', '-o', 'again'], { cwd: folder })).code).toBe(0)
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8')
  for (const name of ['collinear-7.csv', 'collinear-7.truth.json', 'collinear-7.yaml'])
    expect(read(`again/${name}`)).toBe(read(`collinear-7/${name}`))
  expect(JSON.parse(read('again/collinear-7.truth.json'))).toMatchObject({ world: 'collinear-7', seed: 7 })
  expect((await runCli(['check', 'again/collinear-7.yaml'], { cwd: folder })).code).toBe(0)
})

it('mixwright generate draws a shipped world again from another seed', async () => {
  const folder = temporaryFolder()
  expect((await runCli(['generate', 'national-brand', '--seed', '2'], { cwd: folder })).code).toBe(0)
  const again = readFileSync(join(folder, 'national-brand-2', 'national-brand-2.csv'), 'utf8')
  expect(again).not.toBe(projectText('datasets/national-brand.csv'))
  expect(again.split('\n')[0]).toBe(projectText('datasets/national-brand.csv').split('\n')[0])
})

it('mixwright generate --help describes every world and family', async () => {
  const { stdout } = await runCli(['generate', '--help'], { cwd: temporaryFolder() })
  for (const name of [...worldNames, ...familyNames]) expect(stdout).toMatch(new RegExp(`^ {2}${name} {2,}\\S`, 'm'))
})
