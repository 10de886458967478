import { expect } from 'vitest'
import { runCli } from './run-cli.js'
import { folderContent, writeShop } from './shop-folder.js'
import { temporaryFolder } from './temporary-folder.js'

/** A broken shop: a spec or a table in place of the sound one. */
export interface BrokenShop {
  readonly spec?: string
  readonly csv?: string | Uint8Array
}

/**
 * Fits a broken shop and expects a refusal: exit code 1, nothing on stdout, and every file as it was before.
 *
 * @returns what stderr says, a message a line, without the word `error` before each.
 */
export async function refusedFit(shop: BrokenShop): Promise<string[]> {
  const folder = temporaryFolder()
  writeShop(folder, shop)
  const before = folderContent(folder)
  const { code, stdout, stderr } = await runCli(['fit', 'model.yaml', '--workers', '1'], { cwd: folder })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(folderContent(folder)).toEqual(before)
  expect(stderr).not.toMatch(/\n\s+at /)
  return stderr
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^error\s+/, ''))
}
