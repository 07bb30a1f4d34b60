import { type DatedDay, surelyBefore } from './dated.ts'
import type { Doubt, RosterStatus } from './roster.ts'

/** What the row says of the person's membership, each as text without spaces; empty where silent. */
export type StatusWords = {
  category: string
  standing: string
  /** The cell of 转正时间, which may hold 预备 in place of a day. */
  becameFull: string
}

export type StatusReading = {
  status: RosterStatus | null
  /** Null for a probationary member. */
  becameFull: DatedDay | null
  doubts: Doubt[]
  reasons: string[]
}

export type StatusDays = {
  joined: DatedDay | null
  becameFull: DatedDay | null
  today: DatedDay
  asksBecameFull: boolean
  /** Taken where the row leaves it open, because the officer said so. */
  presumed: Admission
}

/** Said of each person whose status the sheet leaves open; the preview asks it once for all of them. */
export const NOT_STATED = '没有写明是正式党员还是预备党员，也没有转正时间'

/** On which side of becoming full a person stands; null where the row leaves it open. */
export type Admission = 'full' | 'probationary' | null

const GONE = /转出|出党|除名|开除|退党|脱党|死亡|去世|逝世|取消预备/
const NOT_MEMBER = /积极分子|发展对象|申请人|群众|团员|民主党派|无党派/
const NOT_YET = /预备|未转|未到期|待转/

/** Puts together category, standing and day of becoming full; what the row leaves open stays null and in doubt. */
export const readStatus = (words: StatusWords, days: StatusDays): StatusReading => {
  const gone = GONE.exec(words.standing) ?? GONE.exec(words.category)
  if (gone) return nobody(`党籍状态写明「${words.standing || words.category}」，不是现有党员`)
  if (NOT_MEMBER.test(words.category)) return nobody(`类别写明「${words.category}」，不是党员`)
  const doubts: Doubt[] = []
  const base = admission(words, days, doubts)
  const status = base === null ? null : (punished(words.standing, doubts) ?? base)
  return { status, becameFull: becameFullOf(base, days, doubts), doubts, reasons: [] }
}

const nobody = (reason: string): StatusReading => ({
  status: null,
  becameFull: null,
  doubts: [],
  reasons: [reason],
})

const admission = (words: StatusWords, days: StatusDays, doubts: Doubt[]): Admission => {
  const said = words.category || (/预备|正式/.test(words.standing) ? words.standing : '')
  if (/预备/.test(said)) return 'probationary'
  if (/正式|中共党员|^党员$/.test(said)) return 'full'
  if (said) doubts.push({ field: 'category', message: `「${said}」看不出是正式党员还是预备党员` })
  if (NOT_YET.test(words.becameFull)) return 'probationary'
  if (days.becameFull) return surelyBefore(days.today, days.becameFull) ? 'probationary' : 'full'
  if (!said && !days.presumed) {
    doubts.push({ field: 'category', message: NOT_STATED })
  }
  return days.presumed
}

const punished = (standing: string, doubts: Doubt[]): RosterStatus | null => {
  if (/留党察看/.test(standing)) return 'on-probation'
  if (/停止党籍/.test(standing)) return 'stopped'
  if (/中止/.test(standing)) return 'suspended'
  if (standing && !/^(正常|在册|有效|恢复党籍|正式党员|预备党员|正式|预备)$/.test(standing)) {
    doubts.push({ field: 'standing', message: `党籍状态「${standing}」未能识别，按正常收` })
  }
  return null
}

const becameFullOf = (base: Admission, days: StatusDays, doubts: Doubt[]): DatedDay | null => {
  const { becameFull, today } = days
  if (becameFull && surelyBefore(today, becameFull)) {
    doubts.push({ field: 'becameFull', message: '转正时间还没有到，不作为已转正收' })
    return null
  }
  if (base === 'probationary' && becameFull) {
    doubts.push({ field: 'becameFull', message: '写明是预备党员，却有已过的转正时间；按预备党员收' })
    return null
  }
  if (base === 'full' && !becameFull && days.asksBecameFull) {
    doubts.push({ field: 'becameFull', message: '没有转正时间' })
  }
  return becameFull
}
