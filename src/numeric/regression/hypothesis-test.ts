/** A statistic and the probability of one at least as extreme if the hypothesis holds. */
export interface HypothesisTest {
  readonly statistic: number
  readonly p: number
}

/** The two usual forms of a test by an auxiliary regression: Lagrange multiplier n R2 (chi-square) and F. */
export interface AuxiliaryTest {
  readonly lm: HypothesisTest
  readonly f: HypothesisTest
  /** Restrictions tested. */
  readonly degreesOfFreedom: number
}
