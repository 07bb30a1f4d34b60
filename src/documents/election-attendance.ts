import type { Paragraph, Table } from 'docx'
import { boxed, cell, label, type Row } from './boxes.ts'
import type { PaperFacts, PaperGathering, PaperSeat } from './election-facts.ts'
import type { ElectionPaper } from './election-paper.ts'
import { meetingTitle, people, votersOf } from './election-rounds.ts'
import { blank, paragraphs, type Stretch, subtitle, title } from './typeset.ts'
import { dateWords, GAP, orGap } from './wording.ts'

/** 签到表: filled from the record of each meeting, and empty to be signed while a meeting is still to come or under way. */
export const attendanceSheet: ElectionPaper = {
  name: ({ unitName }) => `${unitName}选举大会签到表`,
  stretches: (facts) => {
    const held = facts.gatherings.filter(({ seats }) => seats.length > 0)
    const record = held.map((gathering): Stretch => ({ children: filledSheet(facts, gathering) }))
    const isOver = facts.gatherings.some(
      ({ body, closedOn, failedReason }) => body === 'members' && closedOn !== null && failedReason === null,
    )
    return isOver ? record : [...record, { children: emptySheet(facts) }]
  },
  awaits: (facts) =>
    facts.gatherings.some(({ seats }) => seats.length > 0) || votersIn(facts).length > 0
      ? null
      : '还没有选举人名单。',
}

const votersIn = ({ voters }: PaperFacts) => voters.filter(({ place }) => place === 'voter')

const headed = (name: string, what: string, more: string): (Paragraph | Table)[] => [
  ...title(name, what),
  subtitle(more),
  blank(),
]

const placeWords = (heldOn: string | null, place: string | null): string =>
  `（${heldOn === null ? GAP : dateWords(heldOn)}，地点：${orGap(place)}）`

const STATES = { 'not-stated': GAP, present: '到会', excused: '请假', absent: '缺席' } as const

const filledSheet = (facts: PaperFacts, gathering: PaperGathering): (Paragraph | Table)[] => {
  const due = gathering.seats.filter(({ entitled }) => entitled)
  const others = gathering.seats.filter(({ entitled }) => !entitled)
  return [
    ...headed(...meetingTitle(facts, gathering, '到会情况表'), placeWords(gathering.heldOn, gathering.place)),
    boxed(
      [7, 15, 26, 12, 14, 26],
      [
        headRow(['序号', '姓名', facts.line === 'party' ? '党小组' : '所在单位', '应到', '到会', '事由']),
        ...due.map((seat, at) => seatRow(seat, at)),
      ],
    ),
    ...paragraphs(quorumWords(facts, gathering)),
    ...(others.length === 0
      ? []
      : paragraphs(`另有${others.length}人没有选举权或不计入应到会，见选举人资格审核表。`)),
    ...(gathering.guests ? paragraphs(`列席：${gathering.guests}。`) : []),
    ...(gathering.failedReason ? paragraphs(`会议没有进行选举：${gathering.failedReason}。`) : []),
  ]
}

const headRow = (heads: readonly string[]): Row => ({ head: true, boxes: heads.map((head) => label(head)) })

const seatRow = ({ name, groupName, state, reason }: PaperSeat, at: number): Row => ({
  boxes: [
    cell(String(at + 1), { align: 'center' }),
    cell(name, { align: 'center' }),
    cell(groupName ?? ''),
    cell('应到', { align: 'center' }),
    cell(STATES[state], { align: 'center' }),
    cell(state === 'excused' || state === 'absent' ? orGap(reason) : ''),
  ],
})

/** Who was due and who came, then the clause on how many must be there, as it was judged. */
export const quorumWords = (facts: PaperFacts, gathering: PaperGathering): string => {
  const due = gathering.seats.filter(({ entitled }) => entitled)
  const count = (state: PaperSeat['state']): number => due.filter((seat) => seat.state === state).length
  const missing = count('not-stated')
  const [present, excused, absent] = [count('present'), count('excused'), count('absent')]
  const came =
    missing === due.length
      ? `实到${GAP}`
      : `实到${present}人，请假${excused}人，缺席${absent}人${missing > 0 ? `，${missing}人到会情况${GAP}` : ''}`
  const judged = gathering.rounds
    .flatMap(({ outcome }) => outcome?.because ?? [])
    .find(({ rule }) => rule.endsWith('.quorum'))
  return `应到会${votersOf(facts, gathering)}${due.length}人，${came}。${judged ? quorumClause(judged) : ''}`
}

const quorumClause = ({
  citation,
  needed,
  holds,
}: {
  citation: string
  needed: number
  holds: boolean
}): string => `依${citation}，须到${needed}人，${holds ? '可以进行选举' : '不能进行选举'}。`

const emptySheet = (facts: PaperFacts): (Paragraph | Table)[] => {
  const { listOn, plannedOn } = facts
  const meeting = { body: 'members' } as const
  const voters = votersIn(facts)
  return [
    ...headed(
      ...meetingTitle(facts, meeting, '签到表'),
      `（${plannedOn === null ? '　　　年　　月　　日' : dateWords(plannedOn)}）`,
    ),
    boxed(
      [8, 20, 30, 26, 26],
      [
        headRow(['序号', '姓名', facts.line === 'party' ? '党小组' : '所在单位', '签到', '未到事由']),
        ...voters.map(
          ({ name, groupName }, at): Row => ({
            height: 9,
            boxes: [
              cell(String(at + 1), { align: 'center' }),
              cell(name, { align: 'center' }),
              cell(groupName ?? ''),
              cell(''),
              cell(''),
            ],
          }),
        ),
      ],
    ),
    ...paragraphs(
      `应到会${votersOf(facts, meeting)}${people(facts.base.entitled)}（名单截至${dateWords(listOn)}），实到　　　人。`,
    ),
  ]
}
