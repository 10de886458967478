import type { WarmStart } from '../../fit/bayes/warm-start.js'
import type { Model } from '../../model/design/model.js'
import { resolve } from 'node:path'
import { chainPlan } from '../../fit/bayes/fit-bayes.js'
import { matchCoordinates, warmStartOf } from '../../fit/bayes/warm-start.js'
import { readFitFolder } from '../folder/fit-folder.js'

/** What an earlier fit lends to a new one, and one line that says how much of the model it knows. */
export interface ReadWarmStart {
  readonly warmStart: WarmStart
  readonly note: string
}

/**
 * Reads the fit that another is to begin with.
 *
 * @param folder as it was given, relative to `cwd`.
 * @throws InputError in one sentence if it is no fit, or has nothing to begin with.
 */
export async function readWarmStart(
  { cwd }: { readonly cwd: string },
  folder: string,
  model: Model,
): Promise<ReadWarmStart> {
  const fit = await readFitFolder(resolve(cwd, folder), folder)
  const warmStart = warmStartOf(fit, folder)
  const { known, unknown } = matchCoordinates(model, warmStart)
  const { warmup } = chainPlan(model, warmStart)
  const all = known.length + unknown.length
  const how =
    unknown.length === 0
      ? `knows all ${all} parameters`
      : `knows ${known.length} of ${all} parameters, not ${listed(unknown)}`
  const checks = warmStart.passed ? '' : ' but failed its checks'
  return { warmStart, note: `Starting from ${folder}, which ${how}${checks}: warm-up of ${warmup} iterations.` }
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 4).join(', ')
  return names.length > 4 ? `${shown} and ${names.length - 4} more` : shown
}
