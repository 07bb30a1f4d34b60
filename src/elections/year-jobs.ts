import type { Acting } from '../database/acting.ts'
import { electionDocx } from '../documents/election-paper.ts'
import { dutyWords } from '../documents/election-posts.ts'
import { dateWords, orGap } from '../documents/wording.ts'
import type { Block, Chapter, YearAsked, YearPaper } from '../documents/year-contract.ts'
import type { Permission } from '../kernel/access.ts'
import { day } from '../kernel/day.ts'
import { type Election, stepOf } from './facts.ts'
import { type Gathering, gatheringOf, type Round } from './gathering.ts'
import { KIND_WORDS } from './labels.ts'
import { paperFacts } from './paper-jobs.ts'
import { papersNeeded } from './paper-kinds.ts'
import { PAPERS, paperState } from './papers.ts'
import { closedInYear, electedInYear } from './store.ts'
import { roleWords, titleOf } from './titles.ts'

type Table = Extract<Block, { kind: 'table' }>

/** 换届选举 of the year: the base, who came, the ballots and what they said, who was elected. One statement. */
export const electionChapters = async (
  tx: Acting,
  { units, year, unitId }: YearAsked,
): Promise<Chapter[]> => {
  const blocks = (await electedInYear(tx, units, year)).flatMap((election) => blocksOf(election, unitId))
  return [{ id: 'elections', title: '换届选举', blocks }]
}

const blocksOf = (election: Election, own: string): Block[] => {
  const { unitId, unitName, kind, electedOn, term, effectiveOn } = election
  const title = `${unitId === own ? '' : unitName}${KIND_WORDS[kind]}`
  const reply = stepOf(election, 'result-reply')
  const meetings = [gatheringOf(election, 'members'), gatheringOf(election, 'committee')]
  return [
    { kind: 'heading', text: `${dateWords(electedOn ?? '')}${title}` },
    {
      kind: 'table',
      title: `${title}：基本情况`,
      head: ['项目', '内容'],
      widths: [22, 54],
      rows: [
        ...(kind === 'renewal' ? [['上届当选', term ? dateWords(term.electedOn) : '没有登记']] : []),
        ...meetings.flatMap((meeting) => (meeting ? [meetingRow(meeting)] : [])),
        ['批复', reply ? [dateWords(reply.doneOn), reply.number].filter(Boolean).join(' ') : '没有登记'],
        ['任职生效', effectiveOn ? dateWords(effectiveOn) : '尚未生效'],
      ],
    },
    ...meetings.flatMap((meeting) => (meeting ? roundTables(election, meeting, title) : [])),
    electedTable(election, title),
  ]
}

const meetingRow = ({ body, heldOn, hostName, seats }: Gathering): string[] => {
  const entitled = seats.filter((seat) => seat.entitled)
  const present = entitled.filter(({ state }) => state === 'present').length
  return [
    body === 'members' ? '选举大会' : '第一次全体会议',
    `${dateWords(heldOn)}，${orGap(hostName)}主持，应到会有选举权 ${entitled.length} 人，实到 ${present} 人`,
  ]
}

const WHY: Record<Round['why'], string> = {
  first: '',
  tie: '（得票相等，再次投票）',
  shortfall: '（名额不足，再次投票）',
  void: '（选举无效，重新投票）',
}

const roundTables = ({ unitKind }: Election, { rounds }: Gathering, title: string): Table[] =>
  rounds
    .filter(({ isClosed }) => isClosed)
    .map((round) => {
      const { role, why, seats, issued, returned, void: spoilt, names } = round
      const office = roleWords(unitKind, role)
      const valid = returned === null || spoilt === null ? null : returned - spoilt
      return {
        kind: 'table',
        title: `${title}：选${office}${WHY[why]}，应选 ${seats} 人，发出 ${count(issued)} 张，收回 ${count(returned)} 张，有效 ${count(valid)} 张`,
        head: ['姓名', '赞成', '反对', '弃权'],
        widths: [24, 12, 12, 12],
        rows: names.map(({ name, writtenIn, approve, oppose, abstain }) => [
          writtenIn ? `${name}（另选）` : name,
          count(approve),
          writtenIn ? '' : count(oppose),
          writtenIn ? '' : count(abstain),
        ]),
      }
    })

const count = (of: number | null): string => (of === null ? orGap(null) : String(of))

const electedTable = ({ unitKind, results }: Election, title: string): Table => ({
  kind: 'table',
  title: `${title}：当选名单`,
  head: ['姓名', '职务', '分工', '批准'],
  widths: [16, 16, 26, 18],
  rows: results.map((result) => [
    result.name,
    titleOf(unitKind, result),
    dutyWords(result.duties),
    result.approvedOn ? dateWords(result.approvedOn) : '',
  ]),
})

/** The papers of the elections closed in the year, as far as there is something to print; four statements an election. */
const papersAsking =
  (asks: Permission) =>
  async (tx: Acting, { units, year, today }: YearAsked): Promise<YearPaper[]> => {
    const papers: YearPaper[] = []
    for (const election of await closedInYear(tx, units, year)) {
      const facts = await paperFacts(tx, election, day(today))
      for (const { id, step, asks: needed } of papersNeeded(election)) {
        const paper = PAPERS[id]
        if (!paper || needed !== asks || paperState(paper, facts).state === 'not-yet') continue
        const title = paper.name(facts)
        papers.push({
          series: 'reports',
          on: (step && stepOf(election, step)?.doneOn) ?? election.electedOn ?? election.closedOn ?? '',
          title,
          author: election.unitName,
          fileName: `${title}.docx`,
          bytes: () => electionDocx(paper)(facts),
        })
      }
    }
    return papers
  }

export const electionPapers = papersAsking('election.read')
/** Papers that tell why somebody has no vote are filed only by those who lead elections. */
export const electionInnerPapers = papersAsking('election.lead')
