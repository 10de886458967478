import type { Spec } from '../../model/spec/spec.js'

/** One way in which a model could as well have been specified: a rung of a study. */
export interface Variant {
  readonly id: string
  /** What is different, in words: `a straight-line trend`. */
  readonly label: string
  readonly spec: Spec
}

/** The variants of a model, and why one that users may expect isn't among them. */
export interface Variants {
  readonly variants: readonly Variant[]
  /** A sentence each. */
  readonly leftOut: readonly string[]
}

/** Collects variants, each made by one change of the spec. */
export class VariantList implements Variants {
  readonly variants: Variant[] = []
  readonly leftOut: string[] = []

  constructor(private readonly spec: Spec) {}

  add(id: string, label: string, change: Partial<Spec>): void {
    this.variants.push({ id, label, spec: { ...this.spec, ...change } })
  }

  leaveOut(why: string): void {
    this.leftOut.push(why)
  }
}
