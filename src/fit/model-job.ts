import type { Dataset } from '../data/table/dataset.js'
import { Density } from '../model/density/density.js'
import { buildModel } from '../model/design/build-model.js'
import type { Model } from '../model/design/model.js'
import type { Spec } from '../model/spec/spec.js'

/** What a worker needs to build the same density, and its share of the work. */
export interface ModelJob<T> {
  readonly spec: Spec
  readonly dataset: Dataset
  readonly frozen: Readonly<Record<string, number>>
  readonly input: T
}

/** One job an input, all of one model. */
export function jobsOf<T>({ spec, dataset, frozen }: Model, inputs: readonly T[]): ModelJob<T>[] {
  return inputs.map((input) => ({ spec, dataset, frozen, input }))
}

/** The density of a job's model, built anew. */
export function densityOf({ spec, dataset, frozen }: ModelJob<unknown>): Density {
  return new Density(buildModel(spec, dataset, frozen))
}
