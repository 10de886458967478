export const notebookFolder: string
export function notebookNames(): string[]
export function installNotebooks(): void
export function executeNotebooks(
  names: readonly string[],
  options: { readonly to: 'notebook' | 'html'; readonly output: string },
): void
