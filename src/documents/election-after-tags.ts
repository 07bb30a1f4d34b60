import { ballotNotes, ballotTitle } from './ballot-sheet.ts'
import { quorumWords } from './election-attendance.ts'
import { type BallotKind, ballotsOf } from './election-ballots.ts'
import { resultOf } from './election-count-sheets.ts'
import type { PaperFacts, PaperGathering, PaperSeat } from './election-facts.ts'
import { motionWords, OFFICER_WORDS, officersOf } from './election-officers.ts'
import { gatheringOn } from './election-paper.ts'
import type { ElectionPaperId } from './election-papers.ts'
import { dutiesWords } from './election-plenary.ts'
import { postOf } from './election-posts.ts'
import { dayOr, resultWords } from './election-result-letter.ts'
import { matterOf } from './election-result-sheet.ts'
import { ALL_ROLES, figure, leftOf, roundsIn, roundTitle, validOf, verdictWords } from './election-rounds.ts'
import { numbered, type Repeated, type Tag, type TagBook } from './template-tags.ts'
import { GAP, orGap } from './wording.ts'

type Part = Repeated<PaperFacts>
const STATES = { 'not-stated': GAP, present: '到会', excused: '请假', absent: '缺席' } as const

/** What is told of one of the two meetings. */
const meetingTags = (body: PaperGathering['body']): Tag<PaperFacts>[] => {
  const on = (of: (gathering: PaperGathering, facts: PaperFacts) => string) => (facts: PaperFacts) => {
    const gathering = gatheringOn(facts, body)
    return gathering ? of(gathering, facts) : GAP
  }
  return [
    { tag: '会议日期', says: '开会的日期', of: on(({ heldOn }) => dayOr(heldOn)) },
    { tag: '会议地点', says: '开会的地点', of: on(({ place }) => orGap(place)) },
    { tag: '主持人', says: '主持人姓名', of: on(({ hostName }) => orGap(hostName)) },
    { tag: '记录人', says: '记录人姓名', of: on(({ recorderName }) => orGap(recorderName)) },
    {
      tag: '到会情况',
      says: '应到、实到人数和到会是否合乎规定',
      of: on((held, facts) => quorumWords(facts, held)),
    },
  ]
}

type Listed = Pick<PaperSeat, 'name' | 'groupName' | 'reason'> & { state: PaperSeat['state'] | null }

/** As the meeting froze them; before it, as the list has them, to be signed. */
const listedVoters = (facts: PaperFacts): Listed[] =>
  gatheringOn(facts, 'members')?.seats.filter(({ entitled }) => entitled) ??
  facts.voters
    .filter(({ place }) => place === 'voter')
    .map(({ name, groupName }) => ({ name, groupName, state: null, reason: null }))

const voters: Part = {
  tag: '选举人',
  says: '应到会的每人重复一次',
  inside: ['序号', '姓名', '组别', '到会', '事由'],
  rows: (facts) =>
    numbered(listedVoters(facts), ({ name, groupName, state, reason }) => ({
      姓名: name,
      组别: groupName ?? '',
      到会: state === null ? '' : STATES[state],
      事由: reason ?? '',
    })),
}

const officers: Part = {
  tag: '监票计票人',
  says: '每人重复一次',
  inside: ['序号', '职责', '姓名'],
  rows: (facts) =>
    numbered(
      facts.gatherings.flatMap((gathering) => officersOf(gathering)),
      ({ role, name }) => ({ 职责: OFFICER_WORDS[role], 姓名: name }),
    ),
}

const rounds: Part = {
  tag: '投票',
  says: '每次投票重复一次',
  inside: [
    '序号',
    '名称',
    '应到',
    '实到',
    '应选',
    '印制',
    '发出',
    '换发',
    '剩余',
    '收回',
    '有效',
    '作废',
    '结论',
  ],
  rows: (facts) =>
    numbered(roundsIn(facts, ALL_ROLES), (held) => ({
      名称: roundTitle(facts, held),
      应到: figure(held.round.entitled),
      实到: figure(held.round.present),
      应选: figure(held.round.seats),
      印制: figure(held.round.printed),
      发出: figure(held.round.issued),
      换发: figure(held.round.spoiled),
      剩余: figure(leftOf(held.round)),
      收回: figure(held.round.returned),
      有效: figure(validOf(held.round)),
      作废: figure(held.round.void),
      结论: verdictWords(facts, held).join(''),
    })),
}

