import { agendaItems, meetingTime } from './election-agenda.ts'
import { differenceWords, registerRows } from './election-candidates.ts'
import { came } from './election-decision.ts'
import type { PaperFacts, PaperStepId } from './election-facts.ts'
import { articlesOf } from './election-method.ts'
import { proposedBy } from './election-nomination.ts'
import { gatheringOn } from './election-paper.ts'
import type { ElectionPaperId } from './election-papers.ts'
import { formWords, nominationWords, termWords } from './election-request.ts'
import { withVote } from './election-voters.ts'
import { basisWords, countOr, dayOr, namesOf, seatsWords, standing, surplusWords } from './election-words.ts'
import { countOf, RECORD_KINDS } from './election-work-report.ts'
import { numbered, type Repeated, type Tag, type TagBook } from './template-tags.ts'
import { GAP, numeral, orGap } from './wording.ts'

type Single = Tag<PaperFacts>
type Many = Repeated<PaperFacts>

/** The number and the day of a step's paper. */
const paperOf = (step: PaperStepId): Single[] => [
  { tag: '文号', says: '文书的文号', of: ({ steps }) => orGap(steps[step]?.number) },
  { tag: '落款日期', says: '文书的日期', of: ({ steps }) => dayOr(steps[step]?.doneOn) },
]

const BASIS: Single = { tag: '依据', says: '所依据的条例、章程', of: basisWords }
const PLAN: readonly Single[] = [
  BASIS,
  { tag: '届期', says: '上届选举和届满的日期，是否按期', of: termWords },
  { tag: '大会形式', says: '选举形式、应到会人数和到会要求', of: formWords },
  { tag: '名额', says: '应选名额', of: seatsWords },
  { tag: '差额', says: '候选人的差额要求', of: surplusWords },
  { tag: '提名办法', says: '怎样提名', of: nominationWords },
]
const CONTACT: readonly Single[] = [
  { tag: '联系人', says: '联系人姓名', of: ({ contact }) => orGap(contact?.name) },
  { tag: '联系电话', says: '联系电话', of: ({ contact }) => orGap(contact?.phone) },
]
const MEETING: readonly Single[] = [
  { tag: '会议时间', says: '选举大会的时间', of: meetingTime },
  { tag: '地点', says: '选举大会的地点', of: (facts) => orGap(gatheringOn(facts, 'members')?.place) },
  { tag: '主持人', says: '选举大会的主持人', of: (facts) => orGap(gatheringOn(facts, 'members')?.hostName) },
]
const AGENDA: Many = {
  tag: '议程',
  says: '每项议程重复一次',
  inside: ['序号', '标题'],
  rows: (facts) => numbered(agendaItems(facts), (item) => ({ 标题: item })),
}

const replyTags = (request: PaperStepId, reply: PaperStepId): Single[] => [
  { tag: '请示日期', says: '上报请示的日期', of: ({ steps }) => dayOr(steps[request]?.doneOn) },
  { tag: '请示文号', says: '请示的文号', of: ({ steps }) => orGap(steps[request]?.number) },
  {
    tag: '批复单位',
    says: '作出批复的组织',
    of: ({ steps, superior }) => orGap(steps[reply]?.byWhom ?? superior),
  },
  { tag: '批复日期', says: '批复的日期', of: ({ steps }) => dayOr(steps[reply]?.doneOn) },
  { tag: '批复文号', says: '批复的文号', of: ({ steps }) => orGap(steps[reply]?.number) },
  { tag: '批复要求', says: '登记时记下的要求', of: ({ steps }) => steps[reply]?.note ?? '没有另外记下' },
]

const candidateTags: readonly Single[] = [
  { tag: '委员人选', says: '委员候选人，按姓氏笔画', of: (facts) => namesOf(standing(facts, 'member')) },
  { tag: '书记人选', says: '书记候选人', of: (facts) => namesOf(standing(facts, 'secretary')) },
  { tag: '副书记人选', says: '副书记候选人', of: (facts) => namesOf(standing(facts, 'deputy-secretary')) },
]

const COLUMNS = [
  '姓名',
  '性别',
  '出生年月',
  '籍贯',
  '民族',
  '学历',
  '入党时间',
  '工作岗位',
  '党内职务',
  '提名职务',
]

const CANDIDATES: Many = {
  tag: '候选人',
  says: '每名候选人重复一次，委员在前，按姓氏笔画',
  inside: ['序号', ...COLUMNS],
  rows: (facts) =>
    registerRows(facts).map((row) =>
      Object.fromEntries(['序号', ...COLUMNS].map((column, at) => [column, row[at] ?? ''])),
    ),
}

const VOTERS: Many = {
  tag: '选举人',
  says: '每名有选举权的人重复一次，按姓氏笔画',
  inside: ['序号', '姓名', '小组'],
  rows: (facts) =>
    numbered(withVote(facts), ({ name, groupName }) => ({ 姓名: name, 小组: groupName ?? '' })),
}

const WITHOUT: readonly Many[] = [
  {
    tag: '没有选举权',
    says: '每人重复一次，附原因',
    inside: ['序号', '姓名', '原因'],
    rows: ({ voters }) =>
      numbered(
        voters.filter(({ place }) => place === 'without-vote'),
        ({ name, because }) => ({ 姓名: name, 原因: orGap(because) }),
      ),
  },
  {
    tag: '不计入',
    says: '每名不计入应到会的人重复一次',
    inside: ['序号', '姓名', '情形', '说明', '上报日期', '批准日期', '通过日期'],
    rows: ({ exclusions }) =>
      numbered(exclusions, ({ name, ground, reason, reportedOn, approvedOn, passedOn }) => ({
        姓名: name,
        情形: ground,
        说明: reason,
        上报日期: dayOr(reportedOn),
        批准日期: dayOr(approvedOn),
        通过日期: dayOr(passedOn),
      })),
  },
]

