import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectText } from '../../../support/project-files.js'
import { runCli } from '../../../support/run-cli.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

it('mixwright generate writes the shipped data and truth again, bit for bit, and a spec that checks', async () => {
  const folder = temporaryFolder()
  const { code, stdout } = await runCli(['generate', 'national-brand'], { cwd: folder })
  expect(code).toBe(0)
  expect(stdout).toBe(
    'national-brand/national-brand.csv\nnational-brand/national-brand.truth.json\nnational-brand/national-brand.yaml\n',
  )
  for (const name of ['national-brand.csv', 'national-brand.truth.json']) {
    expect(readFileSync(join(folder, 'national-brand', name), 'utf8')).toBe(projectText(`datasets/${name}`))
  }
  expect((await runCli(['check', 'national-brand/national-brand.yaml'], { cwd: folder })).code).toBe(0)
  expect((await runCli(['generate', 'national-brand'], { cwd: folder })).code).toBe(0)
})
