// Figures by family and by kind of channel, and the tables of them.

import { marketFamilies } from '../../dist/simulate/families/market-family.js'
import { recoveryFigures } from '../../dist/simulate/scoring/recovery-figures.js'

/** The fit, and what it has to beat. */
const rowNames = {
  fit: 'fit',
  prior: 'prior alone',
  equal: 'equal ROAS, 15 %',
  ols: 'plain OLS',
}

/** Media's true share of sales, in groups: the priors expect 1.5 to 44 %. */
const shareGroups = [
  { name: 'below 3 %', from: -Infinity, to: 0.03 },
  { name: '3 to 15 %', from: 0.03, to: 0.15 },
  { name: 'above 15 %', from: 0.15, to: Infinity },
]

/** Figures of every row: of each family, of all, of markets by media's share of sales, and of each kind of channel over all families. */
export function figuresOf(markets) {
  const families = [...new Set(markets.map(({ family }) => family))]
  const traits = [...new Set(markets.flatMap(({ rows }) => rows.fit.channels.map(({ trait }) => trait)))]
  const rows = Object.keys(rowNames)
  const byRow = (pick) => Object.fromEntries(rows.map((row) => [row, recoveryFigures(pick(row))]))
  const scores = (chosen, row, pick) =>
    chosen.flatMap(({ rows: own }) => pick(own[row]).map((score) => ({ world: own[row].world, score })))
  const group = (chosen, keep = () => true) => ({
    markets: chosen.length,
    channels: byRow((row) => scores(chosen, row, ({ channels }) => channels.filter(keep))),
    paid: byRow((row) => scores(chosen, row, ({ paid }) => [paid])),
  })
  return {
    families: Object.fromEntries(
      families.map((name) => [name, group(markets.filter(({ family }) => family === name))]),
    ),
    all: group(markets),
    shares: Object.fromEntries(
      shareGroups.map(({ name, from, to }) => [
        name,
        group(markets.filter(({ share }) => share >= from && share < to)),
      ]),
    ),
    traits: Object.fromEntries(traits.map((trait) => [trait, group(markets, (channel) => channel.trait === trait)])),
    failures: Object.fromEntries(
      rows.map((row) => [
        row,
        markets.flatMap((market) =>
          market.rows[row].failure === null ? [] : [`${market.family} ${market.seed}: ${market.rows[row].failure}`],
        ),
      ]),
    ),
  }
}

/** Writes the tables to stdout. */
export function printFigures(figures, markets) {
  console.log(legend)
  for (const [name, group] of Object.entries(figures.families)) {
    const { title } = marketFamilies.find((family) => family.name === name)
    console.log(`\n${name}: ${title} (${group.markets} markets)`)
    printTable(familyColumns, group)
  }
  if (Object.keys(figures.families).length > 1) {
    console.log(`\nall families (${figures.all.markets} markets)`)
    printTable(familyColumns, figures.all)
  }
  for (const [name, group] of Object.entries(figures.shares)) {
    if (group.markets === 0) continue
    console.log(`\npaid media bring ${name} of sales (${group.markets} markets)`)
    printTable(familyColumns, group)
  }
  for (const [trait, group] of Object.entries(figures.traits)) {
    console.log(`\nchannels: ${trait}`)
    printTable(traitColumns, group)
  }
  console.log('\nFailures, each counted as a miss')
  for (const [row, list] of Object.entries(figures.failures)) {
    console.log(
      `  ${rowNames[row]}: ${list.length} of ${markets.length}${list.map((line) => `\n    ${line}`).join('')}`,
    )
  }
}

const legend = `Coverage of 90 % intervals in %, in brackets its 95 % confidence interval, clustered by market.
  no flag    coverage of contribution where nothing warned          warned   share of missed contributions that something warned of
  log error  mean log of estimate over true ROAS; size: of its size (limited to a factor of 100)
  score      interval score of the contribution in % of sales: width, and 20 times the distance of a miss; less is better
  side       channels put on the right side of break-even, %        ROAS off  mean of estimate less true ROAS
The rows that use no sales: the model's priors alone; the same ROAS for all, 15 % of sales together (a point, so no coverage).
Plain OLS: KPI on spend, straight trend, seasons, drivers and events, without carry-over and saturation.`

const share = (name, pick) => ({ name, show: (group, row) => shareText(pick(group, row)) })
const decimal = (name, pick) => ({ name, show: (group, row) => decimalText(pick(group, row)) })
const channels = (key) => (group, row) => group.channels[row][key]
const coverage = (name, pick) => ({ name, show: (group, row) => (row === 'equal' ? '-' : shareText(pick(group, row))) })

const common = [
  coverage('contribution', channels('contribution')),
  coverage('ROAS', channels('roas')),
  coverage('marginal ROAS', channels('marginalRoas')),
  coverage('weeks', channels('weeks')),
]
const errors = [
  decimal('log error', channels('logError')),
  decimal('its size', channels('absoluteLogError')),
  decimal('score', channels('score')),
  share('side', channels('rightSide')),
]
const paidCoverage = [
  coverage('paid total', (group, row) => group.paid[row].contribution),
  coverage('its no flag', (group, row) => group.paid[row].unflagged),
]
const warnings = [
  coverage('no flag', channels('unflagged')),
  { name: 'warned', show: (group, row) => (row === 'fit' ? shareText(group.channels[row].warned) : '-') },
]

const familyColumns = [...common, ...warnings, ...paidCoverage, ...errors]
const traitColumns = [...common, ...warnings, ...errors, decimal('ROAS off', channels('roasError'))]

function printTable(columns, group) {
  const rows = Object.keys(rowNames)
  const cells = [
    ['', ...columns.map(({ name }) => name)],
    ...rows.map((row) => [rowNames[row], ...columns.map(({ show }) => show(group, row))]),
  ]
  const widths = cells[0].map((_, c) => Math.max(...cells.map((line) => line[c].length)))
  for (const line of cells) {
    console.log(`  ${line.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]))).join('  ')}`)
  }
}

/** A share in per cent with its interval. */
export function shareText(figure) {
  if (figure === null) return '-'
  const percent = (value) => (100 * value).toFixed(0)
  return `${percent(figure.value)} (${percent(figure.low)}-${percent(figure.high)})`
}

/** A mean and how far its interval reaches either way. */
export function decimalText(figure) {
  if (figure === null) return '-'
  const reach = figure.high - figure.value
  return `${figure.value.toFixed(2)} ±${Number.isFinite(reach) ? reach.toFixed(2) : '?'}`
}
