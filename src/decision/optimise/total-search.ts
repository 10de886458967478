// One-dimensional searches over the total that a plan spends.

/** Ends of the totals that limits leave room for, money. */
interface Totals {
  readonly low: number
  readonly high: number
}

const GOLDEN = (Math.sqrt(5) - 1) / 2
/** Totals are found to this share of the range. */
const PRECISION = 1e-10

/**
 * The total at which a concave worth is greatest, by golden section; an end where it is there.
 *
 * @example bestTotal((x) => -(x - 2) * (x - 2), { low: 0, high: 10 })  // about 2
 */
export function bestTotal(worth: (total: number) => number, { low, high }: Totals): number {
  let [a, b] = [low, high]
  let [left, right] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)]
  let [atLeft, atRight] = [worth(left), worth(right)]
  while (b - a > PRECISION * Math.max(Math.abs(a), Math.abs(b))) {
    if (atLeft >= atRight) {
      ;[b, right, atRight] = [right, left, atLeft]
      left = b - GOLDEN * (b - a)
      atLeft = worth(left)
    } else {
      ;[a, left, atLeft] = [left, right, atRight]
      right = a + GOLDEN * (b - a)
      atRight = worth(right)
    }
    if (left >= right) break
  }
  const middle = 0.5 * (a + b)
  return [low, middle, high].reduce((best, total) => (worth(total) > worth(best) ? total : best), middle)
}

/** Steps that look for a total beyond a stretch in which none reaches. */
const SCAN = 24

/** The largest total that reaches, from one that does to an end that may not; S-shapes may reach again beyond a gap. */
export function largestTotalReaching(reaches: (total: number) => boolean, known: number, high: number): number {
  if (reaches(high)) return high
  let inside = known
  let outside = high
  for (let step = 1; step < SCAN; step++) {
    const total = high - ((high - known) * step) / SCAN
    if (!reaches(total)) {
      outside = total
      continue
    }
    inside = total
    break
  }
  return bisect(reaches, inside, outside)
}

/** The smallest total that reaches; the higher end must. */
export function smallestTotalReaching(reaches: (total: number) => boolean, { low, high }: Totals): number {
  return reaches(low) ? low : bisect(reaches, high, low)
}

/** The end of the stretch about `inside`, which reaches, towards `outside`, which doesn't: the last total that reaches. */
function bisect(reaches: (total: number) => boolean, inside: number, outside: number): number {
  let [good, bad] = [inside, outside]
  while (Math.abs(bad - good) > PRECISION * Math.abs(good)) {
    const middle = 0.5 * (good + bad)
    if (middle === good || middle === bad) break
    if (reaches(middle)) good = middle
    else bad = middle
  }
  return good
}
