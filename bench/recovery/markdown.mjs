// The tables of docs/evidence.md, from the figures of a run.

import { decimalText, shareText } from './tables.mjs'

const others = ['prior', 'equal', 'ols']

/** Markdown: the fit's figures by family, share of media and kind of channel, then the fit beside what it has to beat. */
export function markdownOf({ families, all, shares, traits }) {
  const byFamily = { ...families, '**all**': all }
  const used = Object.fromEntries(Object.entries(shares).filter(([, group]) => group.markets > 0))
  return [
    table(['family', ...coverageHeads, 'paid total', 'no flag', 'warned', 'log error'], byFamily, (group) => [
      ...coverage(group),
      shareText(group.paid.fit.contribution),
      ...warnings(group),
      decimalText(group.channels.fit.logError),
    ]),
    table(['media bring', 'markets', ...coverageHeads, 'paid total', 'its prior', 'log error'], used, (group) => [
      String(group.markets),
      ...coverage(group),
      shareText(group.paid.fit.contribution),
      shareText(group.paid.prior.contribution),
      decimalText(group.channels.fit.logError),
    ]),
    table(['channels', 'number', ...coverageHeads, 'no flag', 'warned', 'log error', 'ROAS off'], traits, (group) => [
      String(group.channels.fit.contribution.count),
      ...coverage(group),
      ...warnings(group),
      decimalText(group.channels.fit.logError),
      decimalText(group.channels.fit.roasError),
    ]),
    table(
      ['family', ...heads('size of log error'), ...heads('score'), ...heads('right side').map((head) => `${head}, %`)],
      byFamily,
      ({ channels }) => [
        ...['fit', ...others].map((row) => plain(channels[row].absoluteLogError, 1)),
        ...['fit', ...others].map((row) => plain(channels[row].score, 1, 1)),
        ...['fit', ...others].map((row) => plain(channels[row].rightSide, 100, 0)),
      ],
    ),
  ].join('\n\n')
}

const coverageHeads = ['contribution', 'ROAS', 'marginal ROAS', 'weeks']

function coverage({ channels: { fit } }) {
  return [fit.contribution, fit.roas, fit.marginalRoas, fit.weeks].map(shareText)
}

function warnings({ channels: { fit } }) {
  return [shareText(fit.unflagged), shareText(fit.warned)]
}

function heads(figure) {
  return [`${figure}: fit`, 'prior', 'equal', 'OLS']
}

function plain(figure, factor, digits = 2) {
  return figure === null ? '-' : (factor * figure.value).toFixed(digits)
}

function table(head, groups, cells) {
  const line = (texts) => `| ${texts.join(' | ')} |`
  const rule = line(head.map((_, i) => (i === 0 ? '---' : '--:')))
  return [line(head), rule, ...Object.entries(groups).map(([name, group]) => line([name, ...cells(group)]))].join('\n')
}
