import { TERMS } from '../glossary.ts'
import type { Body } from '../http/endpoint.ts'
import { isDay } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import type { RuleOf } from '../rules/standing.ts'
import type { Attendance, amendMeeting, Vote } from './contract.ts'
import type { Held } from './held.ts'
import { judgedVotes } from './view.ts'

type Votes = Pick<Vote, 'approve' | 'oppose' | 'abstain'>
type Asked = Omit<Body<typeof amendMeeting>, 'version' | 'reason'>

/** The record as it will stand, and the words of the row beside it: what it said, what it says now. */
export type Amended = { held: Held; subject: string | null; was: string | null; becomes: string }

/** Applies one amendment to a record; refuses what cannot be, or what changes nothing. */
export const amended = (held: Held, asked: Asked, ruleOf: (heldOn: string) => RuleOf): Amended | Refusal => {
  const outcome = APPLY[asked.field](held, asked)
  if (isRefusal(outcome)) return outcome
  if (outcome.was === outcome.becomes)
    return refuse('invalid', '更正后的内容与原记相同。请填写更正后的内容。', { field: 'becomes' })
  // Whoever was there, and the day, decide a vote; so every vote is judged anew.
  const resolutions = judgedVotes(outcome.held.resolutions, outcome.held, ruleOf(outcome.held.heldOn))
  const over = resolutions.find((vote) => castIn(vote) > vote.present)
  if (over)
    return refuse(
      'invalid',
      `「${over.text.slice(0, 20)}」的票数合计 ${castIn(over)} 票，` +
        `多于更正后实到有表决权的 ${over.present} 人。请一并核对票数和到会情况。`,
      { field: 'becomes' },
    )
  return { ...outcome, held: { ...outcome.held, resolutions } }
}

const castIn = ({ approve, oppose, abstain }: Votes): number =>
  (approve ?? 0) + (oppose ?? 0) + (abstain ?? 0)

const missing = (field: string, message: string): Refusal => refuse('invalid', message, { field })

const ofHead =
  (field: 'title' | 'place') =>
  (held: Held, { becomes }: Asked): Amended | Refusal =>
    field === 'title' && becomes === ''
      ? missing('becomes', '「更正为」没有填写。请填写正确的标题。')
      : becomes.length > (field === 'title' ? 200 : 100)
        ? missing('becomes', '「更正为」过长。请删减后再提交。')
        : { held: { ...held, [field]: becomes }, subject: null, was: held[field], becomes }

const ofDay = (held: Held, { becomes }: Asked): Amended | Refusal => {
  if (!isDay(becomes)) return missing('becomes', '「更正为」须是真实的日期，写作 2026-11-22。')
  if (held.recordedOn !== null && becomes > held.recordedOn)
    return missing('becomes', `记录在 ${held.recordedOn} 已提交，会议不会晚于这一天。请核对日期。`)
  return { held: { ...held, heldOn: becomes }, subject: null, was: held.heldOn, becomes }
}

const ofItem =
  (field: 'points' | 'differing') =>
  (held: Held, { item, becomes }: Asked): Amended | Refusal => {
    const found = held.agenda[(item ?? 0) - 1]
    if (!found) return missing('item', '没有选定更正哪一项议程。请选择。')
    const agenda = held.agenda.map((each) => (each === found ? { ...each, [field]: becomes } : each))
    return { held: { ...held, agenda }, subject: found.title, was: found[field], becomes }
  }

const STATED: readonly Attendance[] = ['present', 'excused', 'absent']

const stateWords = (state: Attendance, reason: string | null): string =>
  state === 'excused' && reason ? `${TERMS.excused}（${reason}）` : TERMS[state]

const ofPerson = (held: Held, { personId, becomes, leave }: Asked): Amended | Refusal => {
  const person = held.attendance.find((each) => each.personId === personId)
  if (!person?.entitled) return missing('personId', '没有选定应到人员。请选择更正谁的到会情况。')
  const state = STATED.find((each) => each === becomes)
  if (!state) return missing('becomes', '到会情况只能更正为实到、请假或缺席。')
  if (state === 'excused' && !leave) return missing('leave', '请假须写原因。请补上原因，或改为缺席。')
  const reason = state === 'excused' ? leave : null
  const attendance = held.attendance.map((each) => (each === person ? { ...each, state, reason } : each))
  return {
    held: { ...held, attendance },
    subject: person.name,
    was: stateWords(person.state, person.reason),
    becomes: stateWords(state, reason),
  }
}

const votesWords = ({ approve, oppose, abstain }: Votes): string =>
  `赞成 ${approve}，反对 ${oppose}，弃权 ${abstain}`

const ofResolution = (held: Held, { item, votes, becomes }: Asked): Amended | Refusal => {
  const found = held.resolutions[(item ?? 0) - 1]
  if (!found) return missing('item', '没有选定更正哪一项决议。请选择。')
  if (!votes && (becomes === '' || becomes.length > 2000))
    return missing('becomes', '请填写更正后的决议文字（不超过 2000 字），或更正后的票数。')
  const change = votes ?? { text: becomes }
  const resolutions = held.resolutions.map((each) => (each === found ? { ...each, ...change } : each))
  return {
    held: { ...held, resolutions },
    subject: `第 ${item} 项决议`,
    was: votes ? votesWords(found) : found.text,
    becomes: votes ? votesWords(votes) : becomes,
  }
}

const ofOther = (held: Held, { becomes }: Asked): Amended | Refusal =>
  becomes === ''
    ? missing('becomes', '「更正为」没有填写。请写明更正的内容。')
    : { held, subject: null, was: null, becomes }

const APPLY: Record<Asked['field'], (held: Held, asked: Asked) => Amended | Refusal> = {
  title: ofHead('title'),
  place: ofHead('place'),
  heldOn: ofDay,
  points: ofItem('points'),
  differing: ofItem('differing'),
  attendance: ofPerson,
  resolution: ofResolution,
  other: ofOther,
}