const NOMINATIONS: readonly Many[] = [
  {
    tag: '小组推荐',
    says: '每个小组重复一次',
    inside: ['序号', '小组', '日期', '主持人', '应到', '实到', '被推荐人'],
    rows: ({ nominations }) =>
      numbered(nominations, ({ groupName, heldOn, hostName, entitled, present, nominees }) => ({
        小组: groupName,
        日期: dayOr(heldOn),
        主持人: orGap(hostName),
        应到: String(entitled),
        实到: String(present),
        被推荐人: nominees.map(({ name, support }) => `${name}（${support}人）`).join('、') || GAP,
      })),
  },
  {
    tag: '推荐汇总',
    says: '每名被推荐人重复一次，人数多的在前',
    inside: ['序号', '姓名', '小组数', '人数'],
    rows: (facts) =>
      numbered(proposedBy(facts), ({ name, groups, support }) => ({
        姓名: name,
        小组数: String(groups),
        人数: String(support),
      })),
  },
]

const decided = (of: (meeting: NonNullable<PaperFacts['decision']>) => string) => (facts: PaperFacts) =>
  facts.decision ? of(facts.decision) : GAP

const DECISION: readonly Single[] = [
  { tag: '会议日期', says: '委员会研究的日期', of: ({ steps }) => dayOr(steps.decision?.doneOn) },
  { tag: '地点', says: '会议地点', of: decided(({ place }) => orGap(place)) },
  { tag: '主持人', says: '主持人姓名', of: decided(({ hostName }) => orGap(hostName)) },
  { tag: '记录人', says: '记录人姓名', of: decided(({ recorderName }) => orGap(recorderName)) },
  { tag: '出席人员', says: '出席人员姓名', of: decided((meeting) => namesOf(came(meeting, 'present'))) },
  {
    tag: '决议',
    says: '会议的决议',
    of: decided(({ resolutions }) => orGap(resolutions.map(({ text }) => text).join('\n'))),
  },
]

const REPORT: TagBook<PaperFacts> = {
  single: [
    { tag: '上届选举日期', says: '上届选举的日期', of: ({ term }) => dayOr(term?.electedOn) },
    { tag: '届满日期', says: '任期届满的日期', of: ({ term }) => dayOr(term?.dueOn) },
    {
      tag: '成员',
      says: '上届成员和职务',
      of: ({ officials }) => officials.map(({ name, post }) => `${name}（${post}）`).join('、') || GAP,
    },
    { tag: '发展党员', says: '任期内发展党员数', of: ({ record }) => String(record.admitted) },
    { tag: '转正', says: '任期内预备党员转正数', of: ({ record }) => String(record.converted) },
  ],
  repeated: [
    {
      tag: '组织生活',
      says: '每类活动重复一次',
      inside: ['序号', '项目', '次数'],
      rows: ({ record }) =>
        numbered(RECORD_KINDS, ([kind, name]) => ({ 项目: name, 次数: countOf(record.counts, kind) })),
    },
  ],
}

const ARTICLES: Many = {
  tag: '条文',
  says: '选举办法每条重复一次',
  inside: ['序号', '条次', '条文'],
  rows: (facts) =>
    articlesOf(facts).map((text, at) => ({
      序号: String(at + 1),
      条次: `第${numeral(at + 1)}条`,
      条文: text,
    })),
}

const SPOKEN: Many = {
  tag: '步骤',
  says: '大会每一步重复一次',
  inside: ['序号', '标题', '主持词'],
  rows: ({ scripts }) =>
    numbered(scripts.members, ({ title, says }) => ({ 标题: title, 主持词: says.join('\n') })),
}

const ENTITLED: Single = {
  tag: '应到会人数',
  says: '应到会有选举权的人数',
  of: ({ base }) => countOr(base.entitled),
}

/** What belongs to the single papers up to the meeting's agenda. */
export const BEFORE_TAGS: Readonly<Partial<Record<ElectionPaperId, TagBook<PaperFacts>>>> = {
  'term-calendar': { single: REPORT.single.slice(0, 2), repeated: [] },
  decision: { single: [...DECISION, ...PLAN], repeated: [] },
  request: { single: [...paperOf('request'), ...PLAN, ...CONTACT], repeated: [AGENDA] },
  reply: { single: replyTags('request', 'reply'), repeated: [] },
  plan: { single: [...paperOf('notice'), ...PLAN], repeated: [AGENDA] },
  notice: { single: [...paperOf('notice'), ...MEETING, ENTITLED, ...CONTACT], repeated: [AGENDA] },
  voters: { single: [...paperOf('voters'), ENTITLED], repeated: [VOTERS] },
  'voters-inner': { single: [...paperOf('voters'), ENTITLED], repeated: WITHOUT },
  nomination: { single: [...paperOf('comparison'), ...candidateTags], repeated: NOMINATIONS },
  'candidates-request': {
    single: [
      ...paperOf('candidates-request'),
      ...candidateTags,
      { tag: '差额情况', says: '应选、候选人和差额的人数', of: differenceWords },
      ...CONTACT,
    ],
    repeated: [CANDIDATES],
  },
  'candidates-reply': {
    single: [...replyTags('candidates-request', 'candidates-reply'), ...candidateTags],
    repeated: [],
  },
  'work-report': REPORT,
  method: { single: [BASIS, ENTITLED], repeated: [ARTICLES] },
  agenda: { single: MEETING, repeated: [AGENDA] },
  script: { single: MEETING, repeated: [SPOKEN] },
}
