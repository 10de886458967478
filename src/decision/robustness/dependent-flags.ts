import type { Robustness, RobustnessStudy, RungRange } from '../../fit/robustness/robustness.js'
import { dependentFlag, kindOf } from './study-words.js'

/**
 * Flags of one answer that depends on what a study varied: `baseline-dependent`, `form-dependent`; none where nobody looked.
 *
 * @param name a channel, or null for all paid media together.
 */
export function dependentFlags(robustness: Robustness | undefined, name: string | null): string[] {
  const studies = [robustness?.ladder, robustness?.forms].filter((study) => study !== undefined)
  return studies
    .filter((study) => rangeOf(study, name)?.dependent === true)
    .map((study) => dependentFlag[kindOf(study)])
}

function rangeOf({ channels, media }: RobustnessStudy, name: string | null): RungRange | null {
  return name === null ? media : (channels.find((channel) => channel.name === name) ?? null)
}
