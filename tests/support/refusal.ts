import { InputError } from '../../src/check/errors.js'

/** What the refusal of an input says; fails where nothing is refused, or something else is thrown. */
export async function refusal(attempt: () => unknown): Promise<string> {
  try {
    await attempt()
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  throw new Error('nothing was refused')
}
