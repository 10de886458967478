/** Keys and list positions from the top of a spec to one of its values. */
export type SpecPath = readonly (string | number)[]

/**
 * A path as messages print it: `channels.tv.adstock`, `events.custom[0].dates[1]`, `channels["my tv"].spend`.
 *
 * @example formatPath(['events', 'custom', 0, 'name'])  // 'events.custom[0].name'
 */
export function formatPath(path: SpecPath): string {
  let text = ''
  for (const segment of path) {
    if (typeof segment === 'number') text += `[${segment}]`
    else if (/^[\p{L}\p{N}_-]+$/u.test(segment)) text += text === '' ? segment : `.${segment}`
    else text += `[${JSON.stringify(segment)}]`
  }
  return text
}
