import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFitFolder } from '../../../src/app/folder/fit-folder.js'
import { encodeFit } from '../../../src/fit/artefact/fit-files.js'
import { smallFit } from '../../support/small-market.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const root = temporaryFolder()
const folder = join(root, 'shop')
const fit = await smallFit()

function writeFolder(): void {
  const { json, draws } = encodeFit(fit)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'fit.json'), json)
  writeFileSync(join(folder, 'draws.parquet'), draws)
}

describe('readFitFolder(folder)', () => {
  it('reads the fit that stands there', async () => {
    writeFolder()
    expect(await readFitFolder(folder)).toEqual(fit)
  })

  it('says that nothing is there, that it is a file, or which part is missing', async () => {
    writeFolder()
    rmSync(join(folder, 'draws.parquet'))
    writeFileSync(join(root, 'file.txt'), 'x')
    await expect(readFitFolder(join(root, 'none'))).rejects.toThrow(
      `There is no fit at ${join(root, 'none')}: mixwright fit <spec> writes one.`,
    )
    await expect(readFitFolder(join(root, 'file.txt'))).rejects.toThrow(
      `${join(root, 'file.txt')} is a file; a fit is a folder that mixwright fit <spec> writes.`,
    )
    await expect(readFitFolder(root)).rejects.toThrow(`The folder ${root} isn't a fit: it has no fit.json.`)
    await expect(readFitFolder(folder)).rejects.toThrow(`The folder ${folder} isn't a fit: it has no draws.parquet.`)
  })
})
