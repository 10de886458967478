import type { ColumnProfile } from './column-profile.js'
import { isMissing } from '../../../data/table/number-column.js'
import { mediumOf } from '../../../model/spec/defaults.js'
import { looksLikeDemandCapture } from '../../../model/spec/demand-capture.js'
import { saysAny, stemKey } from './header-words.js'

/** A paid channel as guessed. */
export interface ChannelGuess {
  readonly stem: readonly string[]
  readonly spend: ColumnProfile
  media: ColumnProfile | null
  readonly medium: string | null
  readonly isDemandCapture: boolean
  /** Whether its header says spend; else it was taken for want of better. */
  readonly isSure: boolean
}

/** What every column of a table is taken for. */
export interface RoleGuess {
  kpi: ColumnProfile | null
  kpiKind: 'revenue' | 'units'
  /** Whether a header says which column the outcome is. */
  isKpiSure: boolean
  readonly channels: ChannelGuess[]
  readonly organic: ColumnProfile[]
  readonly treatments: { readonly column: ColumnProfile; readonly reference: 'mean' | 0 }[]
  readonly controls: ControlGuess[]
  readonly leftOut: { readonly column: ColumnProfile; readonly why: string }[]
}

export interface ControlGuess {
  readonly column: ColumnProfile
  readonly role: 'confounder' | 'precision' | null
  readonly isCategory: boolean
  /** Level that means nothing happened; category controls only. */
  readonly none: string | null
}

/** Takes every column but the dates for something: outcome, spend, exposure, organic media, treatment, control, or left out. */
export function guessRoles(columns: readonly ColumnProfile[], days: Float64Array): RoleGuess {
  const guess: RoleGuess = {
    kpi: null,
    kpiKind: 'revenue',
    isKpiSure: true,
    channels: [],
    organic: [],
    treatments: [],
    controls: [],
    leftOut: [],
  }
  let open = columns.filter((column) => {
    const why = uselessness(column, days)
    if (why !== null) guess.leftOut.push({ column, why })
    return why === null
  })
  const take = (picked: readonly ColumnProfile[]) => {
    open = open.filter((column) => !picked.includes(column))
  }
  takeOutcome(guess, open)
  take([guess.kpi].filter((column) => column !== null))
  takeSpend(guess, open)
  take(guess.channels.map(({ spend }) => spend))
  take(guess.leftOut.map(({ column }) => column))
  takeExposure(guess, open)
  take([
    ...guess.organic,
    ...guess.channels.flatMap(({ media }) => media ?? []),
    ...guess.leftOut.map(({ column }) => column),
  ])
  if (guess.kpi === null) takeUnnamedOutcome(guess, open)
  for (const column of open) if (column !== guess.kpi) takeRest(guess, column)
  return guess
}

/** Why a column says nothing to a model, or null. */
function uselessness(column: ColumnProfile, days: Float64Array): string | null {
  const { numbers, sense } = column
  if (column.unusable !== null) return column.unusable
  if (column.isConstant) return 'it is the same in every row'
  if (numbers === null || sense.isSpend) return null
  const step = numbers[1] - numbers[0]
  const isIndex = numbers.every(
    (value, i) => i === 0 || Math.abs(value - numbers[i - 1] - step) < 1e-9 * Math.abs(step),
  )
  if (isIndex && numbers.length > 3) return 'it changes by the same step in every row: the trend is in the model anyway'
  if (saysAny(sense, 'dayofyear doy weekofyear weeknumber woy') || isDayOfYear(numbers, days)) {
    return 'it counts the days or weeks of a year: the season is in the model anyway'
  }
  if (saysAny(sense, 'cpc cpm cpa cpp ctr cvr roas roi')) return 'it is a rate of media, not an amount'
  const partOfDate = sense.words.length === 1 && saysAny(sense, 'year month quarter week weekday day')
  return partOfDate && numbers.every((value) => Number.isInteger(value)) ? 'it is a part of the date' : null
}

function isDayOfYear(numbers: Float64Array, days: Float64Array): boolean {
  return (
    numbers.every(
      (value, i) => i === 0 || value - numbers[i - 1] === days[i] - days[i - 1] || value < numbers[i - 1],
    ) &&
    numbers.every((value) => value >= 0 && value <= 366) &&
    numbers.some((value, i) => i > 0 && value > numbers[i - 1])
  )
}

function takeOutcome(guess: RoleGuess, open: readonly ColumnProfile[]): void {
  let best = 0
  for (const column of open) {
    const { money, units } = column.sense
    if (column.numbers === null || Math.max(money, units) <= best) continue
    best = Math.max(money, units)
    guess.kpi = column
    guess.kpiKind = units > 0 ? 'units' : 'revenue'
  }
}

/** For want of a header that says so: the first column of positive numbers that nothing else claims. */
function takeUnnamedOutcome(guess: RoleGuess, open: readonly ColumnProfile[]): void {
  guess.isKpiSure = false
  guess.kpi = open.find(({ numbers, isNonNegative }) => numbers !== null && isNonNegative) ?? null
}

const totalWords =
  /^(total|all|overall|sum|media|marketing|ads?|advertising|spend|spending|spent|costs?|budget|investment)$/
const unnamedMedia = /^(x|m|ch|channel|media|medium)\d+$/

