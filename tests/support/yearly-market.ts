import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Thirty years in which tv moves sales by 4 for each unit of money; small enough for a command to refit often. */
export const yearlySpec = `mixwright: 1
name: Years
data: { file: years.csv, date: year, period: year }
currency: EUR
kpi: { column: sales, kind: revenue, margin: 0.5 }
channels: { tv: { spend: tv, adstock: none, saturation: none } }
baseline: { trend: none }
noise: normal
fit: { draws: 200, warmup: 150 }
`

/** Writes `years.yaml` and its table into a folder, the spec changed by `change`. */
export function writeYears(folder: string, change: (spec: string) => string = (spec) => spec): void {
  const rows = Array.from({ length: 30 }, (_, t) => {
    const tv = 20 + ((t * 7) % 13)
    return `${1960 + t},${300 + 4 * tv + ((t * 5) % 7)},${tv}`
  })
  writeFileSync(join(folder, 'years.csv'), `year,sales,tv\n${rows.join('\n')}\n`)
  writeFileSync(join(folder, 'years.yaml'), change(yearlySpec))
}
