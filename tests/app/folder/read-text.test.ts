import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/check/errors.js'
import { readText } from '../../../src/app/folder/read-text.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const folder = temporaryFolder()
const read = (name: string, maxBytes = 100): Promise<string> => readText(join(folder, name), { what: 'spec', maxBytes })

describe('readText(path, { what, maxBytes })', () => {
  it('returns the text, its byte-order mark kept for the reader of the format', async () => {
    writeFileSync(join(folder, 'a.yaml'), '\ufeffname: Zürich\n')
    expect(await read('a.yaml')).toBe('\ufeffname: Zürich\n')
  })

  it.each([
    ['a file that is missing', 'none.yaml', "Can't read FOLDER/none.yaml: there is no such file or folder."],
    ['a folder in place of a file', 'sub', "Can't read FOLDER/sub: it is a folder, not a file."],
    [
      'a path through a file',
      'a.yaml/b.yaml',
      "Can't read FOLDER/a.yaml/b.yaml: a part of the path is a file, not a folder.",
    ],
    ['a link in a circle', 'circle', "Can't read FOLDER/circle: its links lead in a circle."],
    ['an empty file', 'empty.yaml', 'The spec FOLDER/empty.yaml is empty.'],
    [
      'a spreadsheet',
      'book.xlsx',
      "The spec FOLDER/book.xlsx isn't UTF-8 text but a spreadsheet or zip file: save it as CSV.",
    ],
    ['UTF-16', 'wide.csv', "The spec FOLDER/wide.csv isn't UTF-8 text but UTF-16: save it as CSV in UTF-8."],
    ['Latin-1', 'latin.csv', "The spec FOLDER/latin.csv isn't UTF-8 text: save it as CSV in UTF-8."],
    ['a file that is too large', 'large.csv', 'The spec FOLDER/large.csv has 0.2 MB; at most 0.1 MB can be read.'],
  ])('names %s in one sentence', async (_, name, message) => {
    mkdirSync(join(folder, 'sub'), { recursive: true })
    writeFileSync(join(folder, 'a.yaml'), 'a')
    writeFileSync(join(folder, 'empty.yaml'), '')
    writeFileSync(join(folder, 'book.xlsx'), Buffer.from([0x50, 0x4b, 3, 4, 0xff]))
    writeFileSync(join(folder, 'wide.csv'), Buffer.from([0xff, 0xfe, 0x61, 0]))
    writeFileSync(join(folder, 'latin.csv'), Buffer.from('Zürich', 'latin1'))
    writeFileSync(join(folder, 'large.csv'), 'x'.repeat(101_000))
    if (name === 'circle') symlinkSync('circle', join(folder, 'circle'))
    const error = await read(name).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(InputError)
    expect((error as Error).message).toBe(message.replaceAll('FOLDER', folder))
  })
})
