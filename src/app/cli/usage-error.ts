/** The command line asks for something that doesn't exist; exit code 2, one sentence. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}
