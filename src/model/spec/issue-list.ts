import type { InputIssue } from '../../check/errors.js'
import type { SpecPath } from './spec-path.js'
import { InputError } from '../../check/errors.js'
import { formatPath } from './spec-path.js'

/** A place in a spec file; both count from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Where keys and values of a spec stand in its file. */
export interface Positions {
  /** Place of the value at a path; of its nearest parent that the file has where it has none. */
  value(path: SpecPath): Position
  /** Place of the key itself. */
  key(path: SpecPath): Position
  /** Place of the value at a path as `formatPath` writes it; null where the file doesn't have it. */
  exact(text: string): Position | null
}

/** Everything found wrong with one spec file, in the order of the file. */
export interface IssueList {
  /** Adds `<file>:<line>:<column>: <sentence>`, placed at the value. */
  add(path: SpecPath, sentence: string): void
  /** The same, placed at the key. */
  addAtKey(path: SpecPath, sentence: string): void
  /** The same for a key that isn't known; what stands beside it is sound. */
  addUnknownKey(path: SpecPath, sentence: string): void
  /** Whether anything at or below a path has been found wrong, unknown keys of the very mapping at the path aside. */
  touches(path: SpecPath): boolean
  /** Throws one InputError with all issues, if there are any. */
  throwIfAny(): void
}

/** An empty list for a file; `file` is what messages call it. */
export function createIssueList(file: string, positions: Positions): IssueList {
  const found: { path: SpecPath; position: Position; issue: InputIssue; depth: number }[] = []
  const addAt = (path: SpecPath, position: Position, sentence: string, depth = path.length) => {
    const place = `${file}:${position.line}:${position.column}`
    const issue = { path: `${place} ${formatPath(path)}`.trim(), message: `${place}: ${sentence}` }
    found.push({ path, position, issue, depth })
  }
  return {
    add: (path, sentence) => addAt(path, positions.value(path), sentence),
    addAtKey: (path, sentence) => addAt(path, positions.key(path), sentence),
    addUnknownKey: (path, sentence) => addAt(path, positions.key(path), sentence, path.length - 2),
    touches: (path) =>
      found.some(({ path: at, depth }) => depth >= path.length && path.every((segment, i) => at[i] === segment)),
    throwIfAny: () => {
      if (found.length === 0) return
      found.sort((a, b) => a.position.line - b.position.line || a.position.column - b.position.column)
      throw new InputError(found.map((entry) => entry.issue))
    },
  }
}
