import type { Plan } from '../../decision/counterfactual/expected-outcome.js'
import type { RawTable } from '../../data/table/raw-table.js'
import type { Model } from '../../model/design/model.js'
import type { CommandIo } from '../cli/command-io.js'
import { resolve } from 'node:path'
import { readScenario, type Scenario } from '../../decision/forecast/scenario.js'
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
  return readPlan(await tableAt(io, path), model)
}

/** Reads controls of periods after the last row from a file; otherwise as `readPlanFile`. */
export async function readScenarioFile(io: CommandIo, path: string, model: Model): Promise<Scenario> {
  return readScenario(await tableAt(io, path), model)
}

async function tableAt(io: CommandIo, path: string): Promise<RawTable> {
  const place = resolve(io.cwd, path)
  return (await readDataFile(place, { shown: shortPath(io, place) })).table
}
