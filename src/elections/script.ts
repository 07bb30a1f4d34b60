import { GAP } from '../documents/wording.ts'
import type { Told } from '../rules/standing.ts'
import type { Election } from './facts.ts'
import type { Body, Gathering, Round } from './gathering.ts'
import { mattersOf, type ShownByHands } from './motions.ts'
import { rolesOf } from './officers.ts'
import { type Presence, presenceOf } from './presence.ts'
import { resultWords } from './result-words.ts'
import { askedAndCounted, excludedWords, MATTER_TITLES, motionOf, SAYS } from './saying.ts'
import { headsWords, roleWords } from './titles.ts'

/** One step of the meeting: what it is called, how far it is, what the host says at it. */
export type AgendaStep = {
  id: string
  title: string
  state: 'done' | 'now' | 'later'
  says: string[]
  matter: ShownByHands | null
  round: string | null
}

export type Scripted = {
  election: Election
  body: Body
  gathering: Gathering | undefined
  /** The quorum as judged by the rules of the unit; null where nothing can be told yet. */
  quorum: Told | null
  /** As many as the list will hold, before it is frozen. */
  expected: number
}

type Draft = Omit<AgendaStep, 'state'> & { done: boolean }

/**
 * The agenda of an electing meeting with what the host says at each step. Every number and name is drawn from the records; what
 * is not recorded stands as a gap. It adds no word of praise and reads aloud as it is printed.
 */
export const agendaOf = (scripted: Scripted): AgendaStep[] => {
  const { election, body, gathering } = scripted
  const steps: Draft[] = [
    openingStep(scripted),
    ...(mattersOf(election, body).includes('exclusions') ? [exclusionStep(scripted)] : []),
    quorumStep(scripted),
    ...mattersOf(election, body)
      .filter((matter) => matter !== 'exclusions')
      .map((matter) => motionStep(scripted, matter as ShownByHands)),
    ...rolesOf(election, body).flatMap((role) => roundSteps(scripted, role)),
    {
      ...plain,
      id: 'closing',
      title: '散会',
      says: closingWords(scripted),
      done: gathering?.closedOn !== null && gathering !== undefined,
    },
  ]
  const now = steps.findIndex(({ done }) => !done)
  return steps.map(({ done, ...step }, at) => ({ ...step, state: stateAt(done, at, now) }))
}

const plain = { matter: null, round: null } as const

const stateAt = (done: boolean, at: number, now: number): AgendaStep['state'] => {
  if (done) return 'done'
  return at === now ? 'now' : 'later'
}

/** What such a meeting is called: 党员大会, 第一次全体会议. */
export const meetingName = (
  { unitKind, unitName }: Pick<Election, 'unitKind' | 'unitName'>,
  body: Body,
): string => {
  if (body === 'committee') return `${unitName}新一届委员会第一次全体会议`
  const party = unitKind === 'branch' || unitKind === 'general-branch' || unitKind === 'committee-unit'
  return `${unitName}${party ? '党员大会' : '选举大会'}`
}

const voterName = ({ unitKind }: Pick<Election, 'unitKind'>): string =>
  unitKind === 'branch' || unitKind === 'general-branch' || unitKind === 'committee-unit' ? '党员' : '代表'

const openingStep = ({ election, body, gathering }: Scripted): Draft => ({
  ...plain,
  id: 'opening',
  title: '宣布开会，点到会',
  done: gathering?.isOpen === true && presenceOf(gathering.seats).unstated === 0,
  says: [
    `现在开会。今天召开${meetingName(election, body)}，进行${election.kind === 'renewal' ? '换届选举' : '补选'}。`,
    `本次应选${seatWords(election, body)}。`,
    ...(gathering?.guests ? [`到会的还有${gathering.guests}。`] : []),
  ],
})

const seatWords = (election: Election, body: Body): string =>
  rolesOf(election, body)
    .map((role) => {
      if (role === 'member') return `委员 ${election.seats} 名`
      return `${roleWords(election.unitKind, role)} ${role === 'secretary' ? 1 : election.deputies} 名`
    })
    .filter((_, at) => election.deputies > 0 || at === 0 || body === 'members')
    .filter((words) => !words.endsWith(' 0 名'))
    .join('、')

const presence = (gathering: Gathering | undefined): Presence | null =>
  gathering?.isOpen ? presenceOf(gathering.seats) : null

