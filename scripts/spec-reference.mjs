/**
 * The keys of a spec as a table in Markdown, from its JSON Schema: the part of docs/spec.md that `npm run docs` writes.
 *
 * Keys that channels share with organic media, and those of priors, stand once.
 */
export function specReference(schema) {
  const { definitions, ...root } = schema
  const keys = keyRows(root, [], definitions)
  const priors = keyRows(definitions.prior, ['<prior>'], definitions)
  const lines = [...new Map([...keys, ...priors].map((row) => [row.path, row])).values()]
  const width = Math.max(...lines.map(({ path }) => path.length))
  const line = (path, value, meaning) => `| ${path.padEnd(width)} | ${value} | ${meaning} |`
  return [
    line('key', 'value', 'meaning'),
    `| ${'-'.repeat(width)} | --- | --- |`,
    ...lines.map(({ path, value, meaning }) => line(path, value, meaning)),
  ].join('\n')
}

/** `docs/spec.md` with its table replaced by the one of this schema. */
export function withSpecReference(text, schema) {
  const between = /(<!-- keys -->\n\n)[\s\S]*?(\n\n<!-- end of keys -->)/
  return text.replace(between, (_, before, after) => before + specReference(schema) + after)
}

/** Sections whose keys are the user's names. */
const named = new Set(['channels', 'organic', 'treatments', 'controls', 'groups', 'missing', 'aggregate'])

function keyRows(node, path, definitions) {
  if (Array.isArray(node)) return node.flatMap((entry) => keyRows(entry, path, definitions))
  if (typeof node !== 'object' || node === null) return []
  const { properties = {}, ...rest } = node
  const own = Object.entries(properties).flatMap(([key, child]) => {
    const place = [...path, key]
    const inside = keyRows(child, named.has(key) ? [...place, '<name>'] : place, definitions)
    return [rowOf(place, child, definitions), ...inside]
  })
  return [...own, ...Object.values(rest).flatMap((child) => keyRows(child, path, definitions))]
}

function rowOf(place, node, definitions) {
  const path = place.join('.').replace(/^organic\.<name>/, 'channels.<name>')
  const value = [...new Set(valueWords(node, definitions))].join(', ')
  return { path: `\`${path}\``, value, meaning: (node.description ?? '').replaceAll('|', '\\|') }
}

const typeWords = {
  object: 'mapping',
  array: 'list',
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'yes or no',
}

function valueWords(node, definitions) {
  if (node.const !== undefined) return node.const === null ? [] : [`\`${node.const}\``]
  if (node.enum !== undefined) return node.enum.filter((word) => word !== null).map((word) => `\`${word}\``)
  const parts = node.anyOf ?? node.oneOf ?? node.allOf
  if (parts !== undefined) return parts.flatMap((part) => valueWords(part, definitions))
  if (node.$ref !== undefined) {
    const name = node.$ref.split('/').at(-1)
    return name === 'prior' ? ['prior'] : valueWords(definitions[name], definitions)
  }
  return node.type === 'null' ? [] : [typeWords[node.type] ?? 'anything']
}
