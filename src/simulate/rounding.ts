/** Rounded to so many digits after the point (halves up); the nearest double to the decimal, so that it prints short. */
export function roundTo(value: number, decimals: number): number {
  const factor = powerOfTen(decimals)
  return Math.round(value * factor) / factor
}

/** Rounded to a multiple of `step`, a whole number. */
export function roundToStep(value: number, step: number): number {
  return Math.round(value / step) * step
}

/** Rounded to so many significant digits. */
export function roundToDigits(value: number, digits: number): number {
  return Number(value.toPrecision(digits))
}

function powerOfTen(decimals: number): number {
  let factor = 1
  for (let i = 0; i < decimals; i++) factor *= 10
  return factor
}
