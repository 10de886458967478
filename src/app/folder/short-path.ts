import { relative } from 'node:path'

/** A path as the reader of a message would write it: relative to where the command runs, unless that leads upwards. */
export function shortPath({ cwd }: { readonly cwd: string }, path: string): string {
  const short = relative(cwd, path)
  if (short === '') return '.'
  return short.startsWith('..') ? path : short
}
