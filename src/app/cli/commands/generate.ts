import type { Command } from 'commander'
import type { Run } from '../action.js'
import { wholeNumber } from '../option-values.js'

/** `mixwright generate <world>`: a simulated market whose truth is known. */
export function addGenerateCommand(program: Command, run: Run): void {
  program
    .command('generate')
    .description('write a simulated market: its data, its truth, and a spec that fits it')
    .argument('<world>', 'a shipped world, or a family of markets')
    .option('--seed <n>', 'draw another market of that world; for a family 1 by default', wholeNumber(0))
    .option('-o, --output <dir>', 'folder to write; one named for the market by default')
    .addHelpText('after', generateHelp)
    .action((world: string, options: { seed?: number; output?: string }) =>
      run(async (io) => {
        const { runGenerate } = await import('../run/generate.js')
        return runGenerate(io, { world, ...options })
      }),
    )
}

const generateHelp = `
Worlds:
  national-brand     five media over three years, a clear season, little noise: the showcase
  retailer           weather, events, price and channels that move together
  start-up           two years, little spend, strong growth, two channels that began a year ago
  demand-led         two budgets are a share of expected sales, brand search captures demand

Families, a market a seed, for asking what a model recovers:
  matched            carry-over and response as fitted by default: geometric and Hill
  other-curves       carry-over and response of other families
  s-curves           media that hardly work until there is enough of them
  dead-channel       one channel does nothing
  harmful-channel    one channel costs sales
  collinear          the spend of two channels correlates by 0.95
  sales-led-spend    half of the channels spend a share of the sales that are expected
  long-carry-over    the effect of one channel has a half-life of eight weeks
  seasonal-response  media work better in season
  level-shifts       the level of sales jumps twice, for good
  heavy-tails        noise with many outliers
  broad              milder markets: media bring 3 to 40 % of sales

The truth is made by running the market again without each channel, not by any model. The same world and seed always give
the same files, bit for bit.

Examples:
  mixwright generate national-brand && mixwright fit national-brand/national-brand.yaml
  mixwright generate collinear --seed 7 -o hard`
