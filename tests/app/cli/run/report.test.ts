import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import readExcelFile from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../../../support/run-cli.js'
import { smallCsv, smallSpec } from '../../../support/small-market.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

const folder = temporaryFolder()
const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

beforeAll(async () => {
  writeFileSync(join(folder, 'shop.yaml'), smallSpec)
  writeFileSync(join(folder, 'shop.csv'), smallCsv)
  expect((await runCli(['fit', 'shop.yaml', '--workers', '1'], { cwd: folder })).code).toBe(0)
})

describe('mixwright report', () => {
  it('writes the report of the fit again, the same but for the time it took, and names it', async () => {
    const before = hashOf(join(folder, 'fits', 'shop', 'report.html'))
    rmSync(join(folder, 'fits', 'shop', 'report.html'))
    const { code, stdout, stderr } = await runCli(['report', 'fits/shop'], { cwd: folder })
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: 'fits/shop/report.html\n', stderr: '' })
    expect(hashOf(join(folder, 'fits', 'shop', 'report.html'))).toBe(before)
  })

  it('writes where -o says, making folders, over an earlier report', async () => {
    const run = () => runCli(['report', 'fits/shop', '-o', 'out/deep/shop.html'], { cwd: folder })
    await run()
    const { code, stdout } = await run()
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'out/deep/shop.html\n' })
    expect(readdirSync(join(folder, 'out', 'deep'))).toEqual(['shop.html'])
  })

  it('writes every chart as a picture with --png', async () => {
    const { code, stdout } = await runCli(['report', 'fits/shop', '-o', 'shop.html', '--png', 'charts'], {
      cwd: folder,
    })
    expect(code).toBe(0)
    const names = readdirSync(join(folder, 'charts')).sort()
    expect(names.length).toBeGreaterThan(8)
    expect(stdout.trimEnd().split('\n').sort()).toEqual(['shop.html', ...names.map((name) => `charts/${name}`)].sort())
    for (const name of names) {
      const bytes = readFileSync(join(folder, 'charts', name))
      expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
      expect(bytes.length).toBeGreaterThan(5000)
    }
  })

  it('refuses a folder in place of the report, and leaves no half report', async () => {
    mkdirSync(join(folder, 'taken.html'))
    const { code, stderr } = await runCli(['report', 'fits/shop', '-o', 'taken.html'], { cwd: folder })
    expect(code).toBe(1)
    expect(stderr).toBe(`error Can't write ${join(folder, 'taken.html')}: it is a folder.\n`)
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
  })

  it('writes the workbook beside the report with --xlsx, the same bytes every time, or where it is told', async () => {
    const { code, stdout } = await runCli(['report', 'fits/shop', '-o', 'books/shop.html', '--xlsx'], { cwd: folder })
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'books/shop.html\nbooks/report.xlsx\n' })
    const args = ['report', 'fits/shop', '-o', 'books/shop.html', '--xlsx', 'sheets/shop.xlsx']
    expect((await runCli(args, { cwd: folder })).stdout).toBe('books/shop.html\nsheets/shop.xlsx\n')
    expect(hashOf(join(folder, 'sheets', 'shop.xlsx'))).toBe(hashOf(join(folder, 'books', 'report.xlsx')))
    const sheets = await readExcelFile(readFileSync(join(folder, 'sheets', 'shop.xlsx')))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(expect.arrayContaining(['Definitions', 'Returns', 'Checks']))
    const summary = JSON.parse(readFileSync(join(folder, 'fits', 'shop', 'summary.json'), 'utf8'))
    const returns = sheets.find(({ sheet }) => sheet === 'Returns')!.data
    const place = returns[2].indexOf('ROAS')
    expect(returns.find(([name]) => name === 'tv')![place]).toBe(summary.channels[0].roas.mean)
  })

  it('writes neither report nor workbook where one of them can’t be written', async () => {
    mkdirSync(join(folder, 'taken.xlsx'))
    const { code, stderr } = await runCli(['report', 'fits/shop', '-o', 'none.html', '--xlsx', 'taken.xlsx'], {
      cwd: folder,
    })
    expect(code).toBe(1)
    expect(stderr).toBe(`error Can't write ${join(folder, 'taken.xlsx')}: it is a folder.\n`)
    expect(readdirSync(folder).filter((name) => name.includes('partial') || name === 'none.html')).toEqual([])
  })

  it.each([
    [['--xlsx', 'shop.csv'], '--xlsx writes an Excel workbook: its name must end in .xlsx, not be shop.csv.\n'],
    [
      ['-o', 'report.xlsx', '--xlsx'],
      "The report and the workbook can't both be report.xlsx: name one of them differently.\n",
    ],
  ])('refuses %j in one sentence', async (more, message) => {
    const { code, stderr } = await runCli(['report', 'fits/shop', ...more], { cwd: folder })
    expect({ code, stderr }).toEqual({ code: 2, stderr: message })
  })
})
