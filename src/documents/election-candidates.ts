import { BLOCK_ACROSS } from './boxes.ts'
import type { PaperCandidate, PaperFacts, PaperRole } from './election-facts.ts'
import { official, sections, table } from './election-layout.ts'
import { type ElectionPaper, whatWords } from './election-paper.ts'
import { contactWords } from './election-request.ts'
import {
  bodyWords,
  cited,
  clauseOf,
  dayOr,
  leastCandidates,
  monthOr,
  namesOf,
  roleWords,
  standing,
} from './election-words.ts'
import { sexWords } from './letter-paper.ts'
import { blank, paragraphs, subtitle, title } from './typeset.ts'
import { orGap } from './wording.ts'

const ROLES: readonly PaperRole[] = ['member', 'secretary', 'deputy-secretary']

/** 7: the report on the candidates with the request for those of the heads, and the table of them lying across. */
export const candidatesRequest: ElectionPaper = {
  name: (facts) => titleOf(facts).join(''),
  awaits: (facts) =>
    ROLES.some((role) => standing(facts, role).length > 0)
      ? null
      : '还没有提出候选人。请先在“候选人”里登记候选人预备人选。',
  stretches: (facts) => [
    {
      children: official({
        title: titleOf(facts),
        number: facts.steps['candidates-request']?.number ?? null,
        upward: true,
        to: orGap(facts.superior),
        body: [
          ...paragraphs(openingWords(facts)),
          ...sections(
            ROLES.map((role) => [`${roleWords(facts, role)}候选人预备人选`, peopleOf(facts, role)] as const),
          ),
        ],
        ending: '妥否，请批复。',
        attached: [registerTitle(facts).join('')],
        issuer: bodyWords(facts),
        on: dayOr(facts.steps['candidates-request']?.doneOn),
        note: contactWords(facts),
      }),
    },
    {
      across: true,
      children: [
        ...title(...registerTitle(facts)),
        subtitle(countWords(facts)),
        blank(),
        table(headsOf(facts), widthsOf(facts), rowsOf(facts), [], {
          block: BLOCK_ACROSS,
          points: 10.5,
        }),
      ],
    },
  ],
}

const titleOf = (facts: PaperFacts): [string, string] => [
  `关于${facts.unitName}`,
  `${whatWords(facts)}候选人预备人选的请示`,
]

const registerTitle = (facts: PaperFacts): [string, string] => [
  facts.unitName,
  `${whatWords(facts)}候选人预备人选名册`,
]

const openingWords = (facts: PaperFacts): string => {
  const groups = facts.nominations.length
  const nominated =
    groups > 0 ? `经${groups === 1 ? facts.nominations[0]!.groupName : `${groups}个小组`}提名推荐，` : ''
  return `${nominated}${bodyWords(facts)}于${dayOr(facts.steps.comparison?.doneOn)}研究，提出${whatWords(facts)}候选人预备人选，现报请审查。`
}

const peopleOf = (facts: PaperFacts, role: PaperRole) => {
  const people = standing(facts, role)
  if (people.length === 0) return []
  const order = role === 'member' ? '（按姓氏笔画为序）' : ''
  const difference = role === 'member' ? `${differenceWords(facts)}。` : ''
  return paragraphs(`${people.length}名${order}：${namesOf(people)}。${difference}${why(facts, role)}`)
}

const why = (facts: PaperFacts, role: PaperRole): string => {
  if (role === 'member') return ''
  const clause = clauseOf(facts, facts.form === 'direct' ? 'secretary-without-committee' : 'secretary-equal')
  return clause ? `等额提名，依${clause}。` : ''
}

/** 应选5名，候选人6名，差额1名. */
const countWords = (facts: PaperFacts): string => {
  const heads = standing(facts, 'secretary').length + standing(facts, 'deputy-secretary').length
  if (facts.form === 'direct') return `候选人${heads}名`
  const count = standing(facts, 'member').length
  return `应选${facts.seats}名，候选人${count}名，差额${Math.max(0, count - facts.seats)}名`
}

/** The same with what the rule asks. */
export const differenceWords = (facts: PaperFacts): string => {
  const least = leastCandidates(facts)
  if (least === null) return countWords(facts)
  const few = least - standing(facts, 'member').length
  return `${countWords(facts)}，按规定候选人不少于${least}名${few > 0 ? `，还差${few}名` : ''}${cited(facts, 'surplus')}`
}

const HEADS = [
  '序号',
  '姓名',
  '性别',
  '出生年月',
  '籍贯',
  '民族',
  '学历',
  '入党时间',
  '工作岗位',
  '现任党内职务',
  '提名职务',
]
const WIDTHS = [10, 18, 10, 22, 24, 14, 18, 22, 37, 26, 24]

/** What only the Party asks of a candidate: when she joined it, and her post in it. */
const OF_THE_PARTY: readonly string[] = ['入党时间', '现任党内职务']
const isAsked = ({ line }: Pick<PaperFacts, 'line'>, at: number): boolean =>
  line === 'party' || !OF_THE_PARTY.includes(HEADS[at] ?? '')
/** The register as this line of organisations prints it. */
const rowsOf = (facts: PaperFacts): string[][] =>
  registerRows(facts).map((row) => row.filter((_, at) => isAsked(facts, at)))
const headsOf = (facts: PaperFacts): string[] => HEADS.filter((_, at) => isAsked(facts, at))
const widthsOf = (facts: PaperFacts): number[] => {
  const widths = WIDTHS.filter((_, at) => isAsked(facts, at))
  const free = WIDTHS.reduce((sum, each) => sum + each, 0) - widths.reduce((sum, each) => sum + each, 0)
  return widths.map((width, at) => (at === widths.length - 2 ? width + free : width))
}

/** One line a person, with all that she stands for; committee candidates first, by strokes. */
export const registerRows = (facts: PaperFacts): string[][] => {
  const people = new Map<string, { person: PaperCandidate; roles: PaperRole[] }>()
  for (const role of ROLES)
    for (const person of standing(facts, role)) {
      const key = person.card?.personId ?? person.name
      const known = people.get(key)
      people.set(key, known ? { ...known, roles: [...known.roles, role] } : { person, roles: [role] })
    }
  return [...people.values()].map(({ person: { name, card }, roles }, at) => [
    String(at + 1),
    name,
    sexWords(card?.sex ?? null),
    monthOr(card?.bornOn),
    orGap(card?.nativePlace),
    orGap(card?.ethnicity),
    orGap(card?.education),
    monthOr(card?.joinedOn),
    orGap(card?.occupation),
    card ? (card.post ?? '无') : orGap(null),
    roles.map((role) => roleWords(facts, role)).join('、'),
  ])
}
