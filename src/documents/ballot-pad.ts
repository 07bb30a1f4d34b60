import type { Paragraph, Table } from 'docx'
import { line } from './ballot-line.ts'
import type { BallotSize } from './ballot-marks.ts'
import {
  AGAIN,
  type BallotPaper,
  ballotFileName,
  ballotSize,
  ballotStretch,
  ballotTitle,
} from './ballot-sheet.ts'
import { boxed, cell, label, type Row } from './boxes.ts'
import { FACE } from './paper.ts'
import { typesetStretches } from './typeset.ts'
import { dateWords } from './wording.ts'

/** Ballots as they are printed. */
export type BallotPrint = { paper: BallotPaper; size: BallotSize; copies: number }

/** More are not set one by one: the sheet is printed so many times. */
export const MOST_COPIES = 100

/**
 * A cover for the pad, then the ballots: on A5 two side by side on a sheet across, to be cut along the line; on A4 one a sheet.
 * The pad says how many there are; a ballot bears no number.
 */
export const ballotsDocx = (asked: BallotPrint): Promise<Uint8Array> => {
  const { paper } = asked
  const print = { ...asked, size: ballotSize(paper, asked.size) }
  return typesetStretches(ballotFileName(paper), paper.unitName, [
    { slip: 'single', children: padCover(print) },
    ballotStretch(paper, print.size, copiesSet(print)),
  ])
}

const copiesSet = ({ size, copies }: BallotPrint): number => {
  if (copies <= MOST_COPIES) return copies
  return size === 'A5' ? 2 : 1
}

/** What lies on top of the pad and is signed when the ballots are given out. */
const padCover = ({ paper, size, copies }: BallotPrint): (Paragraph | Table)[] => [
  line(paper.unitName, { points: 22, face: FACE.title, align: 'center', before: 1200 }),
  line(`${ballotTitle(paper)}（整本）`, { points: 26, face: FACE.title, align: 'center' }),
  ...(paper.again ? [line(AGAIN[paper.again], { points: 16, face: FACE.subheading, align: 'center' })] : []),
  line(`共 ${copies} 张`, { points: 22, face: FACE.heading, align: 'center', before: 600 }),
  line('', { points: 12, align: 'left' }),
  boxed(
    [3, 5, 3, 5],
    [
      padRow('选举日期', paper.heldOn ? dateWords(paper.heldOn) : '', '用纸', paperWords(size)),
      padRow('应选', `${paper.seats}人`, '候选人', `${paper.names.length}人`),
      padRow('清点人', '', '监票人', ''),
      padRow('发出张数', '', '剩余张数', ''),
    ],
    { block: 166, points: 14 },
  ),
  line(printWords({ paper, size, copies }), { points: 12, align: 'left', before: 240 }),
]

const padRow = (one: string, says: string, other: string, told: string): Row => ({
  height: 14,
  boxes: [label(one), cell(says, { align: 'center' }), label(other), cell(told, { align: 'center' })],
})

const paperWords = (size: BallotSize): string => (size === 'A5' ? 'A5（A4纸对裁）' : 'A4')

const printWords = (print: BallotPrint): string => {
  const { size, copies } = print
  const sheets = size === 'A5' ? Math.ceil(copies / 2) : copies
  const cut = size === 'A5' ? '每页两张，沿中线裁开；' : ''
  const spare = size === 'A5' && copies % 2 === 1 && copies > MOST_COPIES ? '多出的一张作废；' : ''
  const times = copies > MOST_COPIES ? `后面的选票页印${sheets}份；` : ''
  return `${cut}${times}${spare}选票上不编号，只在本页写明张数。发完后，剩余的连同本页当场封存。`
}
