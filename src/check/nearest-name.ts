/**
 * The candidate that a misspelt name most likely meant, or null where none is near.
 *
 * Near is an edit distance (insertions, deletions, substitutions, swaps of neighbours; upper and lower case count as
 * equal) of at most a third of the longer name, but at least 1; the first candidate wins a tie.
 *
 * @example nearestName('tv_spent', ['radio', 'tv_spend'])  // 'tv_spend'
 */
export function nearestName(name: string, candidates: Iterable<string>): string | null {
  let nearest: string | null = null
  let best = Infinity
  const wanted = Array.from(name.toLowerCase()).slice(0, longestCompared)
  for (const candidate of candidates) {
    const letters = Array.from(candidate.toLowerCase()).slice(0, longestCompared)
    const limit = Math.max(1, Math.floor(Math.max(wanted.length, letters.length) / 3))
    if (Math.abs(wanted.length - letters.length) > limit) continue
    const distance = editDistance(wanted, letters)
    if (distance <= limit && distance < best) {
      best = distance
      nearest = candidate
    }
  }
  return nearest
}

/** Did-you-mean clause for the end of a message: ` Did you mean \`tv_spend\`?`, or nothing. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const nearest = nearestName(name, candidates)
  return nearest === null ? '' : ` Did you mean \`${nearest}\`?`
}

/** Names are compared by their first so many letters, so that a pasted page costs nothing. */
const longestCompared = 80

/** Optimal string alignment distance, two rows back for the swaps. */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)
      current[j] = Math.min(previous[j] + 1, current[j - 1] + 1, substitution)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) current[j] = Math.min(current[j], beforePrevious[j - 2] + 1)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.length]
}
