import { describe, expect, it } from 'vitest'
import { refusedFit } from '../../support/refused-fit.js'
import { shopSpec } from '../../support/shop-folder.js'

const columns = '`week`, `revenue`, `tv_spend`, `search_spend`, `temperature`'
const expressionRule =
  'An expression may hold numbers, column names (col("x-1") where a name is not a plain word), + - * / ^, < <= > >= == !=, and, or, not, a ? b : c, and the functions min, max, abs, sqrt, exp, log, log10, sin, cos, floor, ceil, round, if and lag.'

describe('mixwright fit refuses a spec', () => {
  it.each<[string, string, string]>([
    [
      'with a misspelt column',
      shopSpec.replace('tv_spend', 'tv_spent'),
      `\`channels.tv.spend\`: shop.csv has no column \`tv_spent\`; its columns are ${columns}. Did you mean \`tv_spend\`?`,
    ],
    [
      'with a misspelt date column',
      shopSpec.replace('date: week', 'date: weak'),
      `\`data.date\`: shop.csv has no column \`weak\`; its columns are ${columns}. Did you mean \`week\`?`,
    ],
    [
      'with a misspelt key',
      shopSpec.replace('currency', 'curency'),
      'model.yaml:4:1: a spec must not have the key `curency`. Did you mean `currency`?',
    ],
    [
      'with a key whose part of the product does not exist',
      `${shopSpec}experiments: []\n`,
      'model.yaml:12:1: a spec must not have the key `experiments`. Its keys are mixwright, name, data, currency, kpi, channels, organic, media, treatments, controls, events, groups, baseline, missing, accept, noise, dynamics and fit.',
    ],
    [
      'with a method that does not exist',
      `${shopSpec}fit: { method: mcmc }\n`,
      'model.yaml:12:16: `fit.method` must be ols, regression, bayes or laplace, not `mcmc`.',
    ],
    [
      'with a text in place of a number',
      `${shopSpec}fit: { draws: many }\n`,
      'model.yaml:12:15: `fit.draws` must be a number, not `many`.',
    ],
    [
      'with a number out of its bounds',
      shopSpec.replace('margin: 0.4', 'margin: 1.4'),
      'model.yaml:5:48: `kpi.margin` must be at most 1, not 1.4.',
    ],
    [
      'with an impossible prior',
      shopSpec.replace('medium: search', 'prior: { roas: { median: 6, upper95: 2 } }'),
      'model.yaml:8:59: `channels.search.prior.roas.median` must be below `upper95` (2), not 6.',
    ],
    [
      'with a parameter outside its support',
      shopSpec.replace('medium: search', 'adstock: { kind: geometric, retention: 1.5 }'),
      'model.yaml:8:73: `channels.search.adstock.retention` must be between 0 and 1 (0 allowed), not 1.5.',
    ],
    [
      'with a mediator as a control',
      shopSpec.replace('confounder', 'mediator'),
      'model.yaml:10:45: `controls.temperature` must not be a control: a mediator is refused, as media act through it, so holding it fixed hides part of their effect.',
    ],
    [
      'with one name twice',
      shopSpec.replace('  temperature:', '  tv:'),
      'model.yaml:10:3: `controls.tv` must have a name of its own; `channels.tv` has it already.',
    ],
    [
      'without channels',
      shopSpec.replace(/channels:[\s\S]*controls:/, 'channels: {}\ncontrols:'),
      'model.yaml:6:1: the spec must name at least one channel under `channels` or `organic`.',
    ],
    [
      'with a group of strangers',
      `${shopSpec}groups: { all: [tv, radio] }\n`,
      'model.yaml:12:21: `groups.all[1]` must be a channel, not `radio`.',
    ],
    [
      'of another version',
      shopSpec.replace('mixwright: 1', 'mixwright: 2'),
      'model.yaml:1:12: `mixwright` must be 1, not 2.',
    ],
    [
      'without a version',
      shopSpec.replace('mixwright: 1\n', ''),
      'model.yaml:1:1: the spec must have the key `mixwright`; it is missing.',
    ],
    ['that is empty', '', 'The spec model.yaml is empty.'],
    [
      'that is a table',
      'week,revenue\n2024-01-01,5\n',
      'model.yaml:1:1: a spec must be a mapping of keys that begins with `mixwright: 1`.',
    ],
  ])('%s', async (_, spec, message) => {
    expect(await refusedFit({ spec })).toEqual([message])
  })
})

