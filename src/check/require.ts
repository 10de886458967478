import { InputError } from './errors.js'

/** Throws unless `value` is a whole number of at least `low`. */
export function requireWhole(name: string, value: number, low: number): void {
  if (!Number.isSafeInteger(value) || value < low) {
    throw new InputError(`\`${name}\` must be a whole number of at least ${low}, not ${value}.`)
  }
}
