import { type Day, day, readable } from '../kernel/day.ts'
import type { Matter, State } from './contract.ts'

/** A letter as it is sent: plain text, nothing to click that follows the reader. */
export type Letter = { subject: string; text: string }

type Lists = { owed: readonly Matter[]; waiting: readonly Matter[]; coming: readonly Matter[] }

/** The Monday of the week, which names the week. */
export const weekOf = (on: Day): Day => on.subtract({ days: on.dayOfWeek - 1 })

/**
 * What one person has to do, once a week; null when there is nothing, for then nothing is sent. Facts only: no counts of
 * others, no ranking, no question whether it was read.
 */
export const digestOf = (
  organ: string,
  { owed, waiting, coming }: Lists,
  on: Day,
  address: string | null,
): Letter | null => {
  const parts = [part('现在该做', owed), part('等您办理', waiting), part('四周内', coming)].filter(
    (text) => text !== '',
  )
  if (parts.length === 0) return null
  const foot = [
    `以上为 ${readable(on)}的情况。每周一封，没有事项的一周不发。`,
    address ? `办理请打开 ${address}` : '办理请打开知行。',
    '不想再收，请在「设置」里停用每周提要。',
  ]
  return {
    subject: `${organ}：本周应做事项（${on.month}月${on.day}日）`,
    text: `${[...parts, foot.join('\n')].join('\n\n')}\n`,
  }
}

const part = (title: string, matters: readonly Matter[]): string =>
  matters.length === 0 ? '' : [`【${title}】`, ...matters.map(lineOf)].join('\n')

const WORDS: Partial<Record<State, string>> = { missed: '，上期未做', due: '' }

const lineOf = ({ kind, title, unitName, by, state }: Matter): string => {
  const until = by === null ? '' : ` —— ${UNTIL[kind]}${short(by)}`
  return `- ${title}，${unitName}${until}${state === null ? '' : (WORDS[state] ?? '')}`
}

const UNTIL: Record<Matter['kind'], string> = {
  duty: '至 ',
  term: '至 ',
  meeting: '',
  'follow-up': '应于 ',
  noting: '会议日期 ',
  errand: '至 ',
}

const short = (iso: string): string => {
  const on = day(iso)
  return `${on.month}月${on.day}日`
}
