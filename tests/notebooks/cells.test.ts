import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { codeCells, joined, notebookPaths, readNotebook, type NotebookCell } from '../support/notebook.js'
import { projectFolder } from '../support/project-files.js'

it('the project has notebooks', () => {
  expect(notebookPaths).toEqual(['notebooks/first-model.ipynb', 'notebooks/lydia-pinkham.ipynb'])
})

describe.each(notebookPaths)('%s', (path) => {
  const notebook = readNotebook(path)

  it('is for the deno kernel and stores no outputs', () => {
    expect(notebook.nbformat).toBe(4)
    expect(notebook.metadata.kernelspec.name).toBe('deno')
    const stored = codeCells(notebook).filter(
      ({ outputs, execution_count }) => outputs?.length !== 0 || execution_count !== null,
    )
    expect(stored).toEqual([])
  })

  it('names every cell, once', () => {
    const ids = notebook.cells.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has cells that fit the library’s types', () => {
    expect(typeErrors(path, codeCells(notebook))).toEqual([])
  })

  it('has cells in the format of the project', async () => {
    const options = { ...(await resolveConfig(join(projectFolder, 'src/index.ts'))), parser: 'typescript' as const }
    for (const { source } of codeCells(notebook)) {
      expect(`${joined(source)}\n`).toBe(await format(joined(source), { ...options, printWidth: 100 }))
    }
  })
})

it('the check of types sees a wrong name and names its cell', () => {
  const cell = (id: string, source: string): NotebookCell => ({ cell_type: 'code', id, source })
  const cells = [
    cell('imports', "import { fromDanfo } from 'mixwright'"),
    cell('read', 'const a = 1\nfromDanfo(a).row'),
  ]
  expect(typeErrors('notebooks/wrong.ipynb', cells)).toEqual([
    "read:2 Argument of type 'number' is not assignable to parameter of type 'DanfoFrame'.",
    "read:2 Property 'row' does not exist on type 'RawTable'. Did you mean 'rows'?",
  ])
})

/** What the compiler says of a notebook's code cells taken as one module, as `cell:line message`. */
function typeErrors(path: string, cells: readonly NotebookCell[]): string[] {
  const lines = cells.flatMap(({ id, source }) =>
    joined(source)
      .split('\n')
      .map((text, index) => ({ place: `${id}:${index + 1}`, text })),
  )
  const file = join(projectFolder, path.replace(/ipynb$/, 'cells.ts'))
  const program = programOf(file, lines.map(({ text }) => text).join('\n'))
  const source = program.getSourceFile(file)!
  const display = program.getSourceFile(join(projectFolder, 'notebooks/display.ts'))
  const found = [source, ...(display === undefined ? [] : [display])].flatMap((each) => [
    ...program.getSyntacticDiagnostics(each),
    ...program.getSemanticDiagnostics(each),
  ])
  return found.map(({ file: at, start = 0, messageText }) => {
    const { line } = at!.getLineAndCharacterOfPosition(start)
    const place = at === source ? lines[line].place : `display.ts:${line + 1}`
    return `${place} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
  })
}

function programOf(file: string, text: string): ts.Program {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    lib: ['lib.es2023.d.ts'],
    types: ['node'],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    resolveJsonModule: true,
    allowImportingTsExtensions: true,
    paths: { mixwright: [join(projectFolder, 'src/index.ts')] },
  }
  const host = ts.createCompilerHost(options)
  const withCells: ts.CompilerHost = {
    ...host,
    fileExists: (name) => name === file || host.fileExists(name),
    getSourceFile: (name, ...rest) =>
      name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023) : host.getSourceFile(name, ...rest),
  }
  return ts.createProgram([file, ...foreignTypes], options, withCells)
}

const foreignTypes = ['danfojs-node', 'deno'].map((name) => join(projectFolder, `notebooks/types/${name}.d.ts`))
