import type * as z from 'zod'
import type { IssueList } from './issue-list.js'
import type { SpecPath } from './spec-path.js'
import { didYouMean } from '../../check/nearest-name.js'
import { formatPath } from './spec-path.js'

/** Adds a sentence for every key, type or value of `input` that its schema doesn't allow. */
export function checkStructure(schema: z.ZodType, input: unknown, issues: IssueList): void {
  const result = schema.safeParse(input, { error: keysOfSchema })
  if (result.success) return
  const explained = new Set<string>()
  for (const issue of result.error.issues) {
    // zod goes on to check the length of what isn't a text: one sentence a place is enough.
    const place = issue.code === 'unrecognized_keys' ? '' : formatPath(issue.path as SpecPath)
    if (place === '' || !explained.has(place)) explain(issue, [], input, issues)
    explained.add(place)
  }
}

/** How a message calls a value: 2, `tv`, nothing, a list of 3, a mapping. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (typeof value === 'string') return value === '' ? 'an empty text' : `\`${shorten(value)}\``
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'a mapping'
}

/** Words as a sentence lists them: `a`, `a or b`, `a, b or c`. */
export function listWords(words: readonly string[], conjunction: 'and' | 'or'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words[words.length - 1]}`
}

type Issue = z.core.$ZodIssue

/** The keys that a strict mapping has, in place of zod's message: its issues don't carry them. */
function keysOfSchema(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'unrecognized_keys') return undefined
  const schema = issue.inst as z.ZodObject | undefined
  return schema && Object.keys(schema.shape).join(' ')
}

function explain(issue: Issue, base: SpecPath, root: unknown, issues: IssueList): void {
  const path = [...base, ...(issue.path as (string | number)[])]
  const value = valueAt(root, path)
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) issues.addUnknownKey([...path, key], unknownKey(path, key, issue.message.split(' ')))
  } else if (value === undefined && path.length > 0) {
    const owner = path.length === 1 ? 'the spec' : `\`${formatPath(path.slice(0, -1))}\``
    issues.addAtKey(path, `${owner} must have the key \`${path[path.length - 1]}\`; it is missing.`)
  } else if (issue.code === 'invalid_union') {
    explainUnion(issue.errors, path, { value, root }, issues)
  } else {
    const must = requirement(issue)
    const words = issue.code === 'invalid_value' && typeof value === 'string' ? issue.values.map(String) : []
    const hint = didYouMean(String(value), words)
    issues.add(path, `${subject(path)} must be ${must}, not ${describeValue(value)}.${hint}`)
  }
}

/** Explains the form that the value's type points at; where no form has its type, names all forms. */
function explainUnion(
  forms: readonly (readonly Issue[])[],
  path: SpecPath,
  { value, root }: { value: unknown; root: unknown },
  issues: IssueList,
): void {
  const meant = forms.find((form) => !form.some((issue) => issue.path.length === 0 && isOtherType(issue, value)))
  if (meant && !meant.some((issue) => issue.path.length === 0 && issue.code === 'invalid_value')) {
    for (const issue of meant) explain(issue, path, root, issues)
    return
  }
  const atRoot = forms
    .map((form) => form.find((issue) => issue.path.length === 0))
    .filter((issue) => issue !== undefined)
  const words = atRoot.flatMap((issue) => (issue.code === 'invalid_value' ? issue.values.map(String) : []))
  const expected = [...words, ...atRoot.filter((issue) => issue.code !== 'invalid_value').map(requirement)]
  const hint = typeof value === 'string' ? didYouMean(value, words) : ''
  issues.add(path, `${subject(path)} must be ${listWords(expected, 'or')}, not ${describeValue(value)}.${hint}`)
}

function isOtherType(issue: Issue, value: unknown): boolean {
  if (issue.code === 'invalid_type') return true
  return issue.code === 'invalid_value' && !issue.values.some((allowed) => typeof allowed === typeof value)
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a mapping of keys',
  record: 'a mapping of names',
  array: 'a list',
  tuple: 'a list of two whole numbers',
}

/** What must hold, as the words after "must be". */
function requirement(issue: Issue): string {
  if (issue.code === 'invalid_type') return typeNames[issue.expected] ?? `a ${issue.expected}`
  if (issue.code === 'invalid_value') return listWords(issue.values.map(String), 'or')
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return issue.message
  const small = issue.code === 'too_small'
  const bound = Number(small ? issue.minimum : issue.maximum)
  if (issue.origin === 'string') return small ? 'a text that is not empty' : `a text of at most ${bound} characters`
  if (issue.origin === 'array') return small && bound === 1 ? 'a list with at least one entry' : typeNames.tuple
  if (small) return `${issue.inclusive ? 'at least' : 'above'} ${bound}`
  return `${issue.inclusive ? 'at most' : 'below'} ${bound}`
}

/** Sentence for a key that a mapping doesn't have. */
function unknownKey(path: SpecPath, key: string, keys: readonly string[]): string {
  const owner = path.length === 0 ? 'a spec' : `\`${formatPath(path)}\``
  const hint =
    didYouMean(key, keys) || ` Its ${keys.length > 1 ? 'keys are' : 'only key is'} ${listWords(keys, 'and')}.`
  return `${owner} must not have the key \`${shorten(key)}\`.${hint}`
}

function subject(path: SpecPath): string {
  return path.length === 0 ? 'a spec' : `\`${formatPath(path)}\``
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

function valueAt(root: unknown, path: SpecPath): unknown {
  let value = root
  for (const segment of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined
    value = (value as Record<string | number, unknown>)[segment]
  }
  return value
}
