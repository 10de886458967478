/** What `mixwright show` can print. */
export const showSubjects = [
  'contributions',
  'returns',
  'curves',
  'tradeoff',
  'frontier',
  'drivers',
  'diagnostics',
  'series',
] as const

export type ShowSubject = (typeof showSubjects)[number]
