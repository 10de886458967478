import { InputError } from '../../check/errors.js'

/**
 * Throws unless the content of a file can be a text table: not empty, not another format, decoded without loss in its header.
 *
 * @throws InputError with one sentence that says what the file seems to be and how to save it.
 */
export function requireText(content: string, file: string): void {
  const problem = describeProblem(content)
  if (problem !== null) throw new InputError([{ path: file, message: `${file} ${problem}` }])
}

function describeProblem(content: string): string | null {
  if (content.startsWith('PK\u0003\u0004'))
    return 'is a workbook or zip archive, not CSV text; save the sheet as CSV (UTF-8).'
  if (content.startsWith('PAR1')) return 'is a Parquet file, not CSV text; export it as CSV (UTF-8).'
  if (content.startsWith('\u001f\ufffd') || content.startsWith('\u001f\u008b')) return 'is compressed; unpack it first.'
  const nul = content.indexOf('\0')
  if (nul !== -1) {
    const line = lineAt(content, nul)
    return `is not UTF-8 text: line ${line} has a NUL byte, as in UTF-16 or binary files; save it as CSV (UTF-8).`
  }
  if (content.trim() === '') return 'is empty; it must hold a header and rows.'
  const headerEnd = content.indexOf('\n')
  const header = headerEnd === -1 ? content : content.slice(0, headerEnd)
  if (header.includes('\ufffd'))
    return 'is not UTF-8 text: its header has bytes that cannot be decoded; save it as CSV (UTF-8).'
  return null
}

function lineAt(content: string, position: number): number {
  let line = 1
  for (let at = content.indexOf('\n'); at !== -1 && at < position; at = content.indexOf('\n', at + 1)) line += 1
  return line
}
