import { PageBreak, Paragraph, type Table } from 'docx'
import { byStrokes } from '../kernel/strokes.ts'
import { boxed, cell, label } from './boxes.ts'
import { paragraphs, subtitle, title, typeset } from './typeset.ts'
import { dateWords, GAP, orGap } from './wording.ts'

/** The votes a person got in the poll. */
export type FormCounts = {
  excellent: number
  qualified: number
  basicallyQualified: number
  unqualified: number
  abstained: number
}

/** One member's 民主评议党员登记表. What was not recorded is a gap; what is signed by hand stays empty. */
export type AppraisalForm = {
  organName: string
  unitName: string
  forYear: number
  name: string
  sex: string | null
  born: string | null
  ethnicity: string | null
  education: string | null
  joined: string | null
  /** Her work, and her post in the Party. */
  occupation: string | null
  post: string | null
  /** Her own words; `paper` where she handed them in on paper, `apart` where they are not printed here. */
  self: { text: string } | 'paper' | 'apart' | null
  groupOpinion: string | null
  sheets: { issued: number; valid: number } | null
  counts: FormCounts | null
  opinion: string | null
  improvement: string | null
  /** 优秀; null where none was decided; `because` where none is given. */
  grade: string | null
  because: string | null
  decidedBy: string | null
  decidedOn: string | null
  toldOn: string | null
  superiorOpinion: string | null
  superiorOn: string | null
}

export const registerName = ({ name, forYear }: AppraisalForm): string =>
  `${forYear}年度民主评议党员登记表（${name}）`

/** The form of one member as a .docx: a ruled form, A4, one or two pages. */
export const registerDocx = (form: AppraisalForm): Promise<Uint8Array> =>
  typeset(registerName(form), form.unitName, registerBody(form))

/** The forms of all, each beginning a page of its own, in the order of names by strokes. */
export const registersDocx = (forms: readonly AppraisalForm[]): Promise<Uint8Array> =>
  typeset(
    `${forms[0]?.forYear ?? ''}年度民主评议党员登记表`,
    forms[0]?.unitName ?? '',
    byStrokes(forms).flatMap((form, at) => [
      ...(at === 0 ? [] : [new Paragraph({ children: [new PageBreak()] })]),
      ...registerBody(form),
    ]),
  )

const registerBody = (form: AppraisalForm): (Paragraph | Table)[] => [
  ...title('民主评议党员', '登记表'),
  subtitle(`（${form.forYear}年度）`),
  boxed(
    [3, 5, 3, 4, 3, 5],
    [
      {
        boxes: [
          label('姓名'),
          cell(form.name, { align: 'center' }),
          label('性别'),
          cell(orGap(form.sex), { align: 'center' }),
          label('出生年月'),
          cell(orGap(form.born), { align: 'center' }),
        ],
        height: 9,
      },
      {
        boxes: [
          label('民族'),
          cell(orGap(form.ethnicity), { align: 'center' }),
          label('学历'),
          cell(orGap(form.education), { align: 'center' }),
          label('入党时间'),
          cell(orGap(form.joined), { align: 'center' }),
        ],
        height: 9,
      },
      {
        boxes: [
          label('所在\n党支部'),
          cell(form.unitName, { across: 2, align: 'center' }),
          label('党内职务'),
          cell(form.post ?? '无', { across: 2, align: 'center' }),
        ],
        height: 9,
      },
      { boxes: [label('工作岗位'), cell(orGap(form.occupation), { across: 5 })], height: 9 },
      { boxes: [label('个人自评'), cell(selfWords(form), { across: 5 })], height: 62 },
      { boxes: [label('小组意见'), cell(orGap(form.groupOpinion), { across: 5 })], height: 18 },
      { boxes: [label('民主测评'), cell(countWords(form), { across: 5 })], height: 12 },
      { boxes: [label('支部\n评定\n意见'), cell(opinionWords(form), { across: 5 })], height: 34 },
      { boxes: [label('上级\n党组织\n意见'), cell(superiorWords(form), { across: 5 })], height: 18 },
      {
        boxes: [
          label('本人签名'),
          cell(
            form.toldOn
              ? `已于${dateWords(form.toldOn)}告知\n　　　　　　　　　　　　　　　　　　（签名）　　　　年　月　日`
              : '\n　　　　　　　　　　　　　　　　　　（签名）　　　　年　月　日',
            {
              across: 5,
            },
          ),
        ],
        height: 16,
      },
    ],
  ),
]

