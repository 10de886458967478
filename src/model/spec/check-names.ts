import type { IssueList } from './issue-list.js'
import type { SpecPath } from './spec-path.js'
import { formatPath } from './spec-path.js'

const longestName = 64

/** Words that tables and plans use for their own columns and parts. */
const reserved = new Set(['baseline', 'fitted', 'observed', 'predictive', 'period'])

/** One name of a spec and where it stands: a key, or a value for events. */
export interface NamePlace {
  readonly name: string
  readonly path: SpecPath
}

/**
 * Reports names that are empty, too long, unprintable or reserved, and names given twice across channels, organic channels,
 * treatments, controls and events, which tables list side by side.
 */
export function checkNames(places: readonly NamePlace[], issues: IssueList): void {
  const first = new Map<string, SpecPath>()
  for (const { name, path } of places) {
    const fault = nameFault(name)
    const text = formatPath(path)
    if (fault) issues.addAtKey(path, `${name === '' ? 'a name' : `the name \`${printable(name)}\``} must ${fault}.`)
    else if (reserved.has(name))
      issues.addAtKey(path, `\`${text}\` must have another name; tables use \`${name}\` themselves.`)
    const same = first.get(name.normalize('NFC'))
    if (same) issues.addAtKey(path, `\`${text}\` must have a name of its own; \`${formatPath(same)}\` has it already.`)
    else first.set(name.normalize('NFC'), path)
  }
}

/** What a name must be but isn't, as the words after "must", or null. */
export function nameFault(name: string): string | null {
  if (name === '') return 'not be empty'
  if (Array.from(name).length > longestName)
    return `have at most ${longestName} characters, not ${Array.from(name).length}`
  if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]/u.test(name)) {
    return 'be printable text, without control characters'
  }
  if (name.trim() !== name) return 'not begin or end with a blank'
  return null
}

function printable(name: string): string {
  const shown = Array.from(name).slice(0, longestName).join('')
  return JSON.stringify(shown).slice(1, -1) + (shown.length < name.length ? '…' : '')
}
