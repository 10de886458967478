// The types stand on their own: somebody without Node's types, or with a bundler, can import them.

import { parseSpec, type Spec, type Summary } from 'mixwright'

export const spec: Spec = parseSpec('', { file: 'a.yaml' })
export const roas = (summary: Summary): number | undefined => summary.media.roas?.mean
