import { dirname, join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { projectFiles, projectText } from '../support/project-files.js'
import { nodesOf } from '../support/syntax-tree.js'

interface Exported {
  readonly name: string
  readonly path: string
}

/** Names that src/index.ts offers, with the file that declares each. */
function offered(): Exported[] {
  return nodesOf('src/index.ts').flatMap(({ node }) => {
    if (!ts.isExportDeclaration(node) || node.exportClause === undefined || !ts.isNamedExports(node.exportClause))
      return []
    const from = (node.moduleSpecifier as ts.StringLiteral).text
    const path = join(dirname('src/index.ts'), from).replace(/\.js$/, '.ts')
    return node.exportClause.elements.map(({ name }) => ({ name: name.text, path }))
  })
}

function isDocumented({ name, path }: Exported): boolean {
  return nodesOf(path).some(({ node }) => {
    if (!isNamed(node, name)) return false
    const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node
    return ts.getJSDocCommentsAndTags(statement).length > 0
  })
}

function isNamed(node: ts.Node, name: string): boolean {
  const declares =
    ts.isFunctionDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isVariableDeclaration(node)
  return declares && node.name?.getText() === name
}

describe('src/index.ts', () => {
  const exported = offered()

  it('holds names only, no logic', () => {
    const statements = nodesOf('src/index.ts').filter(
      ({ node }) => node.parent !== undefined && ts.isSourceFile(node.parent),
    )
    expect(
      statements.filter(({ node }) => !ts.isExportDeclaration(node) && node.kind !== ts.SyntaxKind.EndOfFileToken),
    ).toEqual([])
    expect(exported.length).toBeGreaterThan(40)
  })

  it('offers nothing without a word on what it is, options of a documented function apart', () => {
    const bare = exported.filter((each) => !isDocumented(each) && !each.name.endsWith('Options'))
    expect(bare.map(({ name, path }) => `${path}: ${name}`)).toEqual([])
  })
})

describe('docs/summary.md', () => {
  it('names every field of a summary', () => {
    const files = ['src/decision/results.ts', 'src/decision/estimate.ts', 'src/numeric/stats/estimate.ts']
    const results = files.flatMap(nodesOf).flatMap(({ node }) => {
      const inSummary = [
        'Summary',
        'ChannelSummary',
        'Returns',
        'CurvePoint',
        'PartSummary',
        'TreatmentElasticity',
        'Estimate',
      ]
      if (!ts.isInterfaceDeclaration(node) || !inSummary.includes(node.name.text)) return []
      return fieldsOf(node)
    })
    expect(results.length).toBeGreaterThan(60)
    const text = projectText('docs/summary.md')
    expect([...new Set(results)].filter((field) => !text.includes(`\`${field}\``))).toEqual([])
  })

  it('explains every flag that a result can carry', () => {
    const sources = projectFiles(/^src\/decision\/.*\.ts$/)
      .map(projectText)
      .join('\n')
    const flags = [...sources.matchAll(/flags: \['([a-z-]+)'\]|\? \['([a-z-]+)'\] : \[\]|flags\.push\('([a-z-]+)'\)/g)]
    const names = new Set(flags.map((match) => match[1] ?? match[2] ?? match[3]))
    expect(names.size).toBeGreaterThan(4)
    expect([...names].filter((flag) => !projectText('docs/summary.md').includes(`\`${flag}\``))).toEqual([])
  })
})

function fieldsOf(node: ts.Node): string[] {
  const own = ts.isPropertySignature(node) ? [node.name.getText()] : []
  const nested: string[] = []
  ts.forEachChild(node, (child) => void nested.push(...fieldsOf(child)))
  return [...own, ...nested]
}
