import ts from 'typescript'
import { projectText } from './project-files.js'

/** One node of a source file, with the line it begins on, counted from 1. */
export interface PlacedNode {
  readonly node: ts.Node
  readonly line: number
  readonly source: ts.SourceFile
}

/** Every node of one of the project's files, depth first. */
export function nodesOf(path: string): PlacedNode[] {
  return nodesOfText(projectText(path), path)
}

/** Every node of a text, as if it stood in a file of that name. */
export function nodesOfText(text: string, path: string): PlacedNode[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true)
  const nodes: PlacedNode[] = []
  const visit = (node: ts.Node): void => {
    nodes.push({ node, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1, source })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return nodes
}
