import type { Command } from 'commander'
import type { Run } from '../action.js'

/** `mixwright generate <world>`: a simulated market whose truth is known. */
export function addGenerateCommand(program: Command, run: Run): void {
  program
    .command('generate')
    .description('write a simulated market: its data, its truth, and a spec that fits it')
    .argument('<world>', 'national-brand or retailer')
    .option('-o, --output <dir>', 'folder to write; one named for the world by default')
    .addHelpText('after', generateHelp)
    .action((world: string, options: { output?: string }) =>
      run(async (io) => {
        const { runGenerate } = await import('../run/generate.js')
        return runGenerate(io, { world, ...options })
      }),
    )
}

const generateHelp = `
Worlds:
  national-brand  five media over three years, a clear season, little noise: the showcase
  retailer        weather, events, price and channels that move together

The truth is made by running the market again without each channel, not by any model. The same world always gives the
same files, bit for bit.

Example:
  mixwright generate national-brand && mixwright fit national-brand/national-brand.yaml`
