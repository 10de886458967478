import { readFileSync } from 'node:fs'
import type { Dataset } from '../../src/data/table/dataset.js'
import type { Model } from '../../src/model/design/model.js'
import type { FitSettings } from '../../src/model/spec/resolve-sections.js'
import { readTable } from '../../src/data/ingest/read-csv.js'
import { assembleDataset } from '../../src/data/table/assemble-dataset.js'
import { buildModel } from '../../src/model/design/build-model.js'
import { columnUses } from '../../src/model/spec/column-uses.js'
import { parseSpec } from '../../src/model/spec/parse-spec.js'
import type { Spec } from '../../src/model/spec/spec.js'

/** A model of a spec and a table as an analyst's files hold them; `fit` are settings of the command line. */
export function modelFromText(yaml: string, csv: string, fit: FitSettings = {}): Model {
  const spec = parseSpec(yaml, { file: 'model.yaml', fit })
  return buildModel(spec, datasetFromText(spec, csv))
}

/** A model file of `models/` with its data set, joined. */
export function shippedModel(name: string, fit: FitSettings = {}): Model {
  const folder = new URL('../../models/', import.meta.url)
  const yaml = readFileSync(new URL(`${name}.yaml`, folder), 'utf8')
  const { data } = parseSpec(yaml, { file: `${name}.yaml` })
  return modelFromText(yaml, readFileSync(new URL(data.file, folder), 'utf8'), fit)
}

function datasetFromText(spec: Spec, csv: string): Dataset {
  const { date, period, weekStarts } = spec.data
  const request = { date, period, weekStarts, uses: columnUses(spec), missing: spec.missing }
  return assembleDataset(readTable(csv, { file: 'data.csv' }), request).dataset
}
