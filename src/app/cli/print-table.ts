import type { Table } from '../../present/table/table.js'
import type { Output } from './command-io.js'
import pc from 'picocolors'
import { toTerminal } from '../../present/table/to-terminal.js'

/** Prints a table as wide as the output, with a blank line after it. */
export function printTable(output: Output, table: Table): void {
  const colors = pc.createColors(output.terminal)
  output.write(`${toTerminal(table, { width: output.columns, color: (style, text) => colors[style](text) })}\n`)
}
