import type { CheckEntry } from './check.js'

/** Every check of `mixwright validate`, in the order in which help lists them. */
export const validateChecks: readonly CheckEntry[] = [
  {
    flag: 'backtest',
    description: 'refit at rolling origins and judge the predictions of what came after',
    load: async () => (await import('./run-backtest.js')).runBacktest,
  },
  {
    flag: 'ladder',
    description: 'the same answers under stiffer and looser baselines; also takes the folder of a fit',
    load: async () => (await import('./run-robustness.js')).runLadder,
  },
  {
    flag: 'forms',
    description: 'the same answers under other adstocks, saturations and priors; also takes the folder of a fit',
    load: async () => (await import('./run-robustness.js')).runForms,
  },
  {
    flag: 'recovery',
    description: 'plant known effects in your own data, refit, and say what these data can find',
    takes: ['worlds'],
    load: async () => (await import('./run-recovery.js')).runRecovery,
  },
  {
    flag: 'placebo',
    description: 'copy channels with their periods out of order, refit, and say what such copies are credited with',
    takes: ['channel'],
    load: async () => (await import('./run-placebo.js')).runPlacebo,
  },
]
