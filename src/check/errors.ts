/** One thing wrong with an input: where, what must hold, and what was found. */
export interface InputIssue {
  /** What is wrong, as a file position, a key path, or an argument: `retailer.yaml:12:5 channels.tv.adstock`. */
  readonly path: string
  /** One sentence, ready to print; it names the path itself. */
  readonly message: string
}

/**
 * The caller can fix it: a wrong argument, spec or data file. Carries every issue found, not only the first.
 *
 * The command prints one line an issue and exits with 1; it never shows a stack trace for this class.
 */
export class InputError extends Error {
  readonly issues: readonly InputIssue[]

  constructor(issues: string | readonly InputIssue[]) {
    const list = typeof issues === 'string' ? [{ path: '', message: issues }] : issues
    super(list.map((issue) => issue.message).join('\n'))
    this.name = 'InputError'
    this.issues = list
  }
}

/** Our fault or a model that cannot be computed: the message carries every named value at full precision. */
export class NumericalError extends Error {
  constructor(message: string, values: Readonly<Record<string, number>> = {}) {
    const detail = Object.entries(values).map(([name, value]) => `${name} = ${value}`)
    super(detail.length > 0 ? `${message} (${detail.join(', ')})` : message)
    this.name = 'NumericalError'
  }
}