/** Headers that say spend; else those that name a medium or say advertising; else those that are called x1, x2, … */
function takeSpend(guess: RoleGuess, open: readonly ColumnProfile[]): void {
  const able = open.filter(({ numbers, isNonNegative }) => numbers !== null && isNonNegative)
  const sure = able.filter(({ sense }) => sense.isSpend)
  const worded = able.filter(
    ({ sense }) => sense.exposure === 0 && (sense.isMediaWord || mediumOfStem(sense.stem) !== null),
  )
  const numbered = able.filter(({ sense }) => unnamedMedia.test(sense.words.join('')))
  const picked = [sure, worded, numbered].find((columns) => columns.length > 0) ?? []
  for (const spend of picked) {
    const { stem } = spend.sense
    const isTotal = picked.length > 2 && spend.sense.words.every((word) => totalWords.test(word))
    if (isTotal) {
      guess.leftOut.push({ column: spend, why: 'it looks like the sum of the channels' })
      continue
    }
    const isDemandCapture = looksLikeDemandCapture(stem.join(' '))
    guess.channels.push({
      stem,
      spend,
      media: null,
      medium: mediumOfStem(stem),
      isDemandCapture,
      isSure: picked === sure,
    })
  }
}

/** The medium that a stem names: all of it, else two neighbours, else one word, the last first. */
function mediumOfStem(stem: readonly string[]): string | null {
  for (let length = Math.min(3, stem.length); length > 0; length--) {
    for (let from = stem.length - length; from >= 0; from--) {
      const medium = mediumOf(stem.slice(from, from + length).join(' '))
      if (medium !== null) return medium
    }
  }
  return null
}

const organicWords =
  'newsletter newsletters email emails mail crm pr organic blog blogs seo sms push owned earned podcast posts'
const mediatorWords =
  'website site web visits visitors visit sessions traffic pageviews users searches queries awareness consideration footfall cart carts basket adds'

/** Exposure goes to the channel of its stem; without one it is organic media, or what media work through. */
function takeExposure(guess: RoleGuess, open: readonly ColumnProfile[]): void {
  for (const column of open) {
    const { sense, numbers, isNonNegative } = column
    if (numbers === null || !isNonNegative) continue
    const isOrganic = saysAny(sense, organicWords)
    const owner = guess.channels.find(({ stem }) => stemKey(stem) === stemKey(sense.stem))
    if (sense.exposure > 0 && owner) {
      if (owner.media && owner.media.sense.exposure >= sense.exposure) {
        guess.leftOut.push({ column, why: `another measure of ${owner.stem.join(' ')}` })
        continue
      }
      if (owner.media) guess.leftOut.push({ column: owner.media, why: `another measure of ${owner.stem.join(' ')}` })
      owner.media = column
    } else if (saysAny(sense, mediatorWords) && !isOrganic) {
      guess.leftOut.push({
        column,
        why: 'media may work through it (a mediator), so holding it fixed would hide their effect',
      })
    } else if (sense.exposure > 0 || isOrganic) {
      if (column.missing > 0) guess.leftOut.push({ column, why: emptyCells(column) })
      else guess.organic.push(column)
    }
  }
}

const treatmentWords =
  'price prices pricing preis preise prix precio rabatt discount discounts promo promos promotion promotions coupon coupons distribution assortment rebate markdown'
const rivalWords = 'competitor competitors competition competitive rival rivals market category industry'
const demandWords =
  'temperature temp temperatur wetter weather meteo rain rainfall sunshine snow unemployment gdp cpi inflation confidence trend trends covid stringency mobility holidays holiday season seasonality demand'
const eventWords = 'event events strike outage launch relaunch lockdown flag dummy outlier opening'

function takeRest(guess: RoleGuess, column: ColumnProfile): void {
  const { sense, numbers } = column
  const isRival = saysAny(sense, rivalWords)
  const out = (why: string) => void guess.leftOut.push({ column, why })
  if (numbers === null) takeText(guess, column)
  else if (column.missing > 0) out(emptyCells(column))
  else if (sense.isSpend) out('it looks like spend, but has negative numbers')
  else if (Math.max(sense.money, sense.units) > 0)
    out('it looks like another outcome, which media move as they move the KPI')
  else if (saysAny(sense, treatmentWords) && !isRival) {
    guess.treatments.push({ column, reference: numbers.includes(0) ? 0 : 'mean' })
  } else {
    const role = isRival || saysAny(sense, demandWords) ? 'confounder' : saysAny(sense, eventWords) ? 'precision' : null
    guess.controls.push({ column, role, isCategory: false, none: null })
  }
}

const mostLevels = 12

function takeText(guess: RoleGuess, column: ColumnProfile): void {
  const out = (why: string) => void guess.leftOut.push({ column, why })
  if (column.missing > 0) return out(emptyCells(column))
  if (column.levels.length > mostLevels) return out(`it is text with more than ${mostLevels} different values`)
  if (saysAny(column.sense, 'region regions geo country land pays pais dma state city store brand product market')) {
    return out('it says where or what a row is, and a model has one row a period')
  }
  const count = (level: string) => column.cells.filter((cell) => cell === level).length
  const most = column.levels.reduce((a, b) => (count(b) > count(a) ? b : a))
  const none = column.levels.find((level) => isMissing(level) || /^(no|nothing|-|0|false|normal|off)$/i.test(level))
  const usual = count(most) > 0.5 * column.cells.length ? most : null
  guess.controls.push({ column, role: null, isCategory: true, none: none ?? usual })
}

function emptyCells({ missing }: ColumnProfile): string {
  return `${missing} of its cells ${missing === 1 ? 'is' : 'are'} empty: fill them, or use it and say how under \`missing\``
}
