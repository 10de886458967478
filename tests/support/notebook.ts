import { projectFiles, projectText } from './project-files.js'

/** One cell of a notebook, nbformat 4.5. */
export interface NotebookCell {
  readonly cell_type: 'code' | 'markdown'
  readonly id: string
  readonly source: string | readonly string[]
  readonly execution_count?: number | null
  readonly outputs?: readonly NotebookOutput[]
}

export interface NotebookOutput {
  readonly output_type: 'execute_result' | 'display_data' | 'stream' | 'error'
  readonly data?: Readonly<Record<string, string | readonly string[]>>
  readonly text?: string | readonly string[]
}

export interface Notebook {
  readonly nbformat: number
  readonly metadata: { readonly kernelspec: { readonly name: string } }
  readonly cells: readonly NotebookCell[]
}

/** Paths of the project's notebooks. */
export const notebookPaths = projectFiles(/^notebooks\/[^/]+\.ipynb$/)

export function readNotebook(path: string): Notebook {
  return JSON.parse(projectText(path)) as Notebook
}

/** Text of a field that nbformat keeps whole or as lines. */
export function joined(text: string | readonly string[] | undefined): string {
  return typeof text === 'object' ? text.join('') : (text ?? '')
}

export function codeCells({ cells }: Notebook): readonly NotebookCell[] {
  return cells.filter(({ cell_type }) => cell_type === 'code')
}
