import { Command } from 'commander'
import { expect, it } from 'vitest'
import type { CommandIo } from '../../../../src/app/cli/command-io.js'
import { addInitCommand } from '../../../../src/app/cli/commands/init.js'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../../support/temporary-folder.js'

it('mixwright init [dir] writes into the folder given, the current one by default', async () => {
  const cwd = temporaryFolder()
  const output = { write: () => undefined, terminal: false, columns: 100 }
  const io: CommandIo = { stdout: output, stderr: output, cwd, now: () => 0, signal: new AbortController().signal }
  const codes: number[] = []
  for (const argv of [['init'], ['init', 'demo']]) {
    const program = new Command().exitOverride()
    addInitCommand(program, async (action) => void codes.push(await action(io)))
    await program.parseAsync(argv, { from: 'user' })
  }
  expect(codes).toEqual([0, 0])
  expect([existsSync(join(cwd, 'model.yaml')), existsSync(join(cwd, 'demo', 'data.csv'))]).toEqual([true, true])
})
