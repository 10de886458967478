import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { projectFiles, projectText } from '../support/project-files.js'
import { nodesOf, nodesOfText, type PlacedNode } from '../support/syntax-tree.js'

/** What Math may be used for in the engine: exact on every machine, unlike exp, log, pow and what follows from them. */
const exactMath = new Set(
  ['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'sqrt', 'trunc'].concat([
    'E',
    'LN10',
    'LN2',
    'LOG10E',
    'LOG2E',
    'PI',
    'SQRT1_2',
    'SQRT2',
  ]),
)

const engine = projectFiles(/^src\/(check|execute|numeric|inference|data|model|simulate|fit|decision)\/.*\.ts$/)

describe('the engine', () => {
  it('uses no function of Math whose last bits differ between JavaScript engines, and no **', () => {
    expect(engine.flatMap((path) => inexactMath(nodesOf(path), path))).toEqual([])
  })

  it('is checked by a rule that sees Math.exp, Math passed on, and **', () => {
    const text =
      'const a = Math.exp(1)\nconst { log } = Math\nlet c = a ** 2\nc **= 2\nconst d = Math.sqrt(2) * Math.PI\n'
    expect(inexactMath(nodesOfText(text, 'f.ts'), 'f.ts')).toEqual([
      'f.ts:1 Math.exp',
      'f.ts:2 Math',
      'f.ts:3 **',
      'f.ts:4 **',
    ])
  })
})

describe('numeric and inference', () => {
  const marketing =
    /\b(channels?|spend(ing)?|media|adstock|marketing|campaigns?|roas|roi|budgets?|advertis\w*|brand|tv|kpi)\b/gi

  it('have no marketing word in them', () => {
    const found = projectFiles(/^src\/(numeric|inference)\/.*\.ts$/).flatMap((path) =>
      [...projectText(path).matchAll(marketing)].map(([word]) => `${path}: ${word}`),
    )
    expect(found).toEqual([])
  })
})

describe('every file of the project', () => {
  const texts = projectFiles(/\.(ts|mts|mjs|cjs|js|json|ya?ml|md|csv|html|toml|sh)$|^\.(npmrc|ci\/run|gitignore)$/)

  it('names no package registry and no path of a machine', () => {
    const pattern = new RegExp(
      [
        'registry\\.npm' + 'js\\.org',
        'registry\\.yarn' + 'pkg\\.com',
        '/ho' + 'me/\\w+/',
        '/Us' + 'ers/\\w+/',
        '/wo' + 'rk/main',
      ].join('|'),
      'g',
    )
    const found = texts.flatMap((path) => [...projectText(path).matchAll(pattern)].map(([text]) => `${path}: ${text}`))
    expect(found).toEqual([])
  })

  it('has nothing left unfinished', () => {
    const pattern = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'not imple' + 'mented'].join('|'), 'g')
    const found = texts
      .filter((path) => /^(src|tests|scripts|bench|docs)\//.test(path))
      .flatMap((path) => [...projectText(path).matchAll(pattern)].map(([text]) => `${path}: ${text}`))
    expect(found).toEqual([])
  })

  it('has no test that is switched off', () => {
    const found = projectFiles(/^tests\/.*\.ts$/).filter((path) =>
      /\b(it|test|describe)\.(skip|only|todo|fails)\b/.test(projectText(path)),
    )
    expect(found.filter((path) => path !== 'tests/architecture/forbidden.test.ts')).toEqual([])
  })
})

function inexactMath(nodes: readonly PlacedNode[], path: string): string[] {
  return nodes.flatMap(({ node, line }) => {
    if (node.kind === ts.SyntaxKind.AsteriskAsteriskToken || node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken) {
      return [`${path}:${line} **`]
    }
    if (!ts.isIdentifier(node) || node.text !== 'Math') return []
    const { parent } = node
    if (!ts.isPropertyAccessExpression(parent)) return [`${path}:${line} Math`]
    return exactMath.has(parent.name.text) ? [] : [`${path}:${line} Math.${parent.name.text}`]
  })
}
