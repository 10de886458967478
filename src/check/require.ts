import { InputError } from './errors.js'

/** Throws unless every value is finite and at least 0; the message names the first offender's index. */
export function requireNonNegative(name: string, values: Float64Array): void {
  for (let i = 0; i < values.length; i++) {
    if (!(values[i] >= 0) || values[i] === Infinity) {
      throw new InputError(`\`${name}[${i}]\` must be a finite number of at least 0, not ${values[i]}.`)
    }
  }
}

/** Throws unless every value is finite. */
export function requireFinite(name: string, values: Float64Array): void {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) throw new InputError(`\`${name}[${i}]\` must be a finite number, not ${values[i]}.`)
  }
}

/** Throws unless `low < value`. */
export function requireAbove(name: string, value: number, low: number): void {
  if (!(value > low) || value === Infinity) throw new InputError(`\`${name}\` must be above ${low}, not ${value}.`)
}

/** Throws unless `low <= value < high`. */
export function requireInHalfOpen(name: string, value: number, low: number, high: number): void {
  if (!(value >= low && value < high)) throw new InputError(`\`${name}\` must be in [${low}, ${high}), not ${value}.`)
}

/** Throws unless `value` is a whole number of at least `low`. */
export function requireWhole(name: string, value: number, low: number): void {
  if (!Number.isSafeInteger(value) || value < low) {
    throw new InputError(`\`${name}\` must be a whole number of at least ${low}, not ${value}.`)
  }
}
