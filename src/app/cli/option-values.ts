import { InvalidArgumentError } from 'commander'

/** Reads an option that must be a whole number of at least `low`; commander names the option in the message. */
export function wholeNumber(low: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,15}$/.test(text.trim()) ? Number(text) : NaN
    if (!(value >= low)) throw new InvalidArgumentError(`It must be a whole number of at least ${low}.`)
    return value
  }
}
