import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCli } from '../../support/run-cli.js'
import { folderContent, shopCsv, shopSpec, writeShop } from '../../support/shop-folder.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

/** Runs a command in a fresh shop, after `prepare`, and expects a refusal that leaves every file as it was. */
async function refusal(argv: readonly string[], prepare: (folder: string) => void = () => undefined): Promise<string> {
  const folder = temporaryFolder()
  writeShop(folder)
  prepare(folder)
  const before = folderContent(folder)
  const { code, stdout, stderr } = await runCli(argv, { cwd: folder })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(folderContent(folder)).toEqual(before)
  return stderr.replaceAll(folder, 'FOLDER')
}

describe('mixwright fit', () => {
  it('refuses a spec that is missing, or a folder', async () => {
    expect(await refusal(['fit', 'none.yaml'])).toBe("error Can't read none.yaml: there is no such file or folder.\n")
    expect(await refusal(['fit', 'fits'])).toBe("error Can't read fits: it is a folder, not a file.\n")
  })

  it('refuses data that are missing, a folder, or no text', async () => {
    const remove = (folder: string): void => rmSync(join(folder, 'shop.csv'))
    expect(await refusal(['fit', 'model.yaml'], remove)).toBe(
      "error Can't read shop.csv: there is no such file or folder.\n",
    )
    const folder = (shop: string): void => {
      remove(shop)
      mkdirSync(join(shop, 'shop.csv'))
    }
    expect(await refusal(['fit', 'model.yaml'], folder)).toBe(
      "error Can't read shop.csv: it is a folder, not a file.\n",
    )
    const utf16 = (shop: string): void => writeFileSync(join(shop, 'shop.csv'), `\ufeff${shopCsv()}`, 'utf16le')
    expect(await refusal(['fit', 'model.yaml'], utf16)).toBe(
      "error The data file shop.csv isn't UTF-8 text but UTF-16: save it as CSV in UTF-8.\n",
    )
  })

  it('refuses to write where a file stands, where others keep their things, and where nobody can', async () => {
    const photos = (folder: string): void => {
      mkdirSync(join(folder, 'photos'))
      writeFileSync(join(folder, 'photos', 'a.jpg'), 'x')
    }
    expect(await refusal(['fit', 'model.yaml', '-o', 'shop.csv'])).toBe(
      "error Can't write the folder shop.csv: a file of that name is in the way.\n",
    )
    expect(await refusal(['fit', 'model.yaml', '-o', 'photos'], photos)).toBe(
      "error The folder photos isn't empty and isn't a fit: choose another one with -o, or empty it.\n",
    )
    expect(await refusal(['fit', 'model.yaml', '-o', '/proc/nowhere/fit'])).toMatch(
      /^error Can't write \/proc\/nowhere\/fit: .+\.\n$/,
    )
  })

  it('refuses a spec without data before anything is written', async () => {
    const spec = shopSpec.replace('file: shop.csv', 'file: ../elsewhere/none.csv')
    const message = await refusal(['fit', 'model.yaml'], (folder) => writeFileSync(join(folder, 'model.yaml'), spec))
    expect(message).toMatch(/^error Can't read .*elsewhere\/none\.csv: there is no such file or folder\.\n$/)
  })
})

describe('mixwright show, report and compare', () => {
  it.each([
    ['show', 'none'],
    ['report', 'none'],
    ['compare', 'none', 'none'],
  ])('%s refuses a fit that is not there', async (...argv) => {
    expect(await refusal(argv)).toBe('error There is no fit at none: mixwright fit <spec> writes one.\n')
  })

  it('refuse a folder that is no fit, a file, and a fit that is damaged', async () => {
    expect(await refusal(['show', 'fits'])).toBe("error The folder fits isn't a fit: it has no fit.json.\n")
    expect(await refusal(['show', 'shop.csv'])).toBe(
      'error shop.csv is a file; a fit is a folder that mixwright fit <spec> writes.\n',
    )
    const draws = (folder: string): void => writeFileSync(join(folder, 'fits', 'Shop', 'draws.parquet'), 'x')
    expect(await refusal(['report', 'fits/Shop'], draws)).toBe(
      'error fits/Shop/fit.json is damaged or was edited: fit the model again.\n',
    )
  })
})

describe('mixwright generate', () => {
  it('refuses to write over a file of somebody else', async () => {
    const mine = (folder: string): void => {
      mkdirSync(join(folder, 'retailer'))
      writeFileSync(join(folder, 'retailer', 'retailer.csv'), 'mine')
    }
    expect(await refusal(['generate', 'retailer'], mine)).toBe(
      'error FOLDER/retailer/retailer.csv exists and holds something else: choose another folder with -o, or remove it.\n',
    )
  })
})
