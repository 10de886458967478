/** What the words of a header say about its column. */
export interface HeaderSense {
  /** Lower-case words, split at anything but letters and digits and at capitals inside words. */
  readonly words: readonly string[]
  /** The words without those that only say what is measured: `tv` of `tv_spend_eur`. */
  readonly stem: readonly string[]
  readonly isSpend: boolean
  /** Names media without saying what is measured: `Advertising`, `Facebook Ads`. */
  readonly isMediaWord: boolean
  /** Impressions, clicks, GRPs and the like; higher is the better measure of exposure, 0 is none. */
  readonly exposure: number
  readonly money: number
  readonly units: number
}

const spendWords = wordSet(
  'spend spends spending spent cost costs budget investment invest expenditure expenditures expense expenses adspend kosten ausgaben gasto depense depenses',
)
const mediaWords = wordSet(
  'advertising advertisement advertisements advert adverts ads ad marketing media publicity werbung publicite',
)
const currencyWords = wordSet('eur euro euros usd dollar dollars gbp pound pounds chf sek jpy inr')
const fillers = wordSet('net gross amount value total weekly daily monthly sum in of the per')
const ratioWords = wordSet('per cpc cpm cpa cpp ctr cvr rate ratio avg average share index roas roi')

const exposures: Readonly<Record<string, number>> = {
  grps: 9, grp: 9, trps: 9, trp: 9, impressions: 8, imps: 8, impr: 8, impression: 8, contacts: 8, reach: 7, views: 7, viewers: 7,
  delivered: 6, sends: 6, sent: 6, deliveries: 6, circulation: 6, mailings: 6, spots: 5, clicks: 5, click: 5, insertions: 5,
  engagements: 4, opens: 4, plays: 4, listens: 4,
} // prettier-ignore

const moneyWords: Readonly<Record<string, number>> = {
  revenue: 10, revenues: 10, turnover: 9, gmv: 9, umsatz: 9, sales: 8, y: 7, kpi: 7, income: 6, outcome: 6, target: 5, response: 5,
  umsaetze: 9, ventas: 8, ventes: 8,
} // prettier-ignore

const unitWords: Readonly<Record<string, number>> = {
  orders: 7, conversions: 7, conversion: 6, transactions: 7, purchases: 7, units: 7, subscriptions: 7, signups: 6, registrations: 6,
  installs: 6, bookings: 6, customers: 5, applications: 5, leads: 5, volume: 5, quantity: 5, qty: 5, policies: 5, enrollments: 5,
  installations: 6, donations: 5, tickets: 5,
} // prettier-ignore

/** Words that make a column something else than the outcome, whatever else its header says. */
const notOutcome = wordSet(
  'competitor competitors competition comp competitive market category industry price prices promo promotion promotions discount discounts lag lagged forecast index',
)

/**
 * Reads a header. `_S`, `_I`, `_P`, `_O` at the end (Robyn's habit) say spend, impressions, other exposure and organic.
 *
 * @example headerSense('tv_spend_eur').stem  // ['tv']
 */
export function headerSense(header: string): HeaderSense {
  const letter = /[\p{L}\p{N}]_([SIPOBF])$/u.exec(header)?.[1] ?? null
  const all = headerWords(header)
  const words = letter === null ? all : all.slice(0, -1)
  const has = (set: ReadonlySet<string>) => words.some((word) => set.has(word))
  const isRatio = has(ratioWords)
  const isSpend = !isRatio && !has(competitors) && (has(spendWords) || letter === 'S')
  const marked = letter === 'I' ? 8 : letter === 'P' ? 5 : 0
  const exposure = isRatio || isSpend ? 0 : Math.max(marked, best(words, exposures))
  const outcome = !isSpend && !isRatio && exposure === 0 && !has(notOutcome) && !has(mediaWords)
  const stem = words.filter((word) => {
    return !spendWords.has(word) && !currencyWords.has(word) && !fillers.has(word) && !(word in exposures)
  })
  return {
    words,
    stem: stem.length > 0 ? stem : words,
    isSpend,
    isMediaWord: has(mediaWords) && !isRatio && !has(competitors),
    exposure,
    money: outcome ? best(words, moneyWords) : 0,
    units: outcome ? best(words, unitWords) : 0,
  }
}

/** Whether any word of a header is one of those in a text of words. */
export function saysAny(sense: HeaderSense, text: string): boolean {
  const set = wordSet(text)
  return sense.words.some((word) => set.has(word))
}

/** A stem in one spelling, so that `leaflet` and `leaflets` are one channel. */
export function stemKey(stem: readonly string[]): string {
  return stem.map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)).join(' ')
}

const competitors = wordSet('competitor competitors competition competitive')

/** Accents of Latin letters are dropped, so that `Région` is found among the words. */
function headerWords(header: string): string[] {
  return header
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
}

function best(words: readonly string[], scores: Readonly<Record<string, number>>): number {
  return Math.max(0, ...words.map((word) => (Object.hasOwn(scores, word) ? scores[word] : 0)))
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}
