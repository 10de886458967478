import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeFolders } from '../../../src/app/folder/make-folders.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const root = temporaryFolder()

describe('makeFolders(path)', () => {
  it('makes what is missing and says which folder was the first', () => {
    expect(makeFolders(join(root, 'a', 'b', 'c'))).toBe(join(root, 'a'))
    expect(existsSync(join(root, 'a', 'b', 'c'))).toBe(true)
    expect(makeFolders(join(root, 'a', 'b', 'd'))).toBe(join(root, 'a', 'b', 'd'))
  })

  it('makes nothing where everything is there', () => {
    expect(makeFolders(root)).toBeNull()
  })

  it('fails below a file, and where nothing can be made, instead of trying for ever', () => {
    writeFileSync(join(root, 'file'), '')
    expect(() => makeFolders(join(root, 'file', 'x'))).toThrow('ENOTDIR')
    expect(() => makeFolders('/proc/nowhere/x')).toThrow()
  })
})
