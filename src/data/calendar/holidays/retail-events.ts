import { dayOfDate, weekdayOf } from '../civil-date.js'
import type { DateRule, YearlyEvent } from './date-rule.js'
import { computed, easter, fixed, hijri, nthWeekday, yearly } from './date-rule.js'
import { easterSunday } from './easter.js'

// What moves retail sales besides a smooth season, one event a name. Days before a gift day belong to it, because that is
// when the gifts are bought. School terms are left out: within a country they differ by state.

const [thursday, sunday] = [4, 0]

/** Black Friday and Cyber Monday outside the United States: from about this year they show in sales. */
const blackFridayAbroad = 2013
/** Singles' Day outside China likewise. */
const singlesDayAbroad = 2016

const valentines = yearly("Valentine's Day", fixed(2, 14), { span: [-6, 0] })
const easterRunUp = yearly('Easter run-up', easter(0), { span: [-6, -1] })
const christmasRunUp = yearly('Christmas run-up', fixed(12, 24), { span: [-23, 0] })
const afterChristmas = yearly('After Christmas', fixed(12, 26), { span: [0, 5] })
const singlesDay = yearly("Singles' Day", fixed(11, 11), { from: singlesDayAbroad })
const ramadan = yearly('Ramadan', hijri(9, 1), { span: [0, 28] })
const ramadanThirtieth = yearly('Ramadan', hijri(9, 30))
const eidAlFitr = yearly('Eid al-Fitr', hijri(10, 1), { span: [0, 2] })
const eidAlAdha = yearly('Eid al-Adha', hijri(12, 10), { span: [0, 3] })

/** The day after the fourth Thursday of November to the Sunday, and the Monday. */
function blackFriday(from: number): YearlyEvent[] {
  return [
    yearly('Black Friday', nthWeekday(11, thursday, 4, 1), { from, span: [0, 2] }),
    yearly('Cyber Monday', nthWeekday(11, thursday, 4, 4), { from: Math.max(from, 2005) }),
  ]
}

/** The week that ends on Mother's Day. */
function mothersDay(rule: DateRule): YearlyEvent {
  return yearly("Mother's Day", rule, { span: [-6, 0] })
}

const secondSundayOfMay = nthWeekday(5, sunday, 2)

/** The last Sunday of May, or the first of June where that is Whit Sunday (French law of 24 May 1950). */
function frenchMothersDay(year: number): number {
  const endOfMay = dayOfDate(year, 5, 31)
  const lastSunday = endOfMay - weekdayOf(endOfMay)
  return lastSunday === easterSunday(year) + 49 ? lastSunday + 7 : lastSunday
}

function western(mothers: DateRule, ...more: readonly YearlyEvent[]): YearlyEvent[] {
  const autumn = [singlesDay, ...blackFriday(blackFridayAbroad)]
  return [valentines, easterRunUp, mothersDay(mothers), ...autumn, christmasRunUp, afterChristmas, ...more]
}

function ramadanCountry(mothers: DateRule, ...more: readonly YearlyEvent[]): YearlyEvent[] {
  const autumn = [singlesDay, ...blackFriday(blackFridayAbroad)]
  return [mothersDay(mothers), ...autumn, ramadan, ramadanThirtieth, eidAlFitr, eidAlAdha, ...more]
}

const US = [
  valentines,
  easterRunUp,
  mothersDay(secondSundayOfMay),
  yearly('Thanksgiving', nthWeekday(11, thursday, 4)),
].concat(blackFriday(1942), christmasRunUp, afterChristmas)

/** Retail events by ISO 3166 country code. */
export const retailEvents: ReadonlyMap<string, readonly YearlyEvent[]> = new Map(
  Object.entries({
    AE: ramadanCountry(fixed(3, 21), valentines),
    AT: western(secondSundayOfMay),
    CH: western(secondSundayOfMay),
    DE: western(secondSundayOfMay),
    ES: western(nthWeekday(5, sunday, 1), yearly("Three Kings' run-up", fixed(1, 5), { span: [-3, 0] })),
    FR: western(computed(frenchMothersDay)),
    GB: western(easter(-21)),
    IT: western(secondSundayOfMay),
    NL: western(secondSundayOfMay, yearly('Sinterklaas run-up', fixed(12, 5), { span: [-6, 0] })),
    PL: western(fixed(5, 26)),
    SA: ramadanCountry(fixed(3, 21)),
    TR: ramadanCountry(secondSundayOfMay, valentines, yearly("New Year's run-up", fixed(12, 31), { span: [-6, 0] })),
    US,
  }),
)
