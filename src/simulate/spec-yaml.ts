import type { ChannelWorld, DriverWorld, EventWorld, World } from './world.js'
import { dayNumber } from './week.js'

/**
 * A complete model file for a world's table, with every choice left at its default that an analyst would leave there.
 *
 * It says what an analyst would know (columns, media, roles, dates of events, the margin), nothing of the truth.
 *
 * @param dataFile path of the CSV as the model file should name it, relative to the model file.
 */
export function specYaml(world: World, dataFile: string = `${world.name}.csv`): string {
  const lines = [
    `# ${world.title}. Simulated: the truth is known.`,
    'mixwright: 1',
    `name: ${world.name}`,
    `data: { file: ${quoted(dataFile)}, date: ${world.dateColumn}, period: week }`,
    `currency: ${world.currency}`,
    'kpi:',
    `  column: ${world.kpi.column}`,
    '  kind: revenue',
    `  margin: ${world.kpi.margin}   # share of revenue that is left after variable cost`,
    ...section('channels', world.channels.filter(isPaid).map(paidLine)),
    ...section('organic', world.channels.filter((channel) => !isPaid(channel)).map(organicLine)),
    ...section('treatments', world.drivers.filter((driver) => driver.kind === 'treatment').map(treatmentLine)),
    ...section('controls', world.drivers.flatMap(controlLines)),
    ...eventLines(world),
    'fit: { method: bayes }',
  ]
  return lines.join('\n') + '\n'
}

function section(key: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${key}:`, ...lines.map((line) => `  ${line}`)]
}

function isPaid(channel: ChannelWorld): boolean {
  return channel.kind === 'paid'
}

function paidLine(channel: ChannelWorld): string {
  const keys = [`spend: ${channel.spendColumn}`]
  if (channel.delivery !== null) keys.push(`media: ${channel.delivery.column}`)
  if (channel.medium !== null) keys.push(`medium: ${channel.medium}`)
  if (channel.role !== null) keys.push(`role: ${channel.role}`)
  if (channel.before !== undefined) keys.push(`before: ${channel.before}`)
  return `${channel.name}: { ${keys.join(', ')} }`
}

function organicLine(channel: ChannelWorld): string {
  return `${channel.name}: { media: ${channel.delivery?.column} }`
}

function treatmentLine(driver: DriverWorld): string {
  return `${driver.name}: { column: ${driver.column}, reference: ${driver.reference} }`
}

function controlLines(driver: DriverWorld): string[] {
  const lines = driver.kind === 'control' ? [`${driver.name}: { column: ${driver.column}, role: confounder }`] : []
  if (driver.excess !== null) {
    const { name, above } = driver.excess
    lines.push(`${name}: { column: "max(0, ${driver.column} - ${above})", role: confounder }`)
  }
  return lines
}

/** Events with the dates whose weeks lie in the fit window. */
function eventLines(world: World): string[] {
  if (world.events.length === 0) return []
  const lines = world.events.map((event) => {
    const last = event.from + event.lift.length - 1
    const dates = datesInWindow(event, world).join(', ')
    return `    - { name: ${event.name}, dates: [${dates}], window: [${event.from}, ${last}] }`
  })
  return ['events:', '  custom:', ...lines]
}

function datesInWindow(event: EventWorld, world: World): readonly string[] {
  const first = dayNumber(world.firstWeek)
  return event.dates.filter((date) => {
    const week = Math.floor((dayNumber(date) - first) / 7)
    return week + event.from + event.lift.length > 0 && week + event.from < world.weeks
  })
}

function quoted(text: string): string {
  return JSON.stringify(text)
}
