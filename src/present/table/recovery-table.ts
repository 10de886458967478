import { measureText } from '../../decision/robustness/study-words.js'
import type { ChannelRecovery, Recovery } from '../../decision/planted/recovery.js'
import { listWords } from '../../model/spec/check-structure.js'
import { heldOf } from '../../decision/planted/recovery-sentences.js'
import { countText } from '../words/window.js'
import type { Cell, Column, Table } from './table.js'

/** What these data can find, a row a channel in the order of the spec. */
export function recoveryTable(recovery: Recovery): Table {
  const { channels, planted, leftOut, window } = recovery
  const rows = channels.map(rowOf)
  const empty = (key: string): boolean => rows.every((row) => row[key] === null)
  return {
    title: `What ${countText(window.periods, window.period)} of these data can find`,
    columns: columnsOf(recovery).filter(({ key }) => !empty(key)),
    rows,
    notes: [
      `Known to within: half the interval of 9 in 10 cases over the planted truth, typically. Error: how far estimates are off, typically. If dead: what it is credited with where it does nothing.`,
      `From: the smallest effect whose whole interval typically lies above what a dead channel is credited with, or above break-even; empty where no planted one would.`,
      methodNote(recovery),
      ...(planted.otherShapes === 0
        ? []
        : [
            `In ${planted.otherShapes} of the worlds carry-over and saturation are of families that the model does not hold possible.`,
          ]),
      ...leftOut,
    ],
  }
}

function columnsOf({ channels, currency }: Recovery): Column[] {
  const right = { unit: null, align: 'right' } as const
  const measure = channels.find((channel) => channel.measure !== 'share')?.measure ?? 'share'
  const what = measureText(measure, currency)
  const ratio = { ...right, format: 'ratio', group: 'return' } as const
  return [
    { key: 'channel', label: 'Channel', unit: null, align: 'left', format: 'text' },
    { key: 'within', label: 'Known to within', ...right, format: 'percent' },
    { key: 'held', label: 'Held', unit: null, align: 'right', format: 'text' },
    { key: 'error', label: 'Error', ...right, format: 'percent' },
    { key: 'deadShare', label: 'Share if dead', ...right, format: 'percent' },
    { key: 'dead', label: `${what} if dead`, ...ratio },
    {
      key: 'profitable',
      label: 'Dead, but looks profitable',
      unit: null,
      align: 'right',
      format: 'text',
      droppable: 1,
    },
    { key: 'fromNothing', label: `${what} from`, ...ratio },
    { key: 'fromBreakEven', label: 'Profit from', ...ratio },
    { key: 'shareFromNothing', label: 'Share from', ...right, format: 'percent' },
  ]
}

function rowOf(channel: ChannelRecovery): Record<string, Cell> {
  const { name, measure, alive, dead, smallest } = channel
  const { held, count } = heldOf(channel)
  const onSpend = measure !== 'share'
  return {
    channel: name,
    within: alive.halfWidth,
    held: `${held} of ${count}`,
    error: alive.error,
    deadShare: dead.share,
    dead: onSpend ? dead.answer : null,
    profitable: dead.profitable === null ? null : `${dead.profitable} of ${dead.worlds}`,
    fromNothing: onSpend ? smallest.aboveDead : null,
    fromBreakEven: smallest.aboveBreakEven,
    shareFromNothing: onSpend ? null : smallest.aboveDead,
  }
}

function methodNote({ planted, refits }: Recovery): string {
  const levels = listWords(planted.levels.map(String), 'and')
  const { chains, draws } = refits
  return `${planted.worlds} worlds with the baseline and noise of a quick fit, planted with ${levels} times what that fit credits each channel with; each refitted by ${chains} short chains of ${draws} draws each.`
}
