import { dayOfDate, weekdayOf } from '../civil-date.js'
import type { YearlyEvent } from './date-rule.js'
import { computed, easter, fixed, hijri, nthWeekday, yearly } from './date-rule.js'

// Nationwide public holidays as the law of each country has them since about 2000; holidays of single states, provinces and
// cantons are left out (Switzerland: those that nearly all cantons keep). Sources: the national statutes as collected in the
// Python package `holidays` (MIT licence), against which tests/data compares every country.

const [monday, thursday, saturday, sunday] = [1, 4, 6, 0]

const newYear = yearly("New Year's Day", fixed(1, 1))
const epiphany = yearly('Epiphany', fixed(1, 6))
const goodFriday = yearly('Good Friday', easter(-2))
const easterSunday = yearly('Easter Sunday', easter(0))
const easterMonday = yearly('Easter Monday', easter(1))
const labourDay = yearly('Labour Day', fixed(5, 1))
const ascension = yearly('Ascension Day', easter(39))
const whitSunday = yearly('Whit Sunday', easter(49))
const whitMonday = yearly('Whit Monday', easter(50))
const corpusChristi = yearly('Corpus Christi', easter(60))
const assumption = yearly('Assumption Day', fixed(8, 15))
const allSaints = yearly("All Saints' Day", fixed(11, 1))
const immaculate = yearly('Immaculate Conception', fixed(12, 8))
const christmas = yearly('Christmas Day', fixed(12, 25))
const secondChristmas = yearly("St Stephen's Day", fixed(12, 26))

/** Days of one year only, under one name. */
function once(name: string, ...dates: readonly (readonly [number, number, number])[]): YearlyEvent[] {
  return dates.map(([year, month, day]) => yearly(name, fixed(month, day), { from: year, to: year }))
}

const AT = [newYear, epiphany, easterMonday, labourDay, ascension, whitMonday, corpusChristi, assumption].concat(
  yearly('National Day', fixed(10, 26)),
  allSaints,
  immaculate,
  christmas,
  secondChristmas,
)

const CH = [newYear, goodFriday, easterMonday, ascension, whitMonday].concat(
  yearly('National Day', fixed(8, 1), { from: 1994 }),
  christmas,
  secondChristmas,
)

const DE = [newYear, goodFriday, easterMonday, labourDay, ascension, whitMonday]
  .concat(yearly('German Unity Day', fixed(10, 3), { from: 1990 }), once('Reformation Day', [2017, 10, 31]))
  .concat(christmas, secondChristmas)

const ES = [
  newYear,
  epiphany,
  goodFriday,
  labourDay,
  assumption,
  yearly('National Day', fixed(10, 12)),
  allSaints,
].concat(yearly('Constitution Day', fixed(12, 6), { from: 1983 }), immaculate, christmas)

const FR = [
  newYear,
  easterMonday,
  labourDay,
  yearly('Victory Day', fixed(5, 8), { from: 1982 }),
  ascension,
  whitMonday,
].concat(yearly('National Day', fixed(7, 14)), assumption, allSaints, yearly('Armistice Day', fixed(11, 11)), christmas)

const IT = [newYear, epiphany, easterSunday, easterMonday, yearly('Liberation Day', fixed(4, 25)), labourDay]
  .concat(yearly('Republic Day', fixed(6, 2), { from: 2001 }), assumption)
  .concat(
    once('Unification of Italy', [2011, 3, 17]),
    yearly('St Francis Day', fixed(10, 4), { from: 2026 }),
    allSaints,
    immaculate,
    christmas,
    secondChristmas,
  )

/** On the Saturday before where it would be a Sunday. */
function notOnSunday(month: number, day: number): (year: number) => number {
  return (year) => {
    const date = dayOfDate(year, month, day)
    return weekdayOf(date) === sunday ? date - 1 : date
  }
}

const NL = [newYear, goodFriday, easterSunday, easterMonday]
  .concat(yearly("King's Day", computed(notOnSunday(4, 30)), { from: 1980, to: 2013 }))
  .concat(yearly("King's Day", computed(notOnSunday(4, 27)), { from: 2014 }))
  .concat(yearly('Liberation Day', fixed(5, 5)), ascension, whitSunday, whitMonday, christmas, secondChristmas)

const PL = [newYear, yearly('Epiphany', fixed(1, 6), { from: 2011 }), easterSunday, easterMonday, labourDay]
  .concat(yearly('Constitution Day', fixed(5, 3), { from: 1990 }), whitSunday, corpusChristi, assumption, allSaints)
  .concat(yearly('Independence Day', fixed(11, 11), { from: 1989 }), once('Independence centenary', [2018, 11, 12]))
  .concat(yearly('Christmas Eve', fixed(12, 24), { from: 2025 }), christmas, secondChristmas)

