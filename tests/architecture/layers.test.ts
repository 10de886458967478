import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { describe, expect, it } from 'vitest'
import { projectFiles, projectFolder } from '../support/project-files.js'

const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: IForbiddenRuleType[]
  options: object
}

async function violations(folder: string): Promise<string[]> {
  const result = await cruise(['src'], { ...options, ruleSet: { forbidden }, validate: true, baseDir: folder })
  const { summary } = result.output as ICruiseResult
  expect(summary.totalCruised).toBeGreaterThan(1)
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)
}

function withFiles(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'layers-'))
  for (const [path, text] of Object.entries({ ...files, 'tsconfig.json': '{}' })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

describe('the layers', () => {
  it('have no arrow upwards, no cycle, and no Node module below app', async () => {
    expect(await violations(projectFolder)).toEqual([])
  })

  it('are checked by rules that see an arrow upwards, a type-only one too, and a cycle', async () => {
    const folder = withFiles({
      'src/numeric/a.ts': "import type { B } from '../model/b.js'\nexport type A = B\n",
      'src/model/b.ts': "import { c } from './c.js'\nexport type B = typeof c\n",
      'src/model/c.ts':
        "import { readFileSync } from 'node:fs'\nimport type { B } from './b.js'\nexport const c = readFileSync\nexport type C = B\n",
    })
    const found = await violations(folder)
    rmSync(folder, { recursive: true })
    expect(found).toContain('numeric-imports-no-higher-layer: src/numeric/a.ts -> src/model/b.ts')
    expect(found).toContain('no-cycles: src/model/b.ts -> src/model/c.ts')
    expect(found).toContain('engine-uses-no-node-module: src/model/c.ts -> fs')
  })

  it('hold every source file', () => {
    const layers = /^src\/(check|execute|numeric|inference|data|model|simulate|fit|decision|present|app)\//
    expect(projectFiles(/^src\/.*\.ts$/).filter((path) => !layers.test(path))).toEqual(['src/index.ts'])
  })

  it('have one barrel, src/index.ts', () => {
    expect(projectFiles(/^src\/.*index\.ts$/)).toEqual(['src/index.ts'])
  })
})
