import type { Table } from 'docx'
import { BLOCK_ACROSS, type Box, boxed, cell, label, type Row } from './boxes.ts'
import { standingFor } from './election-ballots.ts'
import type { PaperBallotName, PaperFacts, PaperRole } from './election-facts.ts'
import type { ElectionPaper } from './election-paper.ts'
import { electionWords } from './election-posts.ts'
import {
  ALL_ROLES,
  figure,
  type HeldRound,
  leftOf,
  meetingOf,
  people,
  roundsIn,
  roundTitle,
  sheets,
  validOf,
  verdictWords,
  votersOf,
  WHY_AGAIN,
} from './election-rounds.ts'
import { blank, closing, paragraphs, type Stretch, signatures, subtitle, title } from './typeset.ts'
import { dateWords, GAP } from './wording.ts'

/** 选票发出和收回情况报告, a page for each ballot. */
export const ballotReport: ElectionPaper = {
  name: ({ unitName }) => `${unitName}选票发出和收回情况报告`,
  stretches: (facts) =>
    roundsIn(facts, ALL_ROLES).map((held) => ({
      children: [
        ...title(facts.unitName, '选票发出和收回情况报告'),
        subtitle(`（${roundTitle(facts, held)}）`),
        blank(),
        boxed([30, 30, 30, 30], ballotRows(facts, held)),
        ...paragraphs(returnWords(held)),
        ...paragraphs(...spoiledWords(held)),
        blank(),
        signatures(['监票人签名：', '计票人签名：']),
        blank(),
        closing(dateWords(held.gathering.heldOn), 2),
      ],
    })),
  awaits: (facts) => (roundsIn(facts, ALL_ROLES).length > 0 ? null : '还没有投票。'),
}

const ballotRows = (facts: PaperFacts, { gathering, round }: HeldRound): Row[] => {
  const pairs: [string, string, string, string][] = [
    ['应到会', people(round.entitled), '实到会', people(round.present)],
    ['印制', sheets(round.printed), '发出', sheets(round.issued)],
    ['写坏换发', sheets(round.spoiled), '剩余封存', sheets(leftOf(round))],
    ['收回', sheets(round.returned), '未交回', sheets(unreturned(round))],
  ]
  return [
    { height: 10, boxes: [label('会议'), cell(meetingOf(facts, gathering), { across: 3 })] },
    ...pairs.map(([one, says, other, told]) => ({
      height: 10,
      boxes: [
        label(one),
        cell(says, { align: 'center' as const }),
        label(other),
        cell(told, { align: 'center' as const }),
      ],
    })),
  ]
}

const unreturned = ({ issued, returned }: HeldRound['round']): number | null =>
  issued === null || returned === null ? null : Math.max(0, issued - returned)

/** The clause on ballots that came back, as it was judged; before that, the numbers alone. */
const returnWords = ({ round: { issued, returned, outcome } }: HeldRound): string => {
  const judged = outcome?.because.find(({ rule }) => rule.endsWith('.validity'))
  if (judged) return judged.words
  if (issued === null || returned === null) return `发出${sheets(issued)}，收回${sheets(returned)}。`
  return returned <= issued
    ? `发出${issued}张，收回${returned}张，收回的不多于发出的。`
    : `发出${issued}张，收回${returned}张，收回的多于发出的，选举无效，须重新选举。`
}

const spoiledWords = ({ round: { spoiled } }: HeldRound): string[] =>
  spoiled > 0 ? [`写坏的${spoiled}张已收回，换发新票，不计入发出和收回，与剩余选票一起封存。`] : []

/** 计票单: for the tellers to draw on while a ballot is not closed, and as it was counted afterwards. */
export const tallySheet: ElectionPaper = {
  name: ({ unitName }) => `${unitName}计票单`,
  stretches: (facts) => {
    const held = roundsIn(facts, ALL_ROLES)
    if (held.length > 0)
      return held.map((each) =>
        each.round.isClosed ? countedSheet(facts, each) : strokesSheet(facts, ofRound(facts, each)),
      )
    return rolesPlanned(facts).map((role) =>
      strokesSheet(facts, {
        what: `${electionWords(facts)[role]}选举`,
        seats: { member: facts.seats, secretary: 1, 'deputy-secretary': facts.deputies }[role],
        names: standingFor(facts, role),
        writeIns: true,
      }),
    )
  },
  awaits: (facts) =>
    roundsIn(facts, ALL_ROLES).length > 0 || rolesPlanned(facts).length > 0 ? null : '还没有登记候选人。',
}

const rolesPlanned = (facts: PaperFacts): PaperRole[] =>
  ALL_ROLES.filter((role) => standingFor(facts, role).length > 0)

type Strokes = { what: string; seats: number; names: readonly string[]; writeIns: boolean }

