// xoshiro128**. Source: Blackman and Vigna (2021), "Scrambled linear pseudorandom number generators".

import { sha256 } from '@noble/hashes/sha2.js'
import { InputError } from '../../check/errors.js'
import { normalQuantile } from '../special/normal.js'

/** A stream of random numbers; the only source of randomness below the command. */
export interface Generator {
  /** Uniform on the open interval (0, 1), a multiple of 2^-53. */
  uniform(): number
  /** Standard normal, one uniform number each. */
  normal(): number
  /** A whole number from 0 to `below - 1`, each equally likely; `below` from 1 to 2^32. */
  integer(below: number): number
}

/**
 * A generator whose stream depends on the seed and the purpose, and on nothing else.
 *
 * Streams of different seeds or purposes are independent: the 128-bit state is the SHA-256 of seed and purpose, so a
 * stream is derived anew wherever it is needed, in any worker, and is never shared or advanced past another.
 *
 * @param seed any finite number.
 * @param purpose what the stream is for, from general to particular: `'replicate', 17`.
 * @throws InputError if the seed or a number in the purpose is not finite.
 * @example createGenerator(1, 'noise', 3).uniform()
 */
export function createGenerator(seed: number, ...purpose: readonly (string | number)[]): Generator {
  for (const part of [seed, ...purpose]) {
    if (typeof part === 'number' && !Number.isFinite(part)) {
      throw new InputError(`A seed must be a finite number, not ${part}.`)
    }
  }
  const hash = sha256(new TextEncoder().encode(JSON.stringify([seed, ...purpose])))
  const view = new DataView(hash.buffer, hash.byteOffset, hash.byteLength)
  return new Xoshiro(view.getInt32(0), view.getInt32(4), view.getInt32(8), view.getInt32(12) | 1)
}

class Xoshiro implements Generator {
  constructor(
    private a: number,
    private b: number,
    private c: number,
    private d: number,
  ) {}

  uniform(): number {
    const high = this.word() >>> 6
    const low = this.word() >>> 6
    return (high * 67108864 + low + 0.5) * 2.220446049250313e-16
  }

  normal(): number {
    return normalQuantile(this.uniform())
  }

  integer(below: number): number {
    if (!Number.isInteger(below) || below < 1 || below > 4294967296) {
      throw new InputError(`\`below\` must be a whole number from 1 to 4294967296, not ${below}.`)
    }
    const limit = 4294967296 - (4294967296 % below)
    let word = this.word() >>> 0
    while (word >= limit) word = this.word() >>> 0
    return word % below
  }

  private word(): number {
    const product = Math.imul(this.b, 5)
    const result = Math.imul((product << 7) | (product >>> 25), 9)
    const shifted = this.b << 9
    this.c ^= this.a
    this.d ^= this.b
    this.b ^= this.c
    this.a ^= this.d
    this.c ^= shifted
    this.d = (this.d << 11) | (this.d >>> 21)
    return result
  }
}
