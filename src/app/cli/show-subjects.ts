/** What `mixwright show` can print. */
export const showSubjects = ['contributions', 'returns', 'curves', 'tradeoff', 'diagnostics', 'series'] as const

export type ShowSubject = (typeof showSubjects)[number]
