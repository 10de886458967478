import { readTable } from '../../src/data/ingest/read-csv.js'
import { assembleDataset } from '../../src/data/table/assemble-dataset.js'
import { sha256Hex } from '../../src/data/table/fingerprint.js'
import { inlineExecutor } from '../../src/execute/executor.js'
import { fitRegression } from '../../src/fit/regression/fit-regression.js'
import { regressionTasks } from '../../src/fit/regression/tasks.js'
import { buildModel } from '../../src/model/design/build-model.js'
import { columnUses } from '../../src/model/spec/column-uses.js'
import { parseSpec } from '../../src/model/spec/parse-spec.js'

/** A hash of every bit of the draws of a regression fit, from texts alone: the same work in Node and in a browser. */
export async function drawsHash(specText: string, csv: string, draws: number): Promise<string> {
  const spec = parseSpec(specText, { file: 'model.yaml', fit: { draws } })
  const request = { ...spec.data, uses: columnUses(spec), missing: spec.missing }
  const { dataset } = assembleDataset(readTable(csv, { file: 'data.csv' }), request)
  const result = await fitRegression(buildModel(spec, dataset), { executor: inlineExecutor(regressionTasks) })
  const bits = new BigUint64Array(result.draws.values.slice().buffer)
  return sha256Hex(Array.from(bits, (value) => value.toString(16)).join(' '))
}
