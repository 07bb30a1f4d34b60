import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { Attendance, Part, Vote } from './contract.ts'
import type { Counts } from './counts.ts'
import { decides } from './kinds.ts'

/** A record about to be handed in, as far as it decides whether it may be. */
export type Ready = {
  parts: readonly Part[]
  attendance: readonly { name: string; entitled: boolean; state: Attendance; reason: string | null }[]
  resolutions: readonly Vote[]
  hostId: string | null
  recorderId: string | null
  counts: Counts
}

/** What still keeps a record from being handed in, in the order of the page; empty when nothing does. */
export const hindrances = (record: Ready): Refusal[] => [
  ...people(record),
  ...lecturers(record),
  ...attendance(record),
  ...record.resolutions.flatMap((vote, at) => votes(record, vote, at)),
]

const invalid = (field: string, message: string): Refusal => refuse('invalid', message, { field })

const people = ({ hostId, recorderId }: Ready): Refusal[] => [
  ...(hostId === null ? [invalid('hostId', '没有选定主持人。请在「主持人」处选人。')] : []),
  ...(recorderId === null ? [invalid('recorderId', '没有选定记录人。请在「记录人」处选人。')] : []),
]

const lecturers = ({ parts }: Ready): Refusal[] =>
  parts.flatMap((part, at) =>
    part.kind !== 'lecture' || part.lecturerId !== null || part.lecturerName
      ? []
      : [invalid(`parts.${at}.lecturerId`, '党课没有填讲课人。请从名册选人，或写下姓名。')],
  )

const attendance = ({ attendance: all, counts }: Ready): Refusal[] => {
  const unstated = all.filter(({ state }) => state === 'not-stated')
  const unexplained = all.filter(({ state, reason }) => state === 'excused' && !reason)
  if (unstated.length > 0)
    return [
      invalid(
        'attendance',
        `还有 ${unstated.length} 人未填到会情况（${few(unstated)}）。请逐人选定，或先选「全部到会」再改例外。`,
      ),
    ]
  if (unexplained.length > 0)
    return [invalid('attendance', `${few(unexplained)}请假没有写原因。请补上原因，或改为缺席。`)]
  if (counts.present === 0)
    return [invalid('attendance', '应到的人没有一位到会，不成为会议。请核对到会情况，或取消这次会议。')]
  return []
}

const few = (named: readonly { name: string }[]): string => {
  const first = named.slice(0, 5).map(({ name }) => name)
  return `${first.join('、')}${named.length > 5 ? '等' : ''}`
}

const votes = ({ parts, counts }: Ready, { part, approve, oppose, abstain }: Vote, at: number): Refusal[] => {
  const kind = parts[part - 1]?.kind
  if (kind === undefined || !decides(kind))
    return [
      invalid(
        `resolutions.${at}.part`,
        `第 ${at + 1} 项决议所在的部分不作表决。请改放到会议部分，或写入发言要点。`,
      ),
    ]
  if (approve === null || oppose === null || abstain === null)
    return [
      invalid(
        `resolutions.${at}.approve`,
        `第 ${at + 1} 项决议还没有填全票数。请填赞成、反对、弃权各几票，没有就填 0。`,
      ),
    ]
  const cast = approve + oppose + abstain
  if (cast <= counts.votingPresent) return []
  return [
    invalid(
      `resolutions.${at}.approve`,
      `第 ${at + 1} 项决议：赞成 ${approve}、反对 ${oppose}、弃权 ${abstain}，合计 ${cast} 票，` +
        `多于实到有表决权的 ${counts.votingPresent} 人。请核对票数和到会情况。`,
    ),
  ]
}
