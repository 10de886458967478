/** One assumption of a model in words. */
export interface ResolvedDefault {
  /** What it is about: `tv: half-life`. */
  readonly what: string
  /** What holds; of a prior its median and the range it gives 90 % to: `median 3 weeks (0.8 to 11)`. */
  readonly value: string
  /** Why: the rule behind a default, or `the spec`. */
  readonly source: string
  /** Whether the spec changes the default; a spec that states the default itself counts as the default. */
  readonly given: boolean
}

/** A row whose source is the spec where that says something else than the default. */
export function assumption(
  what: string,
  value: string,
  { isDefault, rule }: { readonly isDefault: boolean; readonly rule: string },
): ResolvedDefault {
  return { what, value, source: isDefault ? rule : 'the spec', given: !isDefault }
}