/** Year of a bank holiday that was moved or added, and where to. */
const earlyMayMoved = new Map([
  [1995, dayOfDate(1995, 5, 8)],
  [2020, dayOfDate(2020, 5, 8)],
])
const springMoved = new Map([
  [2002, dayOfDate(2002, 6, 4)],
  [2012, dayOfDate(2012, 6, 4)],
  [2022, dayOfDate(2022, 6, 2)],
])

/** First or last Monday of May unless moved that year. */
function mondayOfMay(nth: 1 | -1, moved: ReadonlyMap<number, number>): (year: number) => number {
  return (year) => {
    const first = dayOfDate(year, 5, 1)
    const firstMonday = first + ((monday - weekdayOf(first) + 7) % 7)
    const regular = nth === 1 ? firstMonday : dayOfDate(year, 5, 31) - ((weekdayOf(dayOfDate(year, 5, 31)) + 6) % 7)
    return moved.get(year) ?? regular
  }
}

/** The weekday that stands in for New Year's Day, Christmas Day or Boxing Day on a weekend; null where none does. */
function inLieu(
  month: number,
  day: number,
  daysLater: Readonly<Record<number, number>>,
): (year: number) => number | null {
  return (year) => {
    const date = dayOfDate(year, month, day)
    const later = daysLater[weekdayOf(date)]
    return later === undefined ? null : date + later
  }
}

const GB = [newYear, yearly('Bank holiday in lieu', computed(inLieu(1, 1, { [saturday]: 2, [sunday]: 1 })))]
  .concat(
    goodFriday,
    easterMonday,
    yearly('Early May bank holiday', computed(mondayOfMay(1, earlyMayMoved)), { from: 1978 }),
  )
  .concat(yearly('Spring bank holiday', computed(mondayOfMay(-1, springMoved)), { from: 1971 }))
  .concat(yearly('Summer bank holiday', nthWeekday(8, monday, -1), { from: 1971 }))
  .concat(christmas, yearly('Boxing Day', fixed(12, 26)))
  .concat(yearly('Bank holiday in lieu', computed(inLieu(12, 25, { [saturday]: 2, [sunday]: 2 }))))
  .concat(yearly('Bank holiday in lieu', computed(inLieu(12, 26, { [saturday]: 2, [sunday]: 2 }))))
  .concat(once('Special bank holiday', [1999, 12, 31], [2002, 6, 3], [2011, 4, 29], [2012, 6, 5]))
  .concat(once('Special bank holiday', [2022, 6, 3], [2022, 9, 19], [2023, 5, 8]))

const US = [newYear, yearly('Martin Luther King Day', nthWeekday(1, monday, 3), { from: 1986 })]
  .concat(yearly("Presidents' Day", nthWeekday(2, monday, 3), { from: 1971 }))
  .concat(yearly('Memorial Day', nthWeekday(5, monday, -1), { from: 1971 }))
  .concat(yearly('Juneteenth', fixed(6, 19), { from: 2021 }), yearly('Independence Day', fixed(7, 4)))
  .concat(
    yearly('Labor Day', nthWeekday(9, monday, 1)),
    yearly('Columbus Day', nthWeekday(10, monday, 2), { from: 1971 }),
  )
  .concat(yearly('Veterans Day', fixed(11, 11), { from: 1978 }))
  .concat(yearly('Thanksgiving', nthWeekday(11, thursday, 4), { from: 1942 }), christmas)

const feast = (days: number): YearlyEvent => yearly('Eid al-Fitr', hijri(10, 1), { span: [0, days - 1] })
const sacrifice = (days: number): YearlyEvent => yearly('Eid al-Adha', hijri(12, 10), { span: [0, days - 1] })

const TR = [newYear, yearly("Children's Day", fixed(4, 23)), yearly('Labour Day', fixed(5, 1), { from: 2009 })]
  .concat(yearly('Youth and Sports Day', fixed(5, 19)), yearly('Democracy Day', fixed(7, 15), { from: 2017 }))
  .concat(yearly('Victory Day', fixed(8, 30)), yearly('Republic Day', fixed(10, 29)), feast(3), sacrifice(4))

const AE = [
  newYear,
  feast(3),
  yearly('Arafat Day', hijri(12, 9)),
  sacrifice(3),
  yearly('Islamic New Year', hijri(1, 1)),
].concat(yearly("Prophet's Birthday", hijri(3, 12)), yearly('National Day', fixed(12, 2), { from: 1971, span: [0, 1] }))

const SA = [
  yearly('Founding Day', fixed(2, 22), { from: 2022 }),
  feast(4),
  yearly('Arafat Day', hijri(12, 9)),
  sacrifice(3),
].concat(yearly('National Day', fixed(9, 23), { from: 2005 }))

/** Nationwide public holidays by ISO 3166 country code. */
export const publicHolidays: ReadonlyMap<string, readonly YearlyEvent[]> = new Map(
  Object.entries({ AE, AT, CH, DE, ES, FR, GB, IT, NL, PL, SA, TR, US }),
)