const quorumStep = ({ election, gathering, quorum, expected }: Scripted): Draft => {
  const here = presence(gathering)
  const noted = here !== null && here.unstated === 0
  const who = `有选举权的${voterName(election)}`
  const due = `应到会${who} ${here?.entitled ?? expected} 人，实到 ${noted ? here.present : GAP} 人`
  return {
    ...plain,
    id: 'quorum',
    title: '核定应到会和到会人数',
    done: noted && quorum?.judgment.holds !== false,
    says: [
      `${due}。`,
      ...(noted && quorum
        ? [
            quorum.judgment.holds
              ? `依${quorum.judgment.citation}，不少于 ${quorum.judgment.needed} 人可以选举，今天到会人数符合规定。`
              : `依${quorum.judgment.citation}，须不少于 ${quorum.judgment.needed} 人。今天到会人数不够，不能选举，改期再开。`,
          ]
        : []),
    ],
  }
}

const exclusionStep = ({ election, gathering }: Scripted): Draft => {
  const put = election.exclusions.filter(({ approvedOn }) => approvedOn !== null)
  return {
    ...motionStep({ election, gathering }, 'exclusions'),
    title: '通过不计入应到会的人员',
    says: [
      ...put.map(excludedWords),
      ...(put.length > 0
        ? [
            `以上 ${put.length} 人已报上级同意，提请大会通过，不计入应到会人数。`,
            ...askedAndCounted(gathering, 'exclusions'),
          ]
        : motionOf(gathering, 'exclusions')
          ? askedAndCounted(gathering, 'exclusions')
          : ['没有已经上级同意的人员，不提请大会表决。']),
    ],
  }
}

const motionStep = (
  { election, gathering, body = 'members' }: Pick<Scripted, 'election' | 'gathering'> & { body?: Body },
  matter: ShownByHands,
): Draft => ({
  id: matter,
  title: MATTER_TITLES[matter],
  matter,
  round: null,
  done: motionOf(gathering, matter)?.passed === true,
  says: [...SAYS[matter](election, gathering, body), ...askedAndCounted(gathering, matter)],
})

const roundSteps = ({ election, gathering }: Scripted, role: Round['role']): Draft[] => {
  const rounds = gathering?.rounds.filter((round) => round.role === role) ?? []
  if (rounds.length > 0) return rounds.flatMap((round) => stepsOfRound(election.unitKind, round))
  if (role === 'deputy-secretary' && election.deputies === 0) return []
  const seats = role === 'member' ? election.seats : role === 'secretary' ? 1 : election.deputies
  return [votingStep(election.unitKind, role, seats, undefined)]
}

const stepsOfRound = (unitKind: Election['unitKind'], round: Round): Draft[] => [
  votingStep(unitKind, round.role, round.seats, round),
  {
    ...plain,
    id: `result-${round.id}`,
    title: `宣布${againWords(round)}${roleWords(unitKind, round.role)}选举结果`,
    round: round.id,
    done: round.isClosed,
    says: resultWords(round),
  },
]

const againWords = ({ why, ordinal }: Pick<Round, 'why' | 'ordinal'>): string =>
  why === 'first' ? '' : `第${ordinal}次`

const votingStep = (
  unitKind: Election['unitKind'],
  role: Round['role'],
  seats: number,
  round: Round | undefined,
): Draft => {
  const issued = round?.issued ?? null
  return {
    ...plain,
    id: round ? `round-${round.id}` : `round-${role}`,
    title: `${round ? againWords(round) : ''}投票选举${roleWords(unitKind, role)}`,
    round: round?.id ?? null,
    done: round?.isClosed === true || (round?.returned ?? null) !== null,
    says: [
      `现在选举${roleWords(unitKind, role)}，应选 ${seats} 名，采用无记名投票。`,
      `请计票人在监票人监督下发票。发出选票 ${issued ?? GAP} 张。`,
      `所选的人，包括另选的人，不多于 ${seats} 名的选票有效，多于的作废。可以赞成、反对或弃权；投反对票的可以另选他人。`,
      '请监票人检查票箱。请依次投票。',
    ],
  }
}

const closingWords = ({ election, body, gathering }: Scripted): string[] => {
  const open = gathering?.rounds.some(({ isClosed }) => !isClosed)
  if (!gathering || gathering.rounds.length === 0 || open) return ['议程进行完毕后宣布散会。']
  const next =
    body === 'members' && election.form === 'committee'
      ? [`新一届委员会随后召开第一次全体会议，选举${headsWords(election.unitKind)}。`]
      : []
  return ['选票由监票人当场密封。', ...next, '散会。']
}
