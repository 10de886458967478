import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openOutputFolder } from '../../../src/app/folder/output-folder.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const root = temporaryFolder()
const fitText = '{"format": "mixwright.fit/1",\n"rest": 1}'

function folderWith(name: string, files: Readonly<Record<string, string>>): string {
  const path = join(root, name)
  mkdirSync(path, { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text)
  return path
}

describe('openOutputFolder(path)', () => {
  it('shows nothing at the path before commit, and everything after it', () => {
    const path = join(root, 'new', 'deep', 'fit')
    const output = openOutputFolder(path)
    output.write('fit.json', fitText)
    expect(existsSync(path)).toBe(false)
    output.commit()
    expect(readdirSync(path)).toEqual(['fit.json'])
    expect(readdirSync(join(root, 'new', 'deep'))).toEqual(['fit'])
  })

  it('leaves nothing behind after discard, folders made for it included', () => {
    const output = openOutputFolder(join(root, 'gone', 'deep', 'fit'))
    output.write('fit.json', fitText)
    output.discard()
    expect(existsSync(join(root, 'gone'))).toBe(false)
  })

  it('replaces a fit as a whole, and only at commit', () => {
    const path = folderWith('old', { 'fit.json': fitText, 'report.html': 'old' })
    const output = openOutputFolder(path)
    output.write('fit.json', `${fitText}\n`)
    expect(readFileSync(join(path, 'report.html'), 'utf8')).toBe('old')
    output.commit()
    output.discard()
    expect(readdirSync(path)).toEqual(['fit.json'])
  })

  it('replaces what a link points to, and keeps the link', () => {
    const target = folderWith('target', { 'fit.json': fitText })
    const link = join(root, 'link')
    symlinkSync(target, link)
    const output = openOutputFolder(link)
    output.write('fit.json', 'new')
    output.commit()
    expect(readFileSync(join(target, 'fit.json'), 'utf8')).toBe('new')
    expect(readFileSync(join(link, 'fit.json'), 'utf8')).toBe('new')
  })

  it('refuses a folder with anything else in it, and leaves it alone', () => {
    const path = folderWith('photos', { 'a.jpg': 'x' })
    const message = `The folder ${path} isn't empty and isn't a fit: choose another one with -o, or empty it.`
    expect(() => openOutputFolder(path)).toThrow(message)
    expect(readdirSync(path)).toEqual(['a.jpg'])
  })

  it("refuses a folder whose fit.json isn't a fit of ours", () => {
    const path = folderWith('gym', { 'fit.json': '{"pushups": 20}' })
    expect(() => openOutputFolder(path)).toThrow("isn't empty and isn't a fit")
  })

  it('refuses what has filled up while it was writing', () => {
    const path = join(root, 'busy')
    const output = openOutputFolder(path)
    folderWith('busy', { 'a.jpg': 'x' })
    expect(() => output.commit()).toThrow("isn't empty and isn't a fit")
    output.discard()
    expect(readdirSync(path)).toEqual(['a.jpg'])
  })

  it('names a file that is in the way', () => {
    writeFileSync(join(root, 'file'), 'x')
    expect(() => openOutputFolder(join(root, 'file'))).toThrow(
      `Can't write the folder ${join(root, 'file')}: a file of that name is in the way.`,
    )
    expect(() => openOutputFolder(join(root, 'file', 'fit'))).toThrow(
      `Can't write ${join(root, 'file', 'fit')}: a part of the path is a file, not a folder.`,
    )
  })

  it('says when nothing can be written there', () => {
    expect(() => openOutputFolder('/proc/nowhere/fit')).toThrow(/^Can't write \/proc\/nowhere\/fit: /)
  })
})