const ofRound = (facts: PaperFacts, held: HeldRound): Strokes => ({
  what: roundTitle(facts, held),
  seats: held.round.seats,
  names: listed(held).map(({ name }) => name),
  writeIns: held.round.why !== 'tie',
})

const listed = ({ round }: HeldRound): PaperBallotName[] =>
  round.names.filter(({ writtenIn }) => !writtenIn).toSorted((one, other) => one.ordinal - other.ordinal)

/** A place for the strokes of 正 beside each sum. */
const strokesSheet = (facts: PaperFacts, { what, seats, names, writeIns }: Strokes): Stretch => {
  const blanks = writeIns ? Math.min(seats, MOST_BLANKS) : 0
  const height = Math.max(7, Math.min(11, ROWS / (names.length + blanks + 1)))
  return {
    across: true,
    children: [
      ...title(facts.unitName, '计票单'),
      subtitle(`（${what}，应选${seats}人）`),
      boxed(
        STROKE_WIDTHS,
        [
          {
            head: true,
            boxes: [
              label('序号', { down: 2 }),
              label('姓名', { down: 2 }),
              ...CHOICES.map((choice) => label(choice, { across: 2 })),
            ],
          },
          { head: true, boxes: CHOICES.flatMap(() => [label('画“正”'), label('合计')]) },
          ...names.map((name, at) => strokeRow(String(at + 1), name, height)),
          ...Array.from({ length: blanks }, (_, at) => strokeRow(at === 0 ? '另选' : '', '', height)),
          {
            height,
            boxes: [label('作废选票', { across: 2 }), cell('', { across: 4 }), label('有效选票'), cell('')],
          },
        ],
        { block: BLOCK_ACROSS },
      ),
      ...paragraphs('每张选票所选的人数（赞成的加另选的）多于应选人数的，整张作废，画在作废一栏。'),
      signatures(['监票人签名：', '计票人签名：']),
    ],
  }
}

const CHOICES = ['赞成', '反对', '弃权']
const STROKE_WIDTHS = [9, 20, 52, 12, 32, 12, 28, 12]
const MOST_BLANKS = 3
/** Millimetres that are left to the rows of one sheet. */
const ROWS = 92

const strokeRow = (number: string, name: string, height: number): Row => ({
  height,
  boxes: [
    cell(number, { align: 'center' }),
    cell(name, { align: 'center' }),
    ...Array.from({ length: 6 }, () => cell('')),
  ],
})

const countedSheet = (facts: PaperFacts, held: HeldRound): Stretch => {
  const { gathering, round } = held
  const again = WHY_AGAIN[round.why]
  return {
    children: [
      ...title(facts.unitName, '计票单'),
      subtitle(`（${roundTitle(facts, held)}${again ? `，${again}` : ''}，应选${round.seats}人）`),
      ...paragraphs(
        `应到会${votersOf(facts, gathering)}${people(round.entitled)}，实到${people(round.present)}；发出选票${sheets(round.issued)}，收回${sheets(round.returned)}，有效${sheets(validOf(round))}，作废${sheets(round.void)}。`,
      ),
      votesTable(held),
      ...verdictWords(facts, held).flatMap((text) => paragraphs(text)),
      ...paragraphs(`登记的签名：${round.signedBy.join('、') || GAP}。`),
      blank(),
      signatures(['监票人签名：', '计票人签名：']),
      blank(),
      closing(dateWords(gathering.heldOn), 2),
    ],
  }
}

/** What each name received; a name that was written in has approvals alone. */
export const votesTable = (held: HeldRound): Table => {
  const elected = held.round.outcome?.elected ?? []
  const written = held.round.names.filter(({ writtenIn }) => writtenIn)
  return boxed(
    [9, 24, 16, 16, 16, 18],
    [
      { head: true, boxes: ['序号', '姓名', ...CHOICES, '结果'].map((head) => label(head)) },
      ...[...listed(held), ...written].map(
        (each, at): Row => ({
          height: 8,
          boxes: [
            String(at + 1),
            `${each.name}${each.writtenIn ? '（另选）' : ''}`,
            ...votesOf(each),
            resultOf(held, elected, each),
          ].map((text): Box => cell(text, { align: 'center' })),
        }),
      ),
    ],
  )
}

const votesOf = ({ approve, oppose, abstain, writtenIn }: PaperBallotName): string[] =>
  writtenIn ? [figure(approve), '', ''] : [figure(approve), figure(oppose), figure(abstain)]

export const resultOf = (
  { round }: HeldRound,
  elected: readonly string[],
  { name }: PaperBallotName,
): string => {
  if (round.outcome === null) return GAP
  if (elected.includes(name)) return '当选'
  return round.outcome.runoff?.why === 'tie' && round.outcome.runoff.among.includes(name) ? '再次投票' : ''
}