const votes: Part = {
  tag: '得票',
  says: '每次投票的每人重复一次，另选的人在后',
  inside: ['序号', '投票名称', '姓名', '赞成', '反对', '弃权', '结果'],
  rows: (facts) =>
    numbered(
      roundsIn(facts, ALL_ROLES).flatMap((held) => held.round.names.map((name) => ({ held, name }))),
      ({ held, name }) => ({
        投票名称: roundTitle(facts, held),
        姓名: `${name.name}${name.writtenIn ? '（另选）' : ''}`,
        赞成: figure(name.approve),
        反对: name.writtenIn ? '' : figure(name.oppose),
        弃权: name.writtenIn ? '' : figure(name.abstain),
        结果: resultOf(held, held.round.outcome?.elected ?? [], name),
      }),
    ),
}

const judgments: Part = {
  tag: '判定',
  says: '每条判定和依据重复一次',
  inside: ['序号', '事项', '判定和依据'],
  rows: (facts) =>
    numbered(
      roundsIn(facts, ALL_ROLES).flatMap(({ round }) => round.outcome?.because ?? []),
      ({ rule, person, words }) => ({ 事项: person ?? matterOf(rule), 判定和依据: words }),
    ),
}

const elected: Part = {
  tag: '当选人',
  says: '当选的每人重复一次',
  inside: ['序号', '姓名', '职务', '分工', '批准日期'],
  rows: (facts) =>
    numbered(facts.results, (result) => ({
      姓名: result.name,
      职务: postOf(facts, result),
      分工: dutiesWords(result),
      批准日期: result.approvedOn ? dayOr(result.approvedOn) : '',
    })),
}

const ballot = (kind: BallotKind): TagBook<PaperFacts> => {
  const last = (facts: PaperFacts) => ballotsOf(facts, kind).at(-1)?.paper
  return {
    single: [
      {
        tag: '选票名称',
        says: '如：委员会委员选票',
        of: (facts) => (last(facts) ? ballotTitle(last(facts)!) : GAP),
      },
      { tag: '应选人数', says: '这次投票应选几人', of: (facts) => figure(last(facts)?.seats ?? null) },
      {
        tag: '说明',
        says: '填写说明',
        of: (facts) => (last(facts) ? ballotNotes(last(facts)!).join('\n') : GAP),
      },
    ],
    repeated: [
      {
        tag: '候选人',
        says: '每人重复一次，按选票上的次序',
        inside: ['姓名'],
        rows: (facts) => (last(facts)?.names ?? []).map((name) => ({ 姓名: name })),
      },
      {
        tag: '另选',
        says: '每个可以另选的空格重复一次',
        inside: ['空格'],
        rows: (facts) => Array.from({ length: last(facts)?.writeIns ?? 0 }, () => ({ 空格: '' })),
      },
    ],
  }
}

type StepTags = 'result-report' | 'result-reply' | 'public-notice'
const stepTags = (step: StepTags): Tag<PaperFacts>[] => [
  { tag: '文号', says: '这份文书的文号', of: ({ steps }) => orGap(steps[step]?.number) },
  { tag: '文书日期', says: '这份文书的日期', of: ({ steps }) => dayOr(steps[step]?.doneOn) },
  {
    tag: '来往单位',
    says: '报送或来文的单位',
    of: ({ steps, superior }) => orGap(steps[step]?.byWhom ?? superior),
  },
]

const outcome: Tag<PaperFacts> = {
  tag: '选举结果',
  says: '当选的委员、书记、副书记',
  of: (facts) => resultWords(facts).join(''),
}
const effective: Tag<PaperFacts> = {
  tag: '到任日期',
  says: '职务生效的日期',
  of: ({ effectiveOn }) => dayOr(effectiveOn),
}
const passed: Tag<PaperFacts> = {
  tag: '表决情况',
  says: '名单怎样通过',
  of: (facts) => {
    const gathering = gatheringOn(facts, 'members')
    return gathering ? motionWords(facts, gathering, 'officers') : GAP
  },
}

/** What belongs to the single papers from the attendance sheet on. */
export const AFTER_TAGS: Readonly<Partial<Record<ElectionPaperId, TagBook<PaperFacts>>>> = {
  attendance: { single: meetingTags('members'), repeated: [voters] },
  officers: { single: [...meetingTags('members'), passed], repeated: [officers] },
  'ballot-members': ballot('members'),
  'ballot-heads': ballot('heads'),
  'ballot-report': { single: meetingTags('members'), repeated: [rounds] },
  tally: { single: meetingTags('members'), repeated: [rounds, votes] },
  'result-to-meeting': { single: meetingTags('members'), repeated: [rounds, votes, judgments] },
  plenary: { single: meetingTags('committee'), repeated: [rounds, votes, elected] },
  'result-report': { single: [...stepTags('result-report'), outcome], repeated: [rounds, elected] },
  'result-reply': { single: [...stepTags('result-reply'), effective], repeated: [elected] },
  'public-notice': { single: [...stepTags('public-notice'), outcome, effective], repeated: [elected] },
  'closing-list': { single: [effective], repeated: [rounds, elected] },
}
