import { describe, expect, it } from 'vitest'
import { readYaml } from '../../../src/model/spec/read-yaml.js'
import { base, edit, messageOf } from '../../support/spec-text.js'

describe('readYaml', () => {
  it('keeps dates and words such as yes and no as texts, and keys as they are written', () => {
    const { value } = readYaml('2024: 2024-03-04\nno: yes\n1.50: [on, 007]\n', 'a.yaml')
    expect(JSON.stringify(value)).toBe('{"2024":"2024-03-04","no":"yes","1.50":["on",7]}')
  })

  it('makes objects without a prototype, so that no name reaches one', () => {
    const { value } = readYaml('constructor: 1\ntoString: 2\n', 'a.yaml')
    expect(Object.getPrototypeOf(value)).toBeNull()
    expect(Object.keys(value as object)).toEqual(['constructor', 'toString'])
  })

  it('writes aliases out, and places them where they stand', () => {
    const { value, positions } = readYaml('a: &x { b: 1 }\nc: *x\n', 'a.yaml')
    expect(JSON.stringify(value)).toBe('{"a":{"b":1},"c":{"b":1}}')
    expect(positions.exact('c')).toEqual({ line: 2, column: 4 })
    expect(positions.exact('a.b')).toEqual({ line: 1, column: 12 })
  })

  it('places a path that the file does not have at its nearest parent', () => {
    const { positions } = readYaml('a:\n  b: 1\n', 'a.yaml')
    expect(positions.value(['a', 'x', 'y'])).toEqual({ line: 1, column: 1 })
    expect(positions.key(['a', 'b'])).toEqual({ line: 2, column: 3 })
    expect(positions.exact('a.x')).toBeNull()
  })

  it('reads an empty file and a byte-order mark', () => {
    expect(readYaml('', 'a.yaml').value).toBeNull()
    expect(JSON.stringify(readYaml('\ufeffa: 1', 'a.yaml').value)).toBe('{"a":1}')
  })

  it('names at most three syntax errors', () => {
    expect(messageOf('"'.repeat(50)).split('\n')).toHaveLength(3)
  })
})

/** What is wrong, the file, and the exact message. */
const broken: readonly (readonly [string, string, string])[] = [
  [
    'one name twice in a section',
    edit('tv:', 'search:'),
    'shop.yaml:6:3: `channels.search` must be given once; line 5 has it already.',
  ],
  [
    'a name that breaks objects',
    edit('tv:', '__proto__:'),
    "shop.yaml:5:3: `__proto__` can't be a key or a name; choose another.",
  ],
  ['a tab', 'mixwright: 1\n\tname: x', 'shop.yaml:2:1: YAML must be indented with spaces; found a tab.'],
  [
    'a second colon',
    'mixwright: 1\nname: a: b',
    'shop.yaml:2:7: found a second `:` in one line; put a text that contains `: ` in quotes.',
  ],
  ['an open quote', 'mixwright: 1\nname: "x', 'shop.yaml:2:9: a quote or bracket must be closed; this one is not.'],
  [
    'two documents',
    base + '---\nname: x\n',
    'shop.yaml:7:1: a spec must be one YAML document; found a second one after `---`.',
  ],
  [
    'a function in a tag',
    base + 'name: !!js/function "x"\n',
    'shop.yaml:7:21: a spec must have no tags; found `!!js/function`.',
  ],
  ['a custom tag', base + 'name: !secret x\n', 'shop.yaml:7:15: a spec must have no tags; found `!secret`.'],
  [
    'a key given twice',
    base + 'name: a\nname: b\n',
    'shop.yaml:8:1: `name` must be given once; line 7 has it already.',
  ],
  [
    'an alias without an anchor',
    base + 'name: *x\n',
    'shop.yaml:7:7: the alias `*x` must name an anchor above it; there is no `&x`.',
  ],
  [
    'an alias inside its anchor',
    base + 'groups: &g { a: *g }\n',
    'shop.yaml:7:17: the alias `*g` must not stand inside its own anchor.',
  ],
  ['a list as a key', base + '? [a]\n: 1\n', 'shop.yaml:7:3: a key must be a text, not a list, a mapping or an alias.'],
  ['another version of YAML', '%YAML 1.1\n---\n' + base, 'shop.yaml:1:1: a spec must be YAML 1.2, not 1.1.'],
  [
    'nesting without end',
    'a: ' + '['.repeat(2000),
    'shop.yaml: a spec must be nested at most 32 deep; this one is deeper.',
  ],
  [
    'nested mappings without end',
    'a: ' + '{a: '.repeat(40) + '1' + '}'.repeat(40),
    'shop.yaml:1:132: a spec must be nested at most 32 deep; this one is deeper.',
  ],
  [
    'a bomb of aliases',
    'a: &a ["x","x","x","x","x","x","x","x","x","x"]\n' +
      'bcdefgh'
        .split('')
        .map(
          (c, i) =>
            `${c}: &${c} [${Array(10)
              .fill('*' + 'abcdefgh'[i])
              .join(',')}]`,
        )
        .join('\n'),
    'shop.yaml:1:40: a spec must have at most 50000 values, aliases (*) written out; this one has more.',
  ],
  [
    'a file that is too large',
    'x'.repeat(250001),
    'shop.yaml: a spec must have at most 250000 characters, not 250001.',
  ],
]

describe('parseSpec refuses', () => {
  it.each(broken)('%s', (_, text, message) => {
    expect(messageOf(text)).toBe(message)
  })
})
