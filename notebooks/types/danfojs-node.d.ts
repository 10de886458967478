// What the notebooks use of danfojs-node, so that their cells can be checked without installing it.

declare module 'danfojs-node' {
  type Cell = string | number | boolean | null

  export class Series {
    readonly values: Cell[]
    isNa(): Series
    sum(): number
  }

  export class DataFrame {
    constructor(rows: readonly (readonly unknown[])[], options?: { columns?: string[]; dtypes?: string[] })
    readonly columns: string[]
    readonly values: readonly unknown[]
    column(name: string): Series
    loc(part: { columns: string[] }): DataFrame
    query(condition: Series): DataFrame
    sortValues(column: string, options?: { ascending?: boolean }): DataFrame
    fillNa(value: Cell, options?: { columns?: string[] }): DataFrame
    isNa(): DataFrame
    sum(options?: { axis?: 0 | 1 }): Series
    addColumn(name: string, values: readonly Cell[], options: { inplace: true }): void
    groupby(columns: string[]): { agg(operations: Record<string, string>): DataFrame }
    rename(names: Record<string, string>): DataFrame
  }

  export function readCSV(path: string): Promise<DataFrame>

  export function merge(options: {
    left: DataFrame
    right: DataFrame
    on: string[]
    how: 'left' | 'right' | 'inner' | 'outer'
  }): DataFrame
}
