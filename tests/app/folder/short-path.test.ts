import { join } from 'node:path'
import { expect, it } from 'vitest'
import { shortPath } from '../../../src/app/folder/short-path.js'

it('shortPath(io, path) is relative below the folder of the command, absolute elsewhere', () => {
  const cwd = join('/data', 'shop')
  expect(shortPath({ cwd }, join(cwd, 'fits', 'shop'))).toBe(join('fits', 'shop'))
  expect(shortPath({ cwd }, cwd)).toBe('.')
  expect(shortPath({ cwd }, join('/data', 'other'))).toBe(join('/data', 'other'))
})
