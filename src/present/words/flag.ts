/** What a flag of the summary means, in words; a flag that isn't known here stands for itself. */
export function flagText(flag: string): string {
  return flags[flag] ?? flag
}

const flags: Readonly<Record<string, string>> = {
  'demand-capture': 'upper bound: includes demand created elsewhere',
  'prior-driven': 'mostly from the prior: the data say little',
  'no-margin': 'no margin in the model file, so no ROI and no profit',
  'no-value': 'the KPI has no value in money, so only cost per KPI',
  'no-spend-in-window': 'no spend in this window, so no ratios',
  'roi-max-unknown': 'the data can’t tell where ROI is highest',
  'never-pays': 'no spend pays back',
  'baseline-confounded': 'hard to tell from slow changes of demand',
  linear: 'a straight line: no diminishing returns in the model',
  extrapolation: 'beyond the spend seen in the data',
  'includes-organic': 'with an organic channel, which has no spend, so no money figures',
  'not-separable': 'can’t be told apart from another channel',
  'baseline-dependent': 'moves with the choice of the baseline',
  'form-dependent': 'moves with the choice of adstock, saturation and prior',
  'roas-unstable': 'its return leaves its interval when the last quarter is dropped',
}
