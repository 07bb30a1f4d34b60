import type { ElectionHead } from './contract.ts'
import type { StepId } from './facts.ts'
import { isParty } from './steps.ts'

export const MATTER_IDS = [
  'announcement',
  'plenary',
  'division',
  'result-report',
  'result-reply',
  'public-notice',
  'archive',
  'effect',
  'handover',
] as const
export type MatterId = (typeof MATTER_IDS)[number]

type Variant = Pick<ElectionHead, 'unitKind' | 'form' | 'kind'>

/** One thing that follows an election: what it is called, who does it, what is needed, its rules. */
export type Matter = {
  id: MatterId
  title: string
  who: string
  needs: string
  rules: readonly string[]
  /** The step that records it with its true day. */
  step: StepId | null
  /** The result is not put into effect without it. */
  demanded: boolean
}

const PARTY: Record<MatterId, Omit<Matter, 'id'>> = {
  announcement: {
    title: '宣布当选名单',
    who: '大会主持人',
    needs: '先报告每人得票，再按姓氏笔画宣布当选名单。',
    rules: ['election.tally-reported', 'election.result-order'],
    step: 'announcement',
    demanded: true,
  },
  plenary: {
    title: '第一次全体会议',
    who: '新一届委员会，由上届委员会推荐的一名新委员主持',
    needs: '等额选举书记、副书记，可与大会同日召开。',
    rules: ['election.chair', 'election.secretary-equal'],
    step: null,
    demanded: true,
  },
  division: {
    title: '委员分工',
    who: '新一届委员会',
    needs: '组织、宣传、纪检都有人承担；一人可以兼两项。',
    rules: ['committee.posts', 'discipline.member'],
    step: 'division',
    demanded: true,
  },
  'result-report': {
    title: '报告选举结果',
    who: '新一届委员会',
    needs: '写明日期、人数、得票、当选名单和分工；委员报备案，书记、副书记报批准。',
    rules: ['committee.filed', 'secretary.approved'],
    step: 'result-report',
    demanded: true,
  },
  'result-reply': {
    title: '上级批复',
    who: '组织委员',
    needs: '批复的日期和文号，批准了哪些人。',
    rules: ['secretary.approved'],
    step: 'result-reply',
    demanded: true,
  },
  'public-notice': {
    title: '公布结果',
    who: '宣传委员',
    needs: '向党员公布新一届委员会和分工。',
    rules: [],
    step: 'public-notice',
    demanded: false,
  },
  archive: {
    title: '归档',
    who: '组织委员',
    needs: '文书按目录归档；选票由监票人封存后一并保管。',
    rules: [],
    step: 'archive',
    demanded: false,
  },
  effect: {
    title: '任职生效',
    who: '书记、副书记或组织委员',
    needs: '核对谁卸任、谁到任，确认后任职和权限一次变更。',
    rules: ['secretary.one', 'secretary.deputies'],
    step: null,
    demanded: false,
  },
  handover: {
    title: '工作交接',
    who: '卸任和接任的人',
    needs: '每项换了人的职务开一份交接表，双方签字。',
    rules: [],
    step: null,
    demanded: false,
  },
}

/** What a women's federation or a union does after its own election: by its own rules, without the Party's steps. */
const OTHERS: Partial<Record<MatterId, Partial<Matter>>> = {
  announcement: { needs: '先报告每人得票，再宣布当选名单。', rules: [] },
  plenary: {
    who: '新一届委员会',
    needs: '选举主持工作的人和副职，可与大会同日召开。',
    rules: [],
  },
  division: {
    title: '称谓',
    needs: '按本组织章程，写明谁是常委、谁是委员；都按当选的称谓时不必登记。',
    rules: [],
    demanded: false,
  },
  'result-report': {
    who: '新一届委员会',
    needs: '按本组织章程要向上级报告的，登记日期。',
    rules: [],
    demanded: false,
  },
  'result-reply': {
    who: '办理选举的人',
    needs: '上级有批复的，登记日期和文号。',
    rules: [],
    demanded: false,
  },
  'public-notice': { who: '办理选举的人', needs: '公布新一届委员会。' },
  archive: { who: '办理选举的人', needs: '文书按目录归档，选票封存保管。' },
  effect: {
    who: '办理选举的人',
    needs: '当选的人记入名单，新一届从选举之日开始；不改动党组织的任职。',
    rules: [],
  },
}

/** Directly elected heads have no plenary and nothing to divide. */
const WITHOUT_COMMITTEE: readonly MatterId[] = ['plenary', 'division']

/** Whoever is elected in between joins a committee that has its heads and its division of work. */
const AT_BY_ELECTION: Partial<Record<MatterId, Partial<Matter>>> = {
  plenary: { needs: '补选书记、副书记的，由委员会全体会议等额选举；只补选委员的不必召开。', demanded: false },
  division: { needs: '补选的委员承担哪些职责；不分工的登记为委员。', demanded: false },
}

/** What follows the election of such a unit, in its order. */
export const mattersOf = ({ unitKind, form, kind }: Variant): Matter[] =>
  MATTER_IDS.filter(
    (id) =>
      (isParty(unitKind) || Object.hasOwn(OTHERS, id)) &&
      (form === 'committee' || !WITHOUT_COMMITTEE.includes(id)),
  ).map((id) => ({
    id,
    ...PARTY[id],
    ...(isParty(unitKind) ? {} : OTHERS[id]),
    ...(kind === 'by-election' ? AT_BY_ELECTION[id] : {}),
  }))
