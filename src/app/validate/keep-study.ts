import type { RobustnessStudy, StudyKind } from '../../fit/robustness/robustness.js'
import type { FitInFolder } from './robustness-target.js'
import { InputError } from '../../check/errors.js'
import { fitOutput } from '../fit/fit-output.js'
import { readFitFolder } from '../folder/fit-folder.js'
import { writeFiles } from '../folder/write-files.js'
import { fitReportData } from '../report/fit-report-data.js'
import { sameFingerprint } from './robustness-target.js'

/**
 * Writes a study into the fit that it is of, and brings the fit's summary, tables and report up to date.
 *
 * @throws InputError if the folder holds another fit by now; nothing is written then.
 */
export async function keepStudy({ fit, folder }: FitInFolder, kind: StudyKind, study: RobustnessStudy): Promise<void> {
  const now = await readFitFolder(folder)
  if (!sameFingerprint(now.fingerprint, fit.fingerprint)) {
    throw new InputError(`The fit in ${folder} was replaced while its variants were fitted: run the check again.`)
  }
  const kept = { ...now, robustness: { ...now.robustness, [kind]: study } }
  writeFiles(folder, await fitOutput(kept, fitReportData(kept, folder)), { existing: 'replace' })
}
