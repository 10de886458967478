// The Umm al-Qura calendar of Saudi Arabia, tabulated. Source: R. H. van Gent, "The Umm al-Qura Calendar of Saudi Arabia"
// (University of Utrecht), month lengths as in the Python package hijridate 2.6 (MIT licence). From 1451 AH (May 2029) on the
// months are calculated ahead by its rule, and other tables begin some of them a day later; days announced on a sighting of
// the moon, and those that Turkey reckons otherwise, can differ by one as well.

/** First and last Hijri year of the table: April 1999 to December 2041. */
export const hijriYears = { first: 1420, last: 1463 } as const

/**
 * First day of a Hijri month, in days since 1970-01-01; null for a year outside `hijriYears`.
 *
 * @param month 1 = Muharram, 3 = Rabi al-awwal, 9 = Ramadan, 10 = Shawwal, 12 = Dhu al-Hijja.
 * @example isoDay(hijriMonthStart(1445, 9))  // '2024-03-11'
 */
export function hijriMonthStart(year: number, month: number): number | null {
  if (year < hijriYears.first || year > hijriYears.last) return null
  return monthStarts[(year - hijriYears.first) * 12 + month - 1]
}

/** Number of days in a Hijri month, 29 or 30; null for a year outside `hijriYears`. */
export function daysInHijriMonth(year: number, month: number): number | null {
  return year < hijriYears.first || year > hijriYears.last ? null : monthDays(year - hijriYears.first, month)
}

/** 1420-01-01 is 1999-04-17. */
const firstDay = 10698

/** One year a line, one month a digit: 1 where the month has 30 days, 0 where it has 29. */
const longMonths = [
  '010010111101', // 1420
  '001000111101', // 1421
  '100100011101', // 1422
  '101010010101', // 1423
  '101101001010', // 1424
  '101101011010', // 1425
  '010101101101', // 1426
  '001010110110', // 1427
  '100100111011', // 1428
  '010010011011', // 1429
  '011001010101', // 1430
  '011010101001', // 1431
  '011101010100', // 1432
  '101101101010', // 1433
  '010101101100', // 1434
  '101010101101', // 1435
  '010101010101', // 1436
  '101100101001', // 1437
  '101110010010', // 1438
  '101110101001', // 1439
  '010111010100', // 1440
  '101011011010', // 1441
  '010101011010', // 1442
  '101010101011', // 1443
  '010110010101', // 1444
  '011101001001', // 1445
  '011101100100', // 1446
  '101110101010', // 1447
  '010110110101', // 1448
  '001010110110', // 1449
  '101001010110', // 1450
  '110100101010', // 1451
  '111010010101', // 1452
  '011100101010', // 1453
  '011101010101', // 1454
  '001101011010', // 1455
  '100101011101', // 1456
  '010010011011', // 1457
  '101001001101', // 1458
  '110100100110', // 1459
  '110101010011', // 1460
  '010110101010', // 1461
  '101010101101', // 1462
  '010010110110', // 1463
]

const monthStarts = startsOfMonths()

function startsOfMonths(): number[] {
  const starts: number[] = []
  let day = firstDay
  for (let year = 0; year < longMonths.length; year++) {
    for (let month = 1; month <= 12; month++) {
      starts.push(day)
      day += monthDays(year, month)
    }
  }
  return starts
}

function monthDays(yearOfTable: number, month: number): number {
  return longMonths[yearOfTable][month - 1] === '1' ? 30 : 29
}
