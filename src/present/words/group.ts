import type { GroupSummary, Summary } from '../../decision/results.js'
import { flagText } from './flag.js'

/** What the figures of a group leave out or include, in words; empty where there is nothing to say. */
export function groupFlagText({ flags }: Pick<GroupSummary, 'flags'>): string {
  return flags
    .filter((flag) => !ofTheWhole.has(flag))
    .map(flagText)
    .join('; ')
}

/** Which channels the groups are, one sentence under a table; none without groups. */
export function groupNotes({ groups }: Pick<Summary, 'groups'>): string[] {
  if (groups.length === 0) return []
  const each = groups.map(({ name, channels }) => `${name} is ${channels.join(', ')}`)
  return [`Groups, whose channels stand in their own rows too: ${each.join('; ')}.`]
}

/** Said once for the whole table. */
const ofTheWhole = new Set(['no-margin', 'no-value'])
