import { InvalidArgumentError } from 'commander'

/** Reads an option that must be a whole number in a range; commander names the option in the message. */
export function wholeNumber(low: number, high = Infinity): (text: string) => number {
  return (text) => {
    const value = /^\d{1,15}$/.test(text.trim()) ? Number(text) : NaN
    if (value >= low && value <= high) return value
    const range = high === Infinity ? `of at least ${low}` : `from ${low} to ${high}`
    throw new InvalidArgumentError(`It must be a whole number ${range}.`)
  }
}

/** Reads an option such as `3%` or `-1.5%` as a share. */
export function percentage(text: string): number {
  const match = /^([+-]?\d+(?:\.\d+)?)\s*%$/.exec(text.trim())
  if (match === null) throw new InvalidArgumentError('It must be a percentage, such as 3%.')
  return Number(match[1]) / 100
}
