import type { Finding } from '../table/dataset.js'
import type { AuditContext } from './audited-column.js'
import { makeFinding, mediaOf } from './audited-column.js'

/** Warnings for rows in which a channel has spend but no media, or media but no spend, media history included. */
export function spendAndMedia(context: AuditContext): Finding[] {
  const { dataset, uses } = context
  const findings: Finding[] = []
  for (const spendUse of uses.filter(({ role }) => role === 'spend')) {
    const mediaUse = mediaOf(context, spendUse)
    if (mediaUse === undefined) continue
    const spend = dataset.columns.get(spendUse.column)!
    const media = dataset.columns.get(mediaUse.column)!
    const rows = Array.from({ length: dataset.windowEnd }, (_, t) => t)
    const unseen = rows.filter((t) => spend[t] > 0 && media[t] === 0)
    const unpaid = rows.filter((t) => media[t] > 0 && spend[t] === 0)
    if (unseen.length > 0) {
      const text = `${spendUse.owner} has spend but no media (\`${mediaUse.column}\` is 0) in ${share(unseen.length, rows.length)}`
      const id = `spend-without-media:${spendUse.column}`
      findings.push(makeFinding(context, { id, severity: 'warning', column: spendUse.column, rows: unseen, text }))
    }
    if (unpaid.length > 0) {
      const text = `${spendUse.owner} has media but no spend (\`${spendUse.column}\` is 0) in ${share(unpaid.length, rows.length)}`
      const id = `media-without-spend:${mediaUse.column}`
      findings.push(makeFinding(context, { id, severity: 'warning', column: mediaUse.column, rows: unpaid, text }))
    }
  }
  return findings
}

function share(count: number, all: number): string {
  return `${count} of ${all} rows`
}
