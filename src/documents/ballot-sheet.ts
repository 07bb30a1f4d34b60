import type { Paragraph, Table } from 'docx'
import { line, type Start } from './ballot-line.ts'
import type { BallotSize, Marks } from './ballot-marks.ts'
import { type Box, boxed, cell, label, type Row } from './boxes.ts'
import { FACE } from './paper.ts'
import type { Stretch } from './typeset.ts'
import { dateWords } from './wording.ts'

/** One vote's ballot. Nothing on it tells one sheet from another. */
export type BallotPaper = {
  unitName: string
  /** 委员会委员, 书记. */
  post: string
  /** Of the election; null while it is not set. */
  heldOn: string | null
  seats: number
  /** As they stand on the ballot: by strokes, or in the order approved above. */
  names: readonly string[]
  order: 'strokes' | 'approved'
  /** What is voted on again; null for the vote itself. */
  again: 'tie' | 'shortfall' | 'void' | null
  /** How many other people a voter may name; 0 where the vote is among the tied. */
  writeIns: number
  /** Whether another person may be named only by whoever opposes a candidate. */
  writeInNeedsOppose: boolean
  marks: Marks
}

export const ballotTitle = ({ post }: BallotPaper): string => `${post}选票`
export const ballotFileName = ({ unitName, ...paper }: BallotPaper): string =>
  `${unitName}${ballotTitle({ unitName, ...paper })}${paper.again ? '（再次投票）' : ''}`

export const ballotStretch = (paper: BallotPaper, size: BallotSize, copies: number): Stretch => ({
  slip: size === 'A5' ? 'pair' : 'single',
  children: Array.from({ length: copies }, (_, at) => ballot(paper, size, startOf(size, at))).flat(),
})

const startOf = (size: BallotSize, at: number): Start => {
  if (at === 0) return 'here'
  return size === 'A5' && at % 2 === 1 ? 'column' : 'page'
}

/** Millimetres: the width of a ballot, the height left to its table, and its rows at their tallest; points of its text. */
const ROOM = {
  A5: { block: 122, height: 106, row: 9, sides: 2, points: 11, small: 9 },
  A4: { block: 166, height: 168, row: 11, sides: 3, points: 13, small: 11 },
} as const
/** A row that can still be marked, and one that can be marked well. */
const LOW = 6.3
const FAIR = 7.5

const ballot = (paper: BallotPaper, size: BallotSize, start: Start): (Paragraph | Table)[] => {
  const { block, points, small } = ROOM[size]
  const height = heightOf(paper, size)
  return [
    line(paper.unitName, { points: points + 3, face: FACE.title, align: 'center', start }),
    line(ballotTitle(paper), { points: points + 5, face: FACE.title, align: 'center' }),
    ...(paper.again ? [line(AGAIN[paper.again], { points, face: FACE.subheading, align: 'center' })] : []),
    line(`应选${paper.seats}人，候选人${paper.names.length}人`, { points, align: 'center' }),
    boxed(widthsOf(paper, size), rowsOf(paper, size, height), {
      block,
      points: height < FAIR ? 10.5 : points,
    }),
    ...ballotNotes(paper).map((text, at) =>
      line(`${at === 0 ? '说明：' : ''}${at + 1}. ${text}`, { points: small, align: 'left' }),
    ),
    line(`（盖章处）　　　　${paper.heldOn ? dateWords(paper.heldOn) : '　　　　年　　月　　日'}`, {
      points,
      align: 'right',
      before: 240,
    }),
  ]
}

export const AGAIN = {
  tie: '（得票相等，再次投票）',
  shortfall: '（名额未满，另行选举）',
  void: '（重新选举）',
} as const

/** Lines of the table with so many names side by side: the head, the names, and the boxes to write in under a line of their own. */
const linesOf = ({ names, writeIns }: BallotPaper, sides: number): number =>
  1 + Math.ceil(names.length / sides) + (writeIns === 0 ? 0 : 1 + Math.ceil(writeIns / (2 * sides)))

