import type { CheckEntry } from './check.js'

/** Every check of `mixwright validate`, in the order in which help lists them. */
export const validateChecks: readonly CheckEntry[] = [
  {
    flag: 'backtest',
    description: 'refit at rolling origins and judge the predictions of what came after',
    load: async () => (await import('./run-backtest.js')).runBacktest,
  },
]
