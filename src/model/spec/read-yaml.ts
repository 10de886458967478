import type { Alias, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import type { Position, Positions } from './issue-list.js'
import type { SpecPath } from './spec-path.js'
import { isAlias, isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import { InputError } from '../../check/errors.js'
import { formatPath } from './spec-path.js'

/** YAML as plain data (objects without a prototype) and the place of every value in the file. */
export interface YamlFile {
  readonly value: unknown
  readonly positions: Positions
}

const maxCharacters = 250_000
const maxValues = 50_000
const maxDepth = 32
/** One slip often makes many syntax errors; the first few say enough. */
const maxErrors = 3
const tooDeep = `a spec must be nested at most ${maxDepth} deep; this one is deeper.`

/**
 * Reads one YAML 1.2 document (core schema) into plain data, with the place of every key and value.
 *
 * Refused, each with one sentence: a file above 250,000 characters, custom tags, duplicate keys, more than one document,
 * aliases that point at themselves or make more than 50,000 values, nesting deeper than 32. Keys are texts, as written.
 *
 * @param file name of the file as messages print it.
 * @throws InputError with the first three syntax errors, or the first refusal.
 */
export function readYaml(text: string, file: string): YamlFile {
  if (text.length > maxCharacters) {
    throw new InputError(`${file}: a spec must have at most ${maxCharacters} characters, not ${text.length}.`)
  }
  const lines = new LineCounter()
  const document = parse(text, lines, file)
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const errors = document.errors.slice(0, maxErrors)
  if (errors.length > 0) {
    throw new InputError(errors.map((error) => syntaxIssue(file, positionAt(error.pos[0]), error.code, error.message)))
  }
  if (document.directives?.yaml.explicit && document.directives.yaml.version !== '1.2') {
    throw new InputError(`${file}:1:1: a spec must be YAML 1.2, not ${document.directives.yaml.version}.`)
  }
  const walk: Walk = {
    file,
    positionAt,
    values: new Map(),
    keys: new Map(),
    anchors: new Map(),
    open: new Set(),
    count: 0,
  }
  const value = visit(walk, document.contents, [])
  return { value, positions: positionsOf(walk) }
}

/** Where nesting exhausts the stack depends on the machine, so that refusal names no place. */
function parse(text: string, lineCounter: LineCounter, file: string) {
  const refusal = new InputError(`${file}: ${tooDeep}`)
  try {
    const document = parseDocument(text, { lineCounter, uniqueKeys: false, prettyErrors: false, logLevel: 'error' })
    if (!document.errors.some((error) => error.code === 'RESOURCE_EXHAUSTION')) return document
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  throw refusal
}

type Node = Scalar | YAMLMap | YAMLSeq

/** What the walk over the syntax tree must count and remember. */
interface Walk {
  readonly file: string
  readonly positionAt: (offset: number) => Position
  readonly values: Map<string, Position>
  readonly keys: Map<string, Position>
  readonly anchors: Map<string, Node>
  /** Collections whose inside is being read. */
  readonly open: Set<Node>
  count: number
}

function positionsOf({ values, keys }: Walk): Positions {
  const nearest = (preferred: Map<string, Position>, path: SpecPath): Position => {
    const exact = preferred.get(formatPath(path))
    if (exact) return exact
    for (let length = path.length; length > 0; length--) {
      const text = formatPath(path.slice(0, length))
      const position = keys.get(text) ?? values.get(text)
      if (position) return position
    }
    return { line: 1, column: 1 }
  }
  return {
    value: (path) => nearest(values, path),
    key: (path) => nearest(keys, path),
    exact: (text) => values.get(text) ?? null,
  }
}

function visit(walk: Walk, node: unknown, path: SpecPath): unknown {
  if (node === null || node === undefined) return null
  if (isAlias(node)) return visitAlias(walk, node, path)
  const known = node as Node
  const offset = known.range?.[0] ?? 0
  if (!walk.values.has(formatPath(path))) walk.values.set(formatPath(path), walk.positionAt(offset))
  walk.count += 1
  if (walk.count > maxValues) {
    throw refusal(
      walk,
      offset,
      `a spec must have at most ${maxValues} values, aliases (*) written out; this one has more.`,
    )
  }
  if (path.length > maxDepth) throw refusal(walk, offset, tooDeep)
  if (known.tag && !plainTags.has(known.tag)) {
    throw refusal(walk, offset, `a spec must have no tags; found \`${known.tag.replace('tag:yaml.org,2002:', '!!')}\`.`)
  }
  if (known.anchor) walk.anchors.set(known.anchor, known)
  if (isScalar(known)) return known.value
  walk.open.add(known)
  const value = isMap(known)
    ? visitMap(walk, known, path)
    : known.items.map((item, i) => visit(walk, item, [...path, i]))
  walk.open.delete(known)
  return value
}

function visitAlias(walk: Walk, { source, range }: Alias, path: SpecPath): unknown {
  const offset = range?.[0] ?? 0
  const target = walk.anchors.get(source)
  if (!target) {
    throw refusal(walk, offset, `the alias \`*${source}\` must name an anchor above it; there is no \`&${source}\`.`)
  }
  if (walk.open.has(target)) {
    throw refusal(walk, offset, `the alias \`*${source}\` must not stand inside its own anchor.`)
  }
  walk.values.set(formatPath(path), walk.positionAt(offset))
  return visit(walk, target, path)
}

function visitMap(walk: Walk, map: YAMLMap, path: SpecPath): Record<string, unknown> {
  const result = Object.create(null) as Record<string, unknown>
  for (const pair of map.items) {
    const offset = (pair.key as Node | null)?.range?.[0] ?? 0
    if (!isScalar(pair.key)) throw refusal(walk, offset, 'a key must be a text, not a list, a mapping or an alias.')
    // Keys keep their spelling: `2024` and `no` are names, not a number and a truth value.
    const name = typeof pair.key.value === 'string' ? pair.key.value : (pair.key.source ?? '')
    const text = formatPath([...path, name])
    if (name === '__proto__') throw refusal(walk, offset, "`__proto__` can't be a key or a name; choose another.")
    if (Object.hasOwn(result, name)) {
      const first = walk.keys.get(text)
      throw refusal(walk, offset, `\`${text}\` must be given once; line ${first?.line} has it already.`)
    }
    if (!walk.keys.has(text)) walk.keys.set(text, walk.positionAt(offset))
    result[name] = visit(walk, pair.value, [...path, name])
  }
  return result
}

function refusal(walk: Walk, offset: number, sentence: string): InputError {
  const { line, column } = walk.positionAt(offset)
  const place = `${walk.file}:${line}:${column}`
  return new InputError([{ path: place, message: `${place}: ${sentence}` }])
}

const plainTags = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
)

const syntaxSentences: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'a spec must be one YAML document; found a second one after `---`.',
  MISSING_CHAR: 'a quote or bracket must be closed; this one is not.',
  TAB_AS_INDENT: 'YAML must be indented with spaces; found a tab.',
  BLOCK_AS_IMPLICIT_KEY: 'found a second `:` in one line; put a text that contains `: ` in quotes.',
}

function syntaxIssue(file: string, { line, column }: Position, code: string, message: string) {
  const place = `${file}:${line}:${column}`
  const sentence =
    syntaxSentences[code] ?? `the YAML can't be read here: ${message.split('\n')[0].slice(0, 120).replace(/\.?$/, '.')}`
  return { path: place, message: `${place}: ${sentence}` }
}
