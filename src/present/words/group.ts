import type { GroupSummary } from '../../decision/results.js'
import { flagText } from './flag.js'

/** What a group is, and what its figures leave out or include: `tv, radio together; upper bound: …`. */
export function groupText({ channels, flags }: Pick<GroupSummary, 'channels' | 'flags'>): string {
  return [`${channels.join(', ')} together`, ...flags.filter((flag) => !ofTheWhole.has(flag)).map(flagText)].join('; ')
}

/** Said once for the whole table. */
const ofTheWhole = new Set(['no-margin', 'no-value'])
