// Stands in for vega-loader: a report's data are inside it, so there is nothing to fetch and nothing to parse.

export const loader = () => ({
  load: () => Promise.reject(new Error('A report loads nothing.')),
  sanitize: () => Promise.reject(new Error('A report links nowhere.')),
})

export const read = (rows: unknown) => rows

export const responseType = () => undefined
