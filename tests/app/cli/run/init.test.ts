import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CommandIo } from '../../../../src/app/cli/command-io.js'
import { runInit } from '../../../../src/app/cli/run/init.js'
import { starterFiles } from '../../../../src/app/cli/init/starter-files.js'
import { parseSpec } from '../../../../src/model/spec/parse-spec.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

const root = temporaryFolder()
let printed = ''
let count = 0
let cwd = root

const io = (): CommandIo => {
  const stdout = { write: (text: string) => void (printed += text), terminal: false, columns: 100 }
  return { stdout, stderr: stdout, cwd, now: () => 0, signal: new AbortController().signal }
}

beforeEach(() => {
  printed = ''
  cwd = join(root, String((count += 1)))
  mkdirSync(join(cwd, 'data'), { recursive: true })
  const rows = [1, 2, 3, 4, 5, 6].map((i) => `2024-01-0${i},${i * i},${(5 * i) % 7}`)
  writeFileSync(join(cwd, 'data', 'my sales.csv'), `date,revenue,tv_spend\n${rows.join('\n')}\n`)
})

describe('mixwright init', () => {
  it('writes the starter and names the next step', async () => {
    expect(await runInit(io(), { dir: 'demo' })).toBe(0)
    expect(printed).toBe('demo/model.yaml\ndemo/data.csv\n\nNext: mixwright fit demo/model.yaml\n')
    expect(readFileSync(join(cwd, 'demo', 'data.csv'), 'utf8')).toBe(starterFiles().get('data.csv'))
  })

  it('may be run again, and leaves files that hold something else untouched', async () => {
    await runInit(io(), { dir: '.' })
    expect(await runInit(io(), { dir: '.' })).toBe(0)
    writeFileSync(join(cwd, 'model.yaml'), 'mine')
    await expect(runInit(io(), { dir: '.' })).rejects.toThrow(
      'model.yaml must not exist yet, and holds something else; give another folder.',
    )
    expect(readFileSync(join(cwd, 'model.yaml'), 'utf8')).toBe('mine')
    expect(readdirSync(cwd).sort()).toEqual(['data', 'data.csv', 'model.yaml'])
  })

  it('guesses a spec from a table, named for it, with the way from spec to table', async () => {
    expect(await runInit(io(), { dir: 'models', from: 'data/my sales.csv' })).toBe(0)
    const text = readFileSync(join(cwd, 'models', 'my sales.yaml'), 'utf8')
    expect(parseSpec(text, { file: 'my sales.yaml' }).data).toEqual({
      file: '../data/my sales.csv',
      date: 'date',
      period: 'day',
      weekStarts: null,
      sheet: null,
      long: null,
      aggregate: null,
    })
    expect(printed).toBe(
      [
        'models/my sales.yaml',
        '',
        'dates: column date, daily, 6 rows.',
        'outcome: column revenue, as revenue.',
        'tv: spend tv_spend, medium television.',
        '',
        'Next: read it through, then mixwright check "models/my sales.yaml"',
        '',
      ].join('\n'),
    )
  })

  it('writes nothing where the table can’t be read or guessed from', async () => {
    await expect(runInit(io(), { dir: 'models', from: 'data/none.csv' })).rejects.toThrow('none.csv')
    writeFileSync(join(cwd, 'data', 'bad.csv'), 'a,b\n1,2\n')
    await expect(runInit(io(), { dir: 'models', from: 'data/bad.csv' })).rejects.toThrow(
      'bad.csv must have a column of dates',
    )
    expect(existsSync(join(cwd, 'models'))).toBe(false)
  })
})
