import { MATTER_WORDS, OFFICER_WORDS } from './labels.ts'
import type { GatheringShown, Meeting } from './meeting-shape.ts'
import { roleWords } from './titles.ts'

type Round = GatheringShown['rounds'][number]

/** What the room sees at one step of the agenda: large words and numbers, never the reason why somebody is not counted. */
export type Slide = {
  id: string
  title: string
  /** Beside each other, the largest on the screen. */
  numbers: { label: string; value: string; mark?: 'holds' | 'fails' }[]
  lists: { label: string; names: string[] }[]
  /** After a closed ballot. */
  votes: {
    name: string
    writtenIn: boolean
    approve: number
    oppose: number
    abstain: number
    elected: boolean
  }[]
  says: string | null
  citation: string | null
}

const none = { numbers: [], lists: [], votes: [], says: null, citation: null }

/** One slide for each step of the agenda. */
export const slidesOf = (meeting: Meeting): Slide[] =>
  meeting.agenda.map((step) => ({ ...none, id: step.id, title: step.title, ...shownAt(meeting, step) }))

const shownAt = (meeting: Meeting, step: Meeting['agenda'][number]): Partial<Slide> => {
  const { gathering } = meeting
  if (step.id === 'opening') return openingSlide(meeting)
  if (gathering === null) return step.id === 'candidates' ? candidateLists(meeting) : {}
  if (step.id === 'quorum') return quorumSlide(gathering)
  if (step.matter) return motionSlide(meeting, gathering, step.matter)
  const round = gathering.rounds.find(({ id }) => id === step.round)
  if (round && step.id.startsWith('result-')) return resultSlide(round)
  if (step.id.startsWith('round-')) return votingSlide(meeting, step.id, round)
  return {}
}

const openingSlide = ({ agenda }: Meeting): Partial<Slide> => ({
  lists: [
    {
      label: '议程',
      names: agenda.filter(({ id }) => id !== 'opening' && id !== 'closing').map(({ title }) => title),
    },
  ],
})

const quorumSlide = ({ presence, quorum, isOpen }: GatheringShown): Partial<Slide> => {
  if (!isOpen) return {}
  const noted = presence.unstated === 0
  const mark = noted && quorum ? (quorum.judgment.holds ? 'holds' : 'fails') : undefined
  return {
    numbers: [
      { label: '应到会', value: String(presence.entitled) },
      { label: '实到会', value: String(presence.present), ...(mark && { mark }) },
      ...(quorum ? [{ label: '至少须到', value: String(quorum.judgment.needed) }] : []),
    ],
    says: mark ? (mark === 'holds' ? '到会人数符合规定，可以选举。' : '到会人数不够，不能选举。') : null,
    citation: quorum?.judgment.citation ?? null,
  }
}

const candidateLists = ({ candidates, unitKind }: Meeting): Partial<Slide> => ({
  lists: (['member', 'secretary', 'deputy-secretary'] as const)
    .map((role) => ({
      label: `${roleWords(unitKind, role)}候选人`,
      names: candidates.filter((each) => each.role === role).map(({ name }) => name),
    }))
    .filter(({ names }) => names.length > 0),
})

const motionSlide = (
  meeting: Meeting,
  gathering: GatheringShown,
  matter: NonNullable<Meeting['agenda'][number]['matter']>,
): Partial<Slide> => {
  const motion = gathering.motions.find((each) => each.matter === matter)
  const lists =
    matter === 'candidates'
      ? candidateLists(meeting)
      : matter === 'officers'
        ? { lists: officerLists(gathering) }
        : {}
  if (!motion) return { ...lists, says: `表决：${MATTER_WORDS[matter]}` }
  const told = motion.judgments[0]
  return {
    ...lists,
    numbers: [
      { label: '同意', value: String(motion.approve), mark: motion.passed ? 'holds' : 'fails' },
      { label: '不同意', value: String(motion.oppose) },
      { label: '弃权', value: String(motion.abstain) },
    ],
    says: motion.passed ? '通过' : '没有通过',
    citation: told?.judgment.citation ?? null,
  }
}

const officerLists = ({ officers }: GatheringShown): Slide['lists'] =>
  (['chief-scrutineer', 'scrutineer', 'teller'] as const)
    .map((role) => ({
      label: OFFICER_WORDS[role],
      names: officers.filter((each) => each.role === role).map(({ name }) => name),
    }))
    .filter(({ names }) => names.length > 0)

const votingSlide = (meeting: Meeting, step: string, round: Round | undefined): Partial<Slide> => {
  const role = round?.role ?? meeting.candidates.find((each) => step === `round-${each.role}`)?.role
  const names = round
    ? round.names.filter(({ writtenIn }) => !writtenIn).map(({ name }) => name)
    : meeting.candidates.filter((each) => each.role === role).map(({ name }) => name)
  const sheets = [
    { label: '发出选票', value: round?.issued },
    { label: '收回选票', value: round?.returned },
  ]
  return {
    numbers: [
      ...(round ? [{ label: '应选', value: String(round.seats) }] : []),
      ...sheets.flatMap(({ label, value }) =>
        value === null || value === undefined ? [] : [{ label, value: String(value) }],
      ),
    ],
    lists: names.length > 0 ? [{ label: '候选人', names }] : [],
    says: '赞成、反对或弃权；投反对票的可以另选他人。',
  }
}

const resultSlide = ({ outcome, issued, returned, void: voided, names }: Round): Partial<Slide> => {
  if (outcome === null) return { says: '正在计票。' }
  const numbers = [
    { label: '发出选票', value: issued },
    { label: '收回', value: returned },
    { label: '作废', value: voided },
  ].flatMap(({ label, value }) => (value === null ? [] : [{ label, value: String(value) }]))
  if (outcome.election !== 'valid')
    return { numbers, says: outcome.words ?? '本次选举无效。', citation: outcome.citation }
  return {
    numbers: [...numbers, { label: '当选至少', value: String(outcome.needed) }],
    votes: names.map(({ name, writtenIn, approve, oppose, abstain }) => ({
      name,
      writtenIn,
      approve: approve ?? 0,
      oppose: oppose ?? 0,
      abstain: abstain ?? 0,
      elected: outcome.elected.includes(name),
    })),
    lists: outcome.elected.length > 0 ? [{ label: '当选', names: outcome.elected }] : [],
    says: againWords(outcome),
    citation: outcome.citation,
  }
}

const againWords = ({ why, again, elected }: NonNullable<Round['outcome']>): string | null => {
  if (why === 'tie') return `${again.join('、')}得票相等，就他们再次投票。`
  if (why === 'shortfall') return '当选人数少于应选人数，由大会决定另行选举或减少名额。'
  return elected.length === 0 ? '没有人当选。' : null
}
