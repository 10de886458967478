import Papa from 'papaparse'
import { InputError } from '../../check/errors.js'
import type { Delimiter } from '../table/raw-table.js'

const candidates: readonly Delimiter[] = [',', ';', '\t', '|']
const rowsRead = 50

/**
 * The delimiter that splits the first rows most evenly: the largest share of rows as long as the header, then the most cells.
 *
 * Decimal commas and commas in text vary from row to row, so they lose against the delimiter that does not.
 *
 * @param text CSV text with plain line ends.
 * @throws InputError if no candidate splits the header.
 */
export function detectDelimiter(text: string, file: string): Delimiter {
  let best: { delimiter: Delimiter; share: number; cells: number } | null = null
  for (const delimiter of candidates) {
    const { data } = Papa.parse<string[]>(text, {
      delimiter,
      newline: '\n',
      preview: rowsRead,
      skipEmptyLines: 'greedy',
    })
    const cells = data.length === 0 ? 0 : data[0].length
    if (cells < 2) continue
    const share = data.filter((row) => row.length === cells).length / data.length
    if (best === null || share > best.share || (share === best.share && cells > best.cells)) {
      best = { delimiter, share, cells }
    }
  }
  if (best !== null) return best.delimiter
  const header = text.trimStart().split('\n', 1)[0]
  const shown = header.length > 60 ? `${header.slice(0, 59)}…` : header
  const message = `${file} line 1 must hold at least two headers with a comma, semicolon, tab or | between them, not \`${shown}\`.`
  throw new InputError([{ path: `${file}:1`, message }])
}
