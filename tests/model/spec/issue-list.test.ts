import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/check/errors.js'
import { createIssueList } from '../../../src/model/spec/issue-list.js'
import { readYaml } from '../../../src/model/spec/read-yaml.js'

const listFor = (text: string) => createIssueList('a.yaml', readYaml(text, 'a.yaml').positions)

describe('createIssueList', () => {
  it('throws nothing where nothing was found', () => {
    expect(() => listFor('a: 1').throwIfAny()).not.toThrow()
  })

  it('carries all issues in the order of the file, each with its place and path', () => {
    const list = listFor('a: 1\nb:\n  c: 2\n')
    list.add(['b', 'c'], '`b.c` must be 1, not 2.')
    list.addAtKey(['a'], '`a` must not be given.')
    let thrown: unknown
    try {
      list.throwIfAny()
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(InputError)
    expect((thrown as InputError).issues).toEqual([
      { path: 'a.yaml:1:1 a', message: 'a.yaml:1:1: `a` must not be given.' },
      { path: 'a.yaml:3:6 b.c', message: 'a.yaml:3:6: `b.c` must be 1, not 2.' },
    ])
  })

  it('holds a mapping with an unknown key for sound, but not one around a fault', () => {
    const list = listFor('a: { b: { c: 1 } }')
    list.addUnknownKey(['a', 'b', 'c'], 'unknown')
    expect([list.touches(['a', 'b']), list.touches(['a'])]).toEqual([false, true])
    list.add(['a', 'b'], 'wrong')
    expect([list.touches(['a', 'b']), list.touches(['x'])]).toEqual([true, false])
  })
})
