import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { projectFiles, projectText } from '../support/project-files.js'
import { nodesOf, nodesOfText, type PlacedNode } from '../support/syntax-tree.js'

const longestFile = 400
const longestFunction = 80
const mostParameters = 4

/** Files or functions that may be longer, each with its reason. */
const longer: Readonly<Record<string, string>> = {}

/** Functions of an interface with more parameters, by name: kernels that fill arrays, where an object a call would cost. */
const kernels = /^(pullback|applyInto|derivativeInto|.*Into|.*Pullback)$/

const sources = projectFiles(/^src\/.*\.ts$/)

describe('every source file', () => {
  it(`has at most ${longestFile} lines`, () => {
    const long = sources.filter((path) => !(path in longer) && lineCount(projectText(path)) > longestFile)
    expect(long).toEqual([])
  })

  it(`has functions of at most ${longestFunction} lines`, () => {
    expect(sources.flatMap((path) => tooLong(nodesOf(path), path))).toEqual([])
  })

  it(`has functions of at most ${mostParameters} parameters, kernels apart`, () => {
    expect(sources.flatMap((path) => tooMany(nodesOf(path), path))).toEqual([])
  })

  it('exports no function with a parameter that is a bare yes or no', () => {
    expect(sources.flatMap((path) => booleanParameters(nodesOf(path), path))).toEqual([])
  })
})

describe('the size checks', () => {
  it('see a long function, many parameters and a bare boolean', () => {
    const body = 'x()\n'.repeat(longestFunction)
    const nodes = nodesOfText(`export function f(a: X, b: X, c: X, d: X, e: boolean) {\n${body}}`, 'f.ts')
    expect(tooLong(nodes, 'f.ts')).toEqual(['f.ts:1 f has 82 lines'])
    expect(tooMany(nodes, 'f.ts')).toEqual(['f.ts:1 f has 5 parameters'])
    expect(booleanParameters(nodes, 'f.ts')).toEqual(['f.ts:1 f(e: boolean)'])
  })
})

function lineCount(text: string): number {
  return text.split('\n').length - 1
}

function tooLong(nodes: readonly PlacedNode[], path: string): string[] {
  return nodes.flatMap(({ node, line, source }) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return []
    const lines = source.getLineAndCharacterOfPosition(node.getEnd()).line + 2 - line
    const name = nameOf(node)
    return lines > longestFunction && !(`${path} ${name}` in longer)
      ? [`${path}:${line} ${name} has ${lines} lines`]
      : []
  })
}

function tooMany(nodes: readonly PlacedNode[], path: string): string[] {
  return nodes.flatMap(({ node, line }) => {
    if (!ts.isFunctionLike(node) || kernels.test(nameOf(node)) || node.parameters.length <= mostParameters) return []
    return [`${path}:${line} ${nameOf(node)} has ${node.parameters.length} parameters`]
  })
}

function booleanParameters(nodes: readonly PlacedNode[], path: string): string[] {
  return nodes.flatMap(({ node, line }) => {
    if (!ts.isFunctionDeclaration(node) || !isExported(node)) return []
    return node.parameters
      .filter(({ type }) => type?.kind === ts.SyntaxKind.BooleanKeyword)
      .map(({ name }) => `${path}:${line} ${nameOf(node)}(${name.getText()}: boolean)`)
  })
}

function isExported(node: ts.FunctionDeclaration): boolean {
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name !== undefined) return node.name.getText()
  const { parent } = node
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name.getText() : 'a function'
}
