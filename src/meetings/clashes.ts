import { fieldName } from '../glossary.ts'
import type { Filled } from './contract.ts'

/** A field that two people filled in differently, both values in words. */
export type Clash = { name: keyof Filled; label: string; mine: string; theirs: string }

/** Where two fillings of one record differ, in the order of the page. */
export const clashesOf = (mine: Filled, theirs: Filled): Clash[] =>
  (Object.keys(theirs) as (keyof Filled)[])
    .filter((name) => JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]))
    .map((name) => ({
      name,
      label: fieldName(name),
      mine: inWords(mine, name),
      theirs: inWords(theirs, name),
    }))

const inWords = (filled: Filled, name: keyof Filled): string => {
  const words: Partial<Record<keyof Filled, () => string>> = {
    agenda: () =>
      filled.agenda.map(({ title, points }) => `${title}（${points?.length ?? 0} 字）`).join('、'),
    attendance: () => {
      const of = (state: string) => filled.attendance.filter((each) => each.state === state).length
      return `到会 ${of('present')} 人，请假 ${of('excused')} 人，缺席 ${of('absent')} 人`
    },
    resolutions: () =>
      filled.resolutions
        .map(
          ({ text, approve, oppose, abstain }) =>
            `${short(text)}（赞成 ${approve ?? '未填'}，反对 ${oppose ?? '未填'}，弃权 ${abstain ?? '未填'}）`,
        )
        .join('、'),
    followUps: () => filled.followUps.map(({ what }) => short(what)).join('、'),
    returns: () => `${filled.returns.length} 项`,
    parts: () => filled.parts.map(({ topic }) => topic ?? '').join('、'),
    hostId: () => '另选了人',
    recorderId: () => '另选了人',
  }
  return words[name]?.() ?? String(filled[name] ?? '')
}

const short = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text)
