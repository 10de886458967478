import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/check/errors.js'
import { fileError } from '../../../src/app/folder/file-error.js'

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: something`), { code })
}

describe('fileError(error, path, doing)', () => {
  it.each([
    ['EACCES', 'you have no permission'],
    ['EROFS', 'the disk is read-only'],
    ['ENOSPC', 'the disk is full'],
    ['EWEIRD', 'the system says EWEIRD'],
  ])('puts %s in words', (code, words) => {
    const error = fileError(systemError(code), 'fits/shop', 'write')
    expect(error).toBeInstanceOf(InputError)
    expect((error as InputError).issues).toEqual([{ path: 'fits/shop', message: `Can't write fits/shop: ${words}.` }])
  })

  it('leaves every other error as it is', () => {
    const faults = [new TypeError('x'), Object.assign(new Error('y'), { code: 'ERR_INVALID_ARG_TYPE' }), 'text']
    for (const fault of faults) expect(fileError(fault, 'a', 'read')).toBe(fault)
  })
})
