export function specReference(schema: unknown): string
export function withSpecReference(text: string, schema: unknown): string