describe('mixwright fit refuses YAML', () => {
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]']
    .concat([...'bcdefgh'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`))
    .join('\n')

  it.each<[string, string, string]>([
    [
      'that is a bomb of aliases',
      `${bomb}\n${shopSpec}`,
      'model.yaml:1:8: a spec must have at most 50000 values, aliases (*) written out; this one has more.',
    ],
    [
      'that is nested without end',
      '['.repeat(100_000),
      'model.yaml: a spec must be nested at most 32 deep; this one is deeper.',
    ],
    [
      'with a list that is never closed',
      shopSpec.replace('currency: EUR', 'currency: [EUR'),
      "model.yaml:5:1: the YAML can't be read here: Flow sequence in block collection must be sufficiently indented and end with a ].",
    ],
    [
      'with a key twice',
      `${shopSpec}currency: USD\n`,
      'model.yaml:12:1: `currency` must be given once; line 4 has it already.',
    ],
    [
      'of two documents',
      `${shopSpec}---\nx: 1\n`,
      'model.yaml:12:1: a spec must be one YAML document; found a second one after `---`.',
    ],
    [
      'with a tag that runs code elsewhere',
      shopSpec.replace('Shop', '!!js/function "x"'),
      'model.yaml:2:21: a spec must have no tags; found `!!js/function`.',
    ],
    [
      'that reaches for the prototype',
      `${shopSpec}__proto__: { x: 1 }\n`,
      "model.yaml:12:1: `__proto__` can't be a key or a name; choose another.",
    ],
    [
      'that is longer than any spec',
      `${shopSpec}# ${'x'.repeat(300_000)}\n`,
      `model.yaml: a spec must have at most 250000 characters, not ${shopSpec.length + 300_003}.`,
    ],
  ])('%s', async (_, spec, message) => {
    expect(await refusedFit({ spec })).toEqual([message])
  })
})

describe('mixwright fit refuses an expression', () => {
  const withExpression = (text: string): string =>
    shopSpec.replace('column: temperature', `column: ${JSON.stringify(text)}`)
  const path = '`controls.temperature.column`'

  it.each<[string, string, string]>([
    [
      'that looks for a way out',
      "constructor.constructor('return process')()",
      `${path}: the expression \`constructor.constructor('return process')()\` has \`'\`, which is not allowed, at character 25. ${expressionRule}`,
    ],
    [
      'that reaches into a column',
      'temperature.constructor',
      `${path}: shop.csv has no column \`temperature.constructor\`; its columns are ${columns}.`,
    ],
    [
      'that asks for memory',
      'zeros(1e9, 1e9)',
      `${path}: the expression \`zeros(1e9, 1e9)\` calls \`zeros\`, which is not an allowed function, at character 1. ${expressionRule}`,
    ],
    [
      'that assigns',
      'temperature = 3',
      `${path}: the expression \`temperature = 3\` has an assignment (compare with ==) at character 13. ${expressionRule}`,
    ],
    [
      'that is nested without end',
      `${'('.repeat(900)}1${')'.repeat(900)}`,
      `${path}: the expression \`${'('.repeat(59)}…\` has 1801 characters, above the limit of 1000. ${expressionRule}`,
    ],
    [
      'that names no column',
      'temprature * 2',
      `${path}: the expression \`temprature * 2\` names \`temprature\`, which is not a column (did you mean \`temperature\`?), at character 1. ${expressionRule}`,
    ],
    [
      'that divides by zero',
      'temperature / 0',
      `shop.csv lines 2, 3, 4 and 57 more: ${path}: \`temperature / 0\` has no finite value (temperature = 10).`,
    ],
  ])('%s', async (_, text, message) => {
    expect(await refusedFit({ spec: withExpression(text) })).toEqual([message])
  })
})
