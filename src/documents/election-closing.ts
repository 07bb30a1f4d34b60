import type { Paragraph, Table } from 'docx'
import { boxed, cell, label, type Row } from './boxes.ts'
import type { PaperFacts } from './election-facts.ts'
import { type ElectionPaper, whatWords } from './election-paper.ts'
import { dutyWords, postOf } from './election-posts.ts'
import { ALL_ROLES, leftOf, roundsIn, roundTitle, sheets } from './election-rounds.ts'
import { blank, heading, paragraphs, signatures, subtitle, title } from './typeset.ts'
import { dateWords, GAP } from './wording.ts'

/** 移交和归档清单: sealed ballots, who held and who takes over which post, what passes from hand to hand. */
export const closingList: ElectionPaper = {
  name: (facts) => `${facts.unitName}${whatWords(facts)}移交和归档清单`,
  stretches: (facts) => [{ children: listOf(facts) }],
  awaits: ({ results }) => (results.length > 0 ? null : '还没有选出结果。'),
}

const listOf = (facts: PaperFacts): (Paragraph | Table)[] => [
  ...title(`${facts.unitName}${whatWords(facts)}`, '移交和归档清单'),
  ...(facts.steps.archive ? [subtitle(`（${dateWords(facts.steps.archive.doneOn)}）`)] : []),
  heading(1, '一、选票封存'),
  boxed(
    [44, 20, 20, 20, 20, 32],
    [
      headRow(['投票', '印制', '发出', '收回', '未用和写坏', '封存位置']),
      ...roundsIn(facts, ALL_ROLES).map((held): Row => {
        const { round } = held
        const left = leftOf(round)
        return row([
          roundTitle(facts, held),
          sheets(round.printed),
          sheets(round.issued),
          sheets(round.returned),
          sheets(left === null ? null : left + round.spoiled),
          '',
        ])
      }),
    ],
  ),
  ...paragraphs('收回的选票和未用的选票分别封存，封口由监票人签名。'),
  heading(1, '二、名册更新'),
  boxed(
    [24, 18, 38, 56],
    [
      headRow(['姓名', '届别', '职务', '起止']),
      ...facts.officials.map(({ name, post }) => row([name, '上届', post, untilWords(facts)])),
      ...facts.results.map((result) =>
        row([
          result.name,
          '新一届',
          [postOf(facts, result), dutyWords(result.duties)].filter(Boolean).join('，'),
          fromWords(facts),
        ]),
      ),
    ],
  ),
  heading(1, '三、移交'),
  boxed(
    [10, 64, 20, 24, 34],
    [
      headRow(['序号', '项目', '数量', '移交人', '接收人']),
      ...handed(facts).map((what, at) => row([String(at + 1), what, '', '', ''])),
    ],
  ),
  heading(1, '四、归档'),
  ...paragraphs('本次选举的文书按编号归档，件数、大小和校验值见随文书一起的清单。'),
  ...(facts.lateReason ? paragraphs(`补录说明：${facts.lateReason}`) : []),
  blank(),
  signatures(['移交人签名：', '接收人签名：']),
]

const handed = ({ line }: PaperFacts): string[] => [
  '印章',
  line === 'party' ? '党员名册和花名册' : '名册',
  '会议记录和工作手册',
  line === 'party' ? '党费账目和票据' : '经费账目和票据',
  '选举文书和封存的选票',
  '其他',
]

const headRow = (heads: readonly string[]): Row => ({ head: true, boxes: heads.map((head) => label(head)) })
const row = (texts: readonly string[]): Row => ({
  height: 9,
  boxes: texts.map((text) => cell(text, { align: 'center' })),
})

const dayOr = (on: string | null | undefined): string => (on ? dateWords(on) : GAP)

/** The outgoing hold their posts to the day before; nobody knows it while the day is not set. */
const untilWords = ({ effectiveOn }: PaperFacts): string =>
  effectiveOn
    ? `至${dateWords(Temporal.PlainDate.from(effectiveOn).subtract({ days: 1 }).toString())}`
    : `至${GAP}`
const fromWords = ({ effectiveOn }: PaperFacts): string => `自${dayOr(effectiveOn)}`
