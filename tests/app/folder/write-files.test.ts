import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFiles } from '../../../src/app/folder/write-files.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const folder = temporaryFolder()

describe('writeFiles(folder, files, { existing })', () => {
  it('makes the folder and writes text and bytes', () => {
    const files = [
      { path: 'a.txt', content: 'text' },
      { path: 'sub/b.bin', content: Uint8Array.of(1, 2) },
    ]
    writeFiles(join(folder, 'new'), files, { existing: 'refuse' })
    writeFiles(join(folder, 'new'), files, { existing: 'refuse' })
    expect(readdirSync(join(folder, 'new'))).toEqual(['a.txt', 'sub'])
    expect([...readFileSync(join(folder, 'new', 'sub', 'b.bin'))]).toEqual([1, 2])
  })

  it('refuses to touch a file that holds something else', () => {
    writeFileSync(join(folder, 'mine.txt'), 'mine')
    const files = [
      { path: 'other.txt', content: 'x' },
      { path: 'mine.txt', content: 'x' },
    ]
    expect(() => writeFiles(folder, files, { existing: 'refuse' })).toThrow(
      `${join(folder, 'mine.txt')} exists and holds something else: choose another folder with -o, or remove it.`,
    )
    expect(readdirSync(folder)).not.toContain('other.txt')
  })

  it('writes nothing at all where one of the files cannot be written', () => {
    mkdirSync(join(folder, 'half', 'b.txt'), { recursive: true })
    const files = [
      { path: 'a.txt', content: 'x' },
      { path: 'b.txt', content: 'x' },
    ]
    expect(() => writeFiles(join(folder, 'half'), files, { existing: 'replace' })).toThrow(
      `Can't write ${join(folder, 'half', 'b.txt')}: it is a folder.`,
    )
    expect(readdirSync(join(folder, 'half'))).toEqual(['b.txt'])
  })

  it('takes absolute paths elsewhere too, and names the file that fails', () => {
    const elsewhere = join(folder, 'elsewhere', 'c.txt')
    writeFiles(join(folder, 'here'), [{ path: elsewhere, content: 'c' }], { existing: 'replace' })
    expect(readFileSync(elsewhere, 'utf8')).toBe('c')
    const files = [
      { path: 'a.txt', content: 'x' },
      { path: join(elsewhere, 'd.txt'), content: 'x' },
    ]
    expect(() => writeFiles(join(folder, 'here'), files, { existing: 'replace' })).toThrow(
      `Can't write ${join(elsewhere, 'd.txt')}: `,
    )
    expect(readdirSync(join(folder, 'here'))).toEqual([])
  })
})
