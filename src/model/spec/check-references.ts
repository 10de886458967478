import type { IssueList } from './issue-list.js'
import type { Spec } from './spec.js'
import type { SpecInput } from './spec-schema.js'
import { didYouMean } from '../../check/nearest-name.js'
import { columnUses } from './column-uses.js'
import { formatPath } from './spec-path.js'
import { specSchema } from './spec-schema.js'

/** Reports what points at nothing: members of groups, columns of `missing:` and `aggregate:`; and a spec without any channel. */
export function checkReferences(spec: Spec, input: SpecInput, issues: IssueList): void {
  const channels = [...namesOf(input.channels), ...namesOf(input.organic)]
  const misspelt = Object.keys(input).some((key) => !Object.hasOwn(specSchema.shape, key))
  if (channels.length === 0 && !misspelt && !issues.touches(['channels']) && !issues.touches(['organic'])) {
    issues.addAtKey(['channels'], 'the spec must name at least one channel under `channels` or `organic`.')
  }
  if (channels.length > 0) checkGroups(spec, channels, issues)
  checkColumnRules(spec, issues)
}

function checkGroups(spec: Spec, channels: readonly string[], issues: IssueList): void {
  for (const group of spec.groups) {
    const path = ['groups', group.name]
    if (channels.includes(group.name)) {
      issues.addAtKey(path, `\`${formatPath(path)}\` must have a name of its own; a channel has it already.`)
    }
    group.channels.forEach((member, i) => {
      const at = [...path, i]
      if (!channels.includes(member))
        issues.add(at, `\`${formatPath(at)}\` must be a channel, not \`${member}\`.${didYouMean(member, channels)}`)
      else if (group.channels.indexOf(member) < i)
        issues.add(at, `\`${formatPath(at)}\` must be given once; found \`${member}\` again.`)
    })
  }
}

/** `missing:` and `aggregate:` may name a column that the spec uses, or a header inside one of its expressions. */
function checkColumnRules(spec: Spec, issues: IssueList): void {
  const sections = ['kpi', 'channels', 'organic', 'treatments', 'controls'] as const
  if (sections.some((section) => issues.touches([section]))) return
  const used = columnUses(spec).map((use) => use.column)
  const paths = [
    ...Object.keys(spec.missing).map((column) => ['missing', column]),
    ...Object.keys(spec.data.aggregate ?? {}).map((column) => ['data', 'aggregate', column]),
  ]
  for (const path of paths) {
    const column = path[path.length - 1]
    if (used.some((text) => text.includes(column))) continue
    const sentence = `\`${formatPath(path)}\` must name a column that the spec uses.`
    issues.addAtKey(path, sentence + didYouMean(column, used))
  }
}

function namesOf(section: unknown): string[] {
  return typeof section === 'object' && section !== null && !Array.isArray(section) ? Object.keys(section) : []
}
