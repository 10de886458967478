import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A sound spec for `shopCsv`. */
export const shopSpec = `mixwright: 1
name: Shop
data: { file: shop.csv, date: week, period: week }
currency: EUR
kpi: { column: revenue, kind: revenue, margin: 0.4 }
channels:
  tv: { spend: tv_spend, medium: television }
  search: { spend: search_spend, medium: search }
controls:
  temperature: { column: temperature, role: confounder }
baseline: { seasonality: { yearly: 1 } }
`

/** Sixty weeks: week, revenue, tv_spend, search_spend, temperature. */
export type ShopRow = [string, string, string, string, string]

const header = 'week,revenue,tv_spend,search_spend,temperature'

/** The shop's table, its rows changed by `change`; line 2 of the file is row 0. */
export function shopCsv(change: (rows: ShopRow[]) => ShopRow[] = (rows) => rows): string {
  return `${[header, ...change(Array.from({ length: 60 }, (_, t) => shopRow(t))).map((row) => row.join(','))].join('\n')}\n`
}

/** The shop's table with one cell changed. */
export function shopCsvWith(row: number, column: keyof ShopRow & number, cell: string): string {
  return shopCsv((rows) => {
    rows[row][column] = cell
    return rows
  })
}

/** Writes the shop into a folder, beside the results of an earlier fit. */
export function writeShop(
  folder: string,
  { spec = shopSpec, csv = shopCsv() }: { readonly spec?: string; readonly csv?: string | Uint8Array } = {},
): void {
  mkdirSync(join(folder, 'fits', 'Shop'), { recursive: true })
  writeFileSync(join(folder, 'fits', 'Shop', 'fit.json'), '{"format": "mixwright.fit/1", "earlier": true}')
  writeFileSync(join(folder, 'fits', 'log.jsonl'), '')
  writeFileSync(join(folder, 'model.yaml'), spec)
  writeFileSync(join(folder, 'shop.csv'), csv)
}

/** Every file below a folder with its content: what must be the same before and after a command that fails. */
export function folderContent(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter((name) => statSync(join(folder, name)).isFile())
  return {
    names: names.join('\n'),
    ...Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'latin1')])),
  }
}

function shopRow(t: number): ShopRow {
  const week = new Date(Date.UTC(2024, 0, 1 + 7 * t)).toISOString().slice(0, 10)
  const tv = t % 9 < 3 ? 1000 + 100 * (t % 7) : 0
  const search = 200 + 37 * ((t * 5) % 11)
  const temperature = 10 + ((t * 11) % 17)
  const revenue = 6000 + 0.9 * tv + 1.1 * search + 12 * temperature + 40 * (((t * 7919) % 101) / 50 - 1)
  return [week, revenue.toFixed(1), String(tv), String(search), String(temperature)]
}
