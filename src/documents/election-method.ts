import type { PaperFacts } from './election-facts.ts'
import { assemblyWords, type ElectionPaper, gatheringOn, whatWords } from './election-paper.ts'
import { nominationWords } from './election-request.ts'
import {
  basisWords,
  briefly,
  countOr,
  dayOr,
  headsWords,
  leastBy,
  leastPresent,
  reachWords,
  roleWords,
  seatsWords,
  shareWords,
  standing,
  surplusWords,
  voterWords,
} from './election-words.ts'
import { FACE } from './paper.ts'
import { blank, paragraphs, subtitle, title } from './typeset.ts'
import { GAP, numeral } from './wording.ts'

/** 10: the method of election, a draft until the meeting has passed it. Each article stands on a rule in force for this unit. */
export const method: ElectionPaper = {
  name: (facts) => `${facts.unitName}选举办法${isPassed(facts) ? '' : '（草案）'}`,
  stretches: (facts) => [
    {
      children: [
        ...title(facts.unitName, `${whatWords(facts)}办法`),
        subtitle(subtitleOf(facts)),
        blank(),
        ...articlesOf(facts).flatMap((text, at) =>
          paragraphs({ text: `第${numeral(at + 1)}条　`, face: FACE.heading }, text),
        ),
      ],
    },
  ],
}

const isPassed = (facts: PaperFacts): boolean =>
  gatheringOn(facts, 'members')?.motions.some(({ matter, passed }) => matter === 'method' && passed) === true

const subtitleOf = (facts: PaperFacts): string =>
  isPassed(facts)
    ? `（${dayOr(gatheringOn(facts, 'members')?.heldOn)}${assemblyWords(facts)}通过）`
    : `（草案，提请${assemblyWords(facts)}通过）`

/** The articles; one whose rule the unit's line does not know is left out, but never the quorum and the majority. */
export const articlesOf = (facts: PaperFacts): string[] =>
  [
    `根据${basisWords(facts)}，结合本组织实际，制定本办法。`,
    `本次选举应选${seatsWords(facts)}。${surplusWords(facts)}`,
    candidatesArticle(facts),
    quorumArticle(facts),
    ballotArticle(facts),
    writeInArticle(facts),
    says(facts, 'writer', 'no-proxy'),
    validArticle(facts),
    says(facts, 'validity'),
    officersArticle(facts),
    majorityArticle(facts),
    says(facts, 'elected-most', 'runoff'),
    shortfallArticle(facts),
    headsArticle(facts),
    says(facts, 'tally-signed', 'tally-reported', 'result-order'),
    `本办法经${assemblyWords(facts)}通过后施行。`,
  ].filter((text) => text !== '')

/** What the rules of these roles say, each with its clause. */
const says = (facts: PaperFacts, ...roles: string[]): string =>
  roles
    .flatMap((role) => {
      const rule = facts.rules[role]
      return rule ? [`${rule.says.replace(/。$/, '')}${briefly(facts, role)}。`] : []
    })
    .join('')

const candidatesArticle = (facts: PaperFacts): string => {
  const told = (['member', 'secretary', 'deputy-secretary'] as const).flatMap((role) => {
    const people = standing(facts, role)
    return people.length === 0 ? [] : [`${roleWords(facts, role)}候选人${people.length}名`]
  })
  const count = told.length > 0 ? `提交选举的候选人：${told.join('、')}。` : ''
  return `${count}${says(facts, 'ballot-order', 'introduction')}`
}

const quorumArticle = (facts: PaperFacts): string => {
  const who = `有选举权的${voterWords(facts)}`
  if (!facts.rules.quorum) return `${who}到会人数的要求：${GAP}。`
  const share = shareWords(facts, 'quorum')
  const { entitled } = facts.base
  const numbers =
    entitled > 0 ? `应到会${entitled}名，到会${countOr(leastPresent(facts))}名以上方可选举。` : ''
  const line = share
    ? `到会的${who}${reachWords(facts, 'quorum')}应到会的${share}，方可选举${briefly(facts, 'quorum')}。`
    : says(facts, 'quorum')
  return `${line}${numbers}`
}

const ballotArticle = (facts: PaperFacts): string =>
  `${says(facts, 'secret-ballot')}对选票上的每名候选人，选举人可以赞成、反对或者弃权，按选票上的说明在相应一格画写；三格都不画的，按弃权计。`

const writeInArticle = (facts: PaperFacts): string => {
  if (!facts.rules['abstainer-write-in']) return ''
  return `投反对票的可以在选票的空白处另写他人姓名，弃权的不得另选他人${briefly(facts, 'abstainer-write-in')}。`
}

const validArticle = (facts: PaperFacts): string => {
  const text = says(facts, 'ballot')
  if (text === '') return ''
  const roles =
    facts.form === 'committee' ? `${roleWords(facts, 'member')}选票所选不超过${facts.seats}名的有效。` : ''
  return `${text}${roles}`
}

const officersArticle = (facts: PaperFacts): string => {
  const tellers = facts.rules.teller
    ? `计票人在监票人监督下工作，不由候选人担任${briefly(facts, 'teller')}。`
    : ''
  return `${says(facts, 'scrutineer', 'scrutineer-passed')}${tellers}`
}

/** What counts as close is the organ's own choice; where nothing does, every seat left is voted on again. */
const shortfallArticle = (facts: PaperFacts): string => {
  const rule = facts.rules.shortfall
  if (rule?.kind !== 'check') return ''
  const close = Number(rule.constants.close ?? '0')
  if (close === 0) return `当选人数少于应选人数的，对不足的名额另行选举${briefly(facts, 'shortfall')}。`
  return `${says(facts, 'shortfall')}差${close}名以内的算接近。${says(facts, 'shortfall-consent')}`
}

/** Where the base is the organ's own choice, the base it chose. */
const majorityWords = (facts: PaperFacts): string => {
  const rule = facts.rules.majority
  const due = rule?.kind === 'check' ? rule.constants.due : undefined
  if (due === undefined) return says(facts, 'majority')
  return `赞成票超过${due === '0' ? '实到会' : '应到会'}人数的一半方可当选，恰为一半不当选${briefly(facts, 'majority')}。`
}

const majorityArticle = (facts: PaperFacts): string => {
  if (!facts.rules.majority) return `当选所需的赞成票：${GAP}。`
  const present = gatheringOn(facts, 'members')?.seats.filter(
    ({ entitled, state }) => entitled && state === 'present',
  ).length
  const known = { entitled: facts.base.entitled, present: present ?? 0, approve: 0 }
  const least = present ? leastBy(facts, 'majority', known) : null
  return `${majorityWords(facts)}${present && least !== null ? `实到会${present}名，赞成票${least}票以上方可当选。` : ''}`
}

const headsArticle = (facts: PaperFacts): string => {
  if (facts.kind === 'by-election' && facts.form === 'committee') return ''
  if (facts.form === 'direct') return nominationWords(facts)
  const text = says(facts, 'secretary-equal')
  return text === '' ? `${headsWords(facts)}的选举：${GAP}。` : text
}
