import type { Dataset, Finding } from '../../data/table/dataset.js'
import type { RawTable } from '../../data/table/raw-table.js'
import type { Model } from '../../model/design/model.js'
import type { Spec } from '../../model/spec/spec.js'
import type { FitSettings } from '../../model/spec/resolve-sections.js'
import type { CommandIo } from '../cli/command-io.js'
import { basename, dirname, join, resolve } from 'node:path'
import { InputError } from '../../check/errors.js'
import { auditDataset } from '../../data/audit/audit-dataset.js'
import { inspectTable } from '../../data/table/assemble-dataset.js'
import { acceptFindings, requireNoErrors, sortFindings } from '../../data/table/finding.js'
import { pivotLong } from '../../data/table/pivot-long.js'
import { buildModel } from '../../model/design/build-model.js'
import { parameterCount } from '../../model/identify/identifiability.js'
import { columnUses } from '../../model/spec/column-uses.js'
import { parseSpec } from '../../model/spec/parse-spec.js'
import { maxSpecBytes, readText } from '../folder/read-text.js'
import { shortPath } from '../folder/short-path.js'
import { readDataFile } from './read-data-file.js'
import { withHolidays } from './with-holidays.js'

/** A spec and its data as the commands take them in, with everything there is to say about them. */
export interface ModelInput {
  readonly spec: Spec
  /** Folder and name of the spec. */
  readonly specPath: string
  /** What the data checks found, most severe first, after `accept:`. */
  readonly findings: readonly Finding[]
  /** Null where a finding is an error. */
  readonly model: Model | null
  /** SHA-256 of the data file. */
  readonly dataFile: string
}

/**
 * Reads a spec and its data file, checks them and joins them to a model.
 *
 * @param path the spec, relative to the folder the command runs in.
 * @param fit settings of the command line, which stand before those of the spec.
 * @throws InputError if the spec or the table can't be read; what is wrong with the data is in `findings`.
 */
export async function loadInput(io: CommandIo, path: string, fit: FitSettings = {}): Promise<ModelInput> {
  const specPath = resolve(io.cwd, path)
  const text = await readText(specPath, { what: 'spec', maxBytes: maxSpecBytes, shown: shortPath(io, specPath) })
  const spec = parseSpec(text, { file: basename(specPath), fit })
  const { file, sheet, long } = spec.data
  const dataPath = join(dirname(specPath), file)
  const { table, hash } = await readDataFile(dataPath, { shown: shortPath(io, dataPath), sheet })
  return { specPath, dataFile: hash, ...(await checkData(spec, long === null ? table : pivotLong(table, long))) }
}

/**
 * `loadInput` for commands that need the model.
 *
 * @throws InputError with every error found in the data.
 */
export async function loadModel(
  io: CommandIo,
  path: string,
  fit: FitSettings = {},
): Promise<ModelInput & { readonly model: Model }> {
  const input = await loadInput(io, path, fit)
  requireNoErrors(input.findings, basename(input.spec.data.file))
  return input as ModelInput & { readonly model: Model }
}

async function checkData(given: Spec, table: RawTable): Promise<Pick<ModelInput, 'spec' | 'findings' | 'model'>> {
  const uses = columnUses(given)
  const { date, period, weekStarts, aggregate } = given.data
  const request = { date, period, weekStarts, aggregate, uses, missing: given.missing }
  const { assembly, findings } = inspectTable(table, request)
  if (assembly === null) return { spec: given, findings: withoutRepeats(sortFindings(findings)), model: null }
  const spec = await withHolidays(given, assembly.dataset)
  const { model, failure } = tryModel(spec, assembly.dataset)
  const audit = auditDataset(assembly.dataset, uses, {
    lines: assembly.lines,
    parameters: model === null ? null : parameterCount(model),
  })
  const all = withoutRepeats(sortFindings(acceptFindings([...findings, ...audit], spec.accept)))
  if (all.some(({ severity }) => severity === 'error')) return { spec, findings: all, model: null }
  if (failure !== null) throw failure
  return { spec, findings: all, model }
}

// A column that is both spend and media of a channel is looked at twice; one look is enough to tell.
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings.filter(({ id, row }) => {
    const key = `${id} ${row}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

// A constant or all-zero channel stops the model, but the audit has the better words for it: they come first.
function tryModel(spec: Spec, dataset: Dataset): { model: Model | null; failure: InputError | null } {
  try {
    return { model: buildModel(spec, dataset), failure: null }
  } catch (error) {
    if (error instanceof InputError) return { model: null, failure: error }
    throw error
  }
}
