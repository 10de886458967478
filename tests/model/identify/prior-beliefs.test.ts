import { describe, expect, it } from 'vitest'
import { normalCdf } from '../../../src/numeric/special/normal.js'
import { priorBeliefs, type PriorBeliefs } from '../../../src/model/identify/prior-beliefs.js'
import { smallModel } from '../../support/small-model.js'

const WEEKS = 60
const sales = Array.from({ length: WEEKS }, (_, t) => 1000 + 50 * (t % 4))
const tv = Array.from({ length: WEEKS }, (_, t) => (t % 5 < 2 ? 200 + t : 0))
const search = Array.from({ length: WEEKS }, (_, t) => 60 + (t % 7))
const news = Array.from({ length: WEEKS }, (_, t) => (t % 6 === 0 ? 3 : 0))
const total = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0)

function beliefs(body: string, { draws = 4000, seed = 1 } = {}): PriorBeliefs {
  const model = smallModel(body, { columns: { sales, tv, search, news } })
  return priorBeliefs(model, { draws, seed }) as PriorBeliefs
}

const money = 'kpi: { column: sales, kind: revenue, value: 1, margin: 0.4 }\n'
const linear = 'adstock: none, saturation: none, before: zero'

/** Standard error of a quantile of the logit-normal default at 4,000 draws is below 0.01. */
const QUANTILE_TOLERANCE = 0.025

describe('priorBeliefs(model, options)', () => {
  it('puts paid media at 10 % of sales, 90 % between 1.5 and 44 %, however many channels there are', () => {
    const one = beliefs(`${money}channels: { tv: { spend: tv } }\n`)
    const two = beliefs(`${money}channels: { tv: { spend: tv }, search: { spend: search } }\n`)
    for (const { paid } of [one, two]) {
      const share = (paid as NonNullable<typeof paid>).share
      expect(Math.abs(share.median - 0.1)).toBeLessThan(QUANTILE_TOLERANCE)
      expect(Math.abs(share.q05 - 0.015)).toBeLessThan(QUANTILE_TOLERANCE)
      expect(Math.abs(share.q95 - 0.44)).toBeLessThan(QUANTILE_TOLERANCE)
    }
    expect(one.negativeBaseline).toBe(0)
    expect(one.sentences[0]).toMatch(
      /^Before the data, paid media cause (9|10) % of sales \([12] to 4[2-7] %\), profitable with probability 0\.\d\d\.$/,
    )
  })

  it('has the return and the chance of profit that the share implies, where effects are linear', () => {
    const { paid, channels } = beliefs(`${money}channels: { tv: { spend: tv, ${linear} } }\n`)
    const perShare = total(sales) / total(tv)
    const { share, roas, profitable } = paid as NonNullable<typeof paid>
    expect(roas?.median).toBeCloseTo(share.median * perShare, 9)
    expect(roas?.q95).toBeCloseTo(share.q95 * perShare, 9)
    // Profitable where share > 1 / (0.4 perShare); logit share ~ Normal(logit 0.1, 1.2).
    const needed = 1 / (0.4 * perShare)
    const z = (Math.log(needed / (1 - needed)) - Math.log(0.1 / 0.9)) / 1.2
    expect(Math.abs((profitable as number) - normalCdf(-z))).toBeLessThan(0.025)
    expect(channels[0]).toEqual({ name: 'tv', kind: 'paid', share, roas, profitable })
  })

  it('splits the total by spend: equal return at the median', () => {
    const { channels } = beliefs(
      `${money}channels: { tv: { spend: tv, ${linear} }, search: { spend: search, ${linear} } }\n`,
    )
    const [a, b] = channels.map(({ roas }) => roas?.median as number)
    expect(Math.abs(Math.log(a / b))).toBeLessThan(0.15)
  })

  it('follows a channel’s own prior on its return', () => {
    const { channels } = beliefs(
      `${money}channels: { tv: { spend: tv, prior: { roas: { median: 3, upper95: 6 } } } }\n`,
    )
    // The tail is followed to 99.9 % at the long end of the half-life.
    expect(Math.abs((channels[0].roas?.median as number) - 3)).toBeLessThan(0.06)
    expect(Math.abs((channels[0].roas?.q95 as number) - 6)).toBeLessThan(0.25)
  })

  it('knows no return without a value, no profit without a margin, and neither for organic media', () => {
    const units = beliefs('kpi: { column: sales, kind: units }\nchannels: { tv: { spend: tv } }\n', { draws: 200 })
    expect([units.paid?.roas, units.paid?.profitable]).toEqual([null, null])
    expect(units.sentences[0]).toMatch(/^Before the data, paid media cause \d+ % of sales \(\d+ to \d+ %\)\.$/)
    const revenue = beliefs('kpi: { column: sales, kind: revenue, value: 1 }\nchannels: { tv: { spend: tv } }\n', {
      draws: 200,
    })
    expect(revenue.paid?.roas).not.toBeNull()
    expect(revenue.paid?.profitable).toBeNull()
    const organic = beliefs(`${money}channels: { tv: { spend: tv } }\norganic: { news: { media: news } }\n`, {
      draws: 200,
    })
    const { share, ...rest } = organic.channels[1]
    expect(rest).toEqual({ name: 'news', kind: 'organic', roas: null, profitable: null })
    expect(share.median).toBeGreaterThan(0)
  })

  it('warns of priors that let media cause more than all sales', () => {
    const { negativeBaseline, sentences } = beliefs(
      `${money}channels: { tv: { spend: tv, prior: { share: { median: 0.5, upper95: 0.9 } } }, search: { spend: search, prior: { share: { median: 0.5, upper95: 0.9 } } } }\n`,
      { draws: 1000 },
    )
    expect(negativeBaseline).toBeGreaterThan(0.4)
    expect(negativeBaseline).toBeLessThan(0.6)
    expect(sentences).toContain(
      `The priors let media cause more than all sales with probability ${negativeBaseline.toFixed(2)}: state narrower ones.`,
    )
  })

  it('is the same for the same seed, and plain data that JSON keeps', () => {
    const spec = `${money}channels: { tv: { spend: tv } }\n`
    const first = beliefs(spec, { draws: 100 })
    expect(beliefs(spec, { draws: 100 })).toEqual(first)
    expect(beliefs(spec, { draws: 100, seed: 2 }).paid).not.toEqual(first.paid)
    expect(JSON.parse(JSON.stringify(first))).toEqual(first)
  })

  it('is null where no prior is in use', () => {
    const model = smallModel(`${money}channels: { tv: { spend: tv } }\nfit: { method: ols }\n`, {
      columns: { sales, tv },
    })
    expect(priorBeliefs(model, { seed: 1 })).toBeNull()
  })
})