/** Side by side where the names would run off the sheet. */
const sidesOf = (paper: BallotPaper, size: BallotSize): number => {
  const { height, sides } = ROOM[size]
  for (let side = 1; side < sides; side += 1) if (linesOf(paper, side) * FAIR <= height) return side
  return sides
}

const heightOf = (paper: BallotPaper, size: BallotSize): number => {
  const { height, row } = ROOM[size]
  return Math.max(LOW, Math.min(row, height / linesOf(paper, sidesOf(paper, size))))
}

/** The size asked for, or A4 where the names do not go on half a sheet. */
export const ballotSize = (paper: BallotPaper, asked: BallotSize): BallotSize =>
  linesOf(paper, ROOM.A5.sides) * LOW > ROOM.A5.height ? 'A4' : asked

const SIDE = [7, 3, 3, 3]
const widthsOf = (paper: BallotPaper, size: BallotSize): number[] =>
  Array.from({ length: sidesOf(paper, size) }, () => SIDE).flat()

const rowsOf = (paper: BallotPaper, size: BallotSize, height: number): Row[] => {
  const sides = Array.from({ length: sidesOf(paper, size) }, (_, side) => side)
  const down = Math.ceil(paper.names.length / sides.length)
  return [
    { head: true, height, boxes: sides.flatMap(() => HEADS.map((head) => label(head))) },
    ...Array.from({ length: down }, (_, row) => ({
      height,
      boxes: sides.flatMap((side): Box[] => [
        cell(paper.names[side * down + row] ?? '', { align: 'center' }),
        ...EMPTY,
      ]),
    })),
    ...writeInRows(paper, sides.length, height),
  ]
}

const HEADS = ['候选人', '赞成', '反对', '弃权']
const EMPTY: readonly Box[] = [cell(''), cell(''), cell('')]

/** A box to write in for each other person one may name. */
const writeInRows = ({ writeIns }: BallotPaper, sides: number, height: number): Row[] => {
  if (writeIns === 0) return []
  const boxes = sides * 2
  return [
    { height, boxes: [label('另选他人（写上姓名，即为赞成）', { across: sides * SIDE.length })] },
    ...Array.from({ length: Math.ceil(writeIns / boxes) }, (_, row) => ({
      height,
      boxes: Array.from({ length: boxes }, (_, at) =>
        cell(row * boxes + at < writeIns ? '' : '／', { across: at % 2 === 0 ? 1 : 3, align: 'center' }),
      ),
    })),
  ]
}

/** What the ballot tells whoever fills it in, in plain words. */
export const ballotNotes = (paper: BallotPaper): string[] => [
  markWords(paper.marks),
  paper.writeIns === 0
    ? `所选不超过${paper.seats}人；超过的，整张选票作废。`
    : `赞成的和另选的合计不超过${paper.seats}人；超过的，整张选票作废。`,
  ...writeInWords(paper),
  '本选票不记名，不要写自己的姓名，也不要作别的记号。',
  paper.order === 'strokes' ? '候选人按姓氏笔画为序。' : '候选人按上级批准的次序排列。',
]

const markWords = (marks: Marks): string =>
  ({
    circle: '对每名候选人，在赞成、反对、弃权的一格里画“○”；三格都不画的，按弃权计。',
    tick: '对每名候选人，在赞成、反对、弃权的一格里画“√”；三格都不画的，按弃权计。',
    each: '对每名候选人，在相应的一格里，赞成的画“○”，反对的画“×”；弃权的画“△”，不画也按弃权计。',
  })[marks]

const writeInWords = ({ writeIns, writeInNeedsOppose, again }: BallotPaper): string[] => {
  if (writeIns === 0) return again === 'tie' ? ['只在得票相等的人中选，不另选他人。'] : []
  return writeInNeedsOppose
    ? ['反对候选人的，可以另选他人，把姓名写在空格里；弃权的，不能另选他人。']
    : ['可以另选他人，把姓名写在空格里。']
}
