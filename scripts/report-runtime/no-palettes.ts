// Stands in for Vega's colour schemes: the report's charts name every colour.

export const continuous = {}
export const discrete = {}
