import type { Dataset } from '../../data/table/dataset.js'
import type { EventsSpec, Spec } from '../../model/spec/spec.js'
import { InputError } from '../../check/errors.js'
import { dateOfDay, isoDay, parseIsoDay } from '../../data/calendar/civil-date.js'

/** What we ask of a holiday as the package date-holidays gives it. */
interface Holiday {
  /** First day, in the country's own time: `2024-01-01 00:00:00`. */
  readonly date: string
  readonly start: Date
  readonly end: Date
  readonly name: string
  readonly type: string
}

type Custom = EventsSpec['custom'][number]

/**
 * A spec with `calendar: date-holidays` turned into custom events: the public holidays of the data's years and the year after, day by day, so
 * that a fit holds the dates themselves. Other specs come back as they are.
 *
 * @throws InputError if the package isn't installed or doesn't know the country.
 */
export async function withHolidays(spec: Spec, dataset: Dataset): Promise<Spec> {
  const { events } = spec
  if (events === null || events.calendar !== 'date-holidays') return spec
  const years = yearsOf(dataset)
  const holidays = await publicHolidays(events.country ?? '', years)
  const taken = new Set(events.custom.map(({ name }) => name))
  const custom = [...events.custom, ...holidays.filter(({ name }) => !taken.has(name))]
  return { ...spec, events: { calendar: null, country: null, custom } }
}

function yearsOf({ startDays }: Dataset): number[] {
  const first = dateOfDay(startDays[0]).year
  const last = dateOfDay(startDays[startDays.length - 1]).year + 1
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

async function publicHolidays(country: string, years: readonly number[]): Promise<Custom[]> {
  const { default: Holidays } = await importPackage()
  const [nation = '', state = '', region = ''] = country.split('-')
  const calendar = new Holidays(nation, state, region)
  const byName = new Map<string, string[]>()
  for (const year of years) {
    for (const holiday of calendar.getHolidays(year) as readonly Holiday[]) {
      if (holiday.type !== 'public') continue
      byName.set(holiday.name, [...(byName.get(holiday.name) ?? []), ...daysOf(holiday)])
    }
  }
  if (byName.size === 0) {
    throw new InputError(
      `\`events.country\` ${country} is unknown to date-holidays, or has no public holidays there; it must be a code such as DE or DE-BY.`,
    )
  }
  return [...byName].map(([name, dates]) => ({ name, dates: [...new Set(dates)], window: [0, 0] }))
}

async function importPackage() {
  try {
    return await import('date-holidays')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new InputError(
      '`events.calendar: date-holidays` needs the package date-holidays, which is not installed; run `npm install date-holidays` beside mixwright, or use `calendar: public`.',
    )
  }
}

/** Every day of a holiday; its length in time is that in days. */
function daysOf({ date, start, end }: Holiday): string[] {
  const first = parseIsoDay(date.slice(0, 10)) as number
  const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000))
  return Array.from({ length: count }, (_, i) => isoDay(first + i))
}
