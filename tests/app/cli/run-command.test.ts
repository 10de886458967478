import { describe, expect, it } from 'vitest'
import { runCommand } from '../../../src/app/cli/run-command.js'
import { version } from '../../../src/fit/artefact/version.js'
import { familyNames } from '../../../src/simulate/families/market-family.js'
import { worldNames } from '../../../src/simulate/named-world.js'
import { runCli } from '../../support/run-cli.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const cwd = temporaryFolder()

describe('mixwright', () => {
  it('describes itself, with examples, for --help', async () => {
    const { code, stdout, stderr } = await runCli(['--help'], { cwd })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const command of ['init', 'check', 'fit', 'show', 'report', 'compare', 'generate', 'schema']) {
      expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'))
    }
    expect(stdout).toContain('Examples:')
  })

  it('describes itself on stderr and ends with 2 without a command', async () => {
    const { code, stdout, stderr } = await runCli([], { cwd })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('Usage: mixwright')
  })

  it.each(['init', 'check', 'fit', 'show', 'report', 'compare', 'generate', 'schema'])(
    'describes %s with an example',
    async (command) => {
      const { code, stdout } = await runCli([command, '--help'], { cwd })
      expect(code).toBe(0)
      expect(stdout).toMatch(/\nExamples?:\n {2}mixwright /)
    },
  )

  it('prints its version', async () => {
    expect(await runCli(['--version'], { cwd })).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })

  it('prints a JSON Schema that begins with the dialect', async () => {
    const { code, stdout } = await runCli(['schema'], { cwd })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      type: 'object',
      required: expect.arrayContaining(['mixwright']) as unknown,
    })
  })

  it.each([
    [['serve', 'fits/shop'], "Unknown command 'serve'."],
    [['shwo', 'fits/shop'], "Unknown command 'shwo'. Did you mean show?"],
    [['fit'], "Missing required argument 'spec'."],
    [['fit', 'a.yaml', 'b.yaml'], "Too many arguments for 'fit'. Expected 1 argument but got 2."],
    [['fit', 'a.yaml', '--sed', '3'], "Unknown option '--sed'. Did you mean --seed?"],
    [['fit', 'a.yaml', '--thin', '3'], "Unknown option '--thin'. Did you mean --chains?"],
    [
      ['fit', 'a.yaml', '--seed', '1.5'],
      "Option '--seed <n>' argument '1.5' is invalid. It must be a whole number of at least 0.",
    ],
    [
      ['fit', 'a.yaml', '--workers', '0'],
      "Option '--workers <n>' argument '0' is invalid. It must be a whole number from 1 to 256.",
    ],
    [
      ['fit', 'a.yaml', '--draws', '100000000000'],
      "Option '--draws <n>' argument '100000000000' is invalid. It must be a whole number from 2 to 100000.",
    ],
    [
      ['fit', 'a.yaml', '--method', 'mcmc'],
      "Option '--method <method>' argument 'mcmc' is invalid. Allowed choices are bayes, laplace, regression, ols.",
    ],
    [
      ['show', 'fits/shop', 'shares'],
      "Command-argument value 'shares' is invalid for argument 'what'. Allowed choices are contributions, returns, curves, tradeoff, frontier, drivers, diagnostics, series.",
    ],
    [
      ['show', 'fits/shop', '--last', '3', '--from', '2024'],
      "Option '--last <n>' cannot be used with option '--from <date>'.",
    ],
    [
      ['generate', 'moon'],
      `There is no world moon: it must be ${worldNames.join(', ')}, or one of the families ${familyNames.join(', ')}.`,
    ],
    [
      ['generate', 'matched', '--seed', '-1'],
      "Option '--seed <n>' argument '-1' is invalid. It must be a whole number of at least 0.",
    ],
  ])('ends with 2 and one line for %j', async (argv, message) => {
    expect(await runCli(argv, { cwd })).toEqual({ code: 2, stdout: '', stderr: `${message}\n` })
  })

  it('ends with 70, the trace and what to send, when the fault is its own', async () => {
    let stderr = ''
    const broken = (): never => {
      throw new TypeError('x is not a function')
    }
    const output = { terminal: false, columns: 100 }
    const code = await runCommand(['schema'], {
      stdout: { ...output, write: broken },
      stderr: { ...output, write: (text) => void (stderr += text) },
      cwd,
      now: () => 0,
      signal: new AbortController().signal,
    })
    expect(code).toBe(70)
    expect(stderr).toMatch(/^mixwright failed, and the fault is its own\.\n\nTypeError: x is not a function\n\s+at /)
    expect(stderr).toContain(`mixwright ${version}, Node ${process.versions.node}, `)
    expect(stderr).toMatch(/\n {2}mixwright schema\n$/)
  })
})