export const selfWords = ({ self }: AppraisalForm): string => {
  if (self === null) return GAP
  if (self === 'apart') return '（已交，自评原文不随本表归档）'
  return self === 'paper' ? '（见本人交来的纸质自评）' : self.text
}

export const countWords = ({ sheets, counts }: AppraisalForm): string => {
  if (sheets === null) return GAP
  const head = `发出${sheets.issued}张，有效${sheets.valid}张`
  if (counts === null) return `${head}。票少，不列每人票数。`
  const { excellent, qualified, basicallyQualified, unqualified, abstained } = counts
  return `${head}。优秀${excellent}票，合格${qualified}票，基本合格${basicallyQualified}票，不合格${unqualified}票，弃权${abstained}票。`
}

export const opinionWords = (form: AppraisalForm): string =>
  [
    form.opinion,
    form.grade ? `评定等次：${form.grade}` : (form.because ?? `评定等次：${GAP}`),
    form.improvement ? `改进要求：${form.improvement}` : null,
    `${form.decidedBy ?? ''}${form.decidedOn ? `${dateWords(form.decidedOn)}评定` : GAP}`,
    '\n　　　　　　　　　　　　支部书记（签名）：　　　　　　年　月　日',
  ]
    .filter((line) => line !== null)
    .join('\n')

const superiorWords = ({ superiorOpinion, superiorOn }: AppraisalForm): string =>
  superiorOpinion
    ? `${superiorOpinion}${superiorOn ? `（${dateWords(superiorOn)}）` : ''}`
    : '\n　　　　　　　　　　　　　　　　　　（盖章）　　　　年　月　日'

/** The sheet of the poll: names by strokes, four boxes; no number, and no name of whoever fills it in. */
export type BallotSheet = {
  organName: string
  unitName: string
  forYear: number
  people: readonly { name: string }[]
}

export const ballotName = ({ unitName, forYear }: BallotSheet): string =>
  `${unitName}${forYear}年度民主测评票`

export const ballotDocx = (sheet: BallotSheet): Promise<Uint8Array> =>
  typeset(ballotName(sheet), sheet.unitName, [
    ...title(`${sheet.forYear}年度`, '民主测评票'),
    subtitle(sheet.unitName),
    ballotTable(byStrokes(sheet.people)),
    ...paragraphs('说明：无记名。每人在一格内画“○”；不画的按弃权计，画两格以上的该人一栏无效。'),
  ])

const HEADS = ['姓名', '优秀', '合格', '基本\n合格', '不\n合格']
/** As many names as go down one page. */
const ONE_COLUMN = 20

/** In two columns where one would run over the page, the first half on the left. */
const ballotTable = (people: readonly { name: string }[]): Table => {
  const columns = people.length > ONE_COLUMN ? 2 : 1
  const rows = Math.ceil(people.length / columns)
  const sides = Array.from({ length: columns }, (_, side) => side)
  return boxed(
    sides.flatMap(() => [6, 3, 3, 3, 3]),
    [
      { boxes: sides.flatMap(() => HEADS.map((head) => label(head))), head: true },
      ...Array.from({ length: rows }, (_, row) => ({
        boxes: sides.flatMap((side) => [
          cell(people[side * rows + row]?.name ?? '', { align: 'center' as const }),
          ...[1, 2, 3, 4].map(() => cell('')),
        ]),
        height: 9,
      })),
    ],
  )
}
