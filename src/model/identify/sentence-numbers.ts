/** A share in percent, whole from 1 % on: `8 %`, `0.5 %`, `below 0.1 %`. */
export function percent(share: number): string {
  if (share > 0 && share < 0.001) return 'below 0.1 %'
  if (share > 0 && share < 0.00995) return `${(100 * share).toFixed(1)} %`
  return `${Math.round(100 * share)} %`
}

/** A correlation, probability or p-value with two decimals, or as many as keep it off 0 and 1: `0.98`, `0.997`, `below 0.001`. */
export function decimal(value: number): string {
  const size = Math.abs(value)
  if (size > 0 && size < 0.001) return 'below 0.001'
  if (size > 0.999 && size < 1) return value > 0 ? 'above 0.999' : 'below -0.999'
  return value.toFixed(size < 0.01 || size > 0.995 ? 3 : 2)
}
