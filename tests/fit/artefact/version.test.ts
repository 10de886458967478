import { expect, it } from 'vitest'
import { version } from '../../../src/fit/artefact/version.js'
import { projectText } from '../../support/project-files.js'

it('version is the one of package.json, and the changelog has it', () => {
  expect((JSON.parse(projectText('package.json')) as { version: string }).version).toBe(version)
  expect(projectText('CHANGELOG.md')).toContain(`\n## ${version}\n`)
})
