import type { Plan } from '../../decision/counterfactual/expected-outcome.js'
import type { Model } from '../../model/design/model.js'
import type { CommandIo } from '../cli/command-io.js'
import { resolve } from 'node:path'
import { readPlan } from '../../decision/plan/read-plan.js'
import { shortPath } from '../folder/short-path.js'
import { readDataFile } from '../input/read-data-file.js'

/**
 * Reads a plan from a file: CSV, or any other form in which data may be.
 *
 * @param path relative to the folder the command runs in.
 * @throws InputError as `readDataFile` and `readPlan` do.
 */
export async function readPlanFile(io: CommandIo, path: string, model: Model): Promise<Plan> {
  const place = resolve(io.cwd, path)
  const { table } = await readDataFile(place, { shown: shortPath(io, place) })
  return readPlan(table, model)
}
