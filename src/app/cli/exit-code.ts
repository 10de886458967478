/** What the command's exit code means; scripts rely on these. */
export const exitCode = {
  done: 0,
  wrongInput: 1,
  wrongUsage: 2,
  /** Done, but a check failed and `--strict` was given. */
  checkFailed: 3,
  ourFault: 70,
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]
