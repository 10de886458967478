// npm run docs: writes the table of keys in docs/spec.md from the schema.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { install } from './install.mjs'
import { root } from './run.mjs'
import { withSpecReference } from './spec-reference.mjs'

install()
build()
const { specJsonSchema } = await import('../dist/model/spec/json-schema.js')
const file = join(root, 'docs', 'spec.md')
writeFileSync(file, withSpecReference(readFileSync(file, 'utf8'), specJsonSchema()))
