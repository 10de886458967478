import { expect, it } from 'vitest'
import { projectFiles, projectText } from '../support/project-files.js'
import { testedElsewhere } from './tested-elsewhere.js'

it('every source file has a test of the same name, holds only types, or says where it is tested', () => {
  const tests = new Set(projectFiles(/^tests\/.*\.test\.ts$/))
  const untested = projectFiles(/^src\/.*\.ts$/).filter((path) => {
    const beside = path.replace(/^src\//, 'tests/').replace(/\.ts$/, '.test.ts')
    return !tests.has(beside) && !holdsOnlyTypes(projectText(path)) && !(path in testedElsewhere)
  })
  expect(untested).toEqual([])
})

it('no entry outlives its file or its test, or stands beside a test of the file’s own name', () => {
  const sources = new Set(projectFiles(/^src\/.*\.ts$/))
  const tests = new Set(projectFiles(/^tests\/.*\.test\.ts$/))
  const stale = Object.entries(testedElsewhere).filter(
    ([path, test]) =>
      !sources.has(path) ||
      !tests.has(test) ||
      tests.has(path.replace(/^src\//, 'tests/').replace(/\.ts$/, '.test.ts')),
  )
  expect(stale).toEqual([])
})

function holdsOnlyTypes(text: string): boolean {
  return !/^(export )?(async )?(function|const|let|class)\b/m.test(text)
}
