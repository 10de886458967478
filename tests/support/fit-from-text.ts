import type { Executor } from '../../src/execute/executor.js'
import type { FitMethod } from '../../src/model/spec/spec.js'
import { browserExecutor, type BrowserWorker } from '../../src/app/workers/browser-executor.js'
import { readTable } from '../../src/data/ingest/read-csv.js'
import { assembleDataset } from '../../src/data/table/assemble-dataset.js'
import { sha256Hex } from '../../src/data/table/fingerprint.js'
import { inlineExecutor } from '../../src/execute/executor.js'
import { fitBayes } from '../../src/fit/bayes/fit-bayes.js'
import { bayesTasks } from '../../src/fit/bayes/tasks.js'
import { fitRegression } from '../../src/fit/regression/fit-regression.js'
import { regressionTasks } from '../../src/fit/regression/tasks.js'
import { buildModel } from '../../src/model/design/build-model.js'
import { columnUses } from '../../src/model/spec/column-uses.js'
import { parseSpec } from '../../src/model/spec/parse-spec.js'

export interface HashRequest {
  readonly spec: string
  readonly csv: string
  readonly method: FitMethod
  readonly draws: number
}

/** A hash of every bit of the draws of a fit, from texts alone: the same work in Node and in a browser. */
export async function drawsHash(
  { spec: text, csv, method, draws }: HashRequest,
  executor: Executor = inlineExecutor({ ...regressionTasks, ...bayesTasks }),
): Promise<string> {
  const chains = method === 'bayes' ? { warmup: 120, chains: 3 } : {}
  const spec = parseSpec(text, { file: 'model.yaml', fit: { method, draws, ...chains } })
  const request = { ...spec.data, uses: columnUses(spec), missing: spec.missing }
  const { dataset } = assembleDataset(readTable(csv, { file: 'data.csv' }), request)
  const fit = method === 'bayes' ? fitBayes : fitRegression
  const result = await fit(buildModel(spec, dataset), { executor })
  const bits = new BigUint64Array(result.draws.values.slice().buffer)
  return sha256Hex(Array.from(bits, (value) => value.toString(16)).join(' '))
}

/** The same by web workers that run `script`; in a browser only. */
export async function drawsHashByWorkers(request: HashRequest, script: string, workers: number): Promise<string> {
  const browser = globalThis as unknown as {
    readonly Worker: new (url: string) => BrowserWorker
    readonly URL: { createObjectURL(blob: unknown): string }
    readonly Blob: new (parts: readonly string[], options: { readonly type: string }) => unknown
  }
  const url = browser.URL.createObjectURL(new browser.Blob([script], { type: 'text/javascript' }))
  const executor = browserExecutor({ createWorker: () => new browser.Worker(url), workers })
  try {
    return await drawsHash(request, executor)
  } finally {
    executor.close()
  }
}
