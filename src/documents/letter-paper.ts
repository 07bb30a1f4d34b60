import type { Paragraph } from 'docx'
import { boxed, cell, label, type Row } from './boxes.ts'
import { blank, subtitle, title, typeset } from './typeset.ts'
import { dateWords, GAP, orGap } from './wording.ts'

/** An introduction letter (党员组织关系介绍信) as its three parts tell it. */
export type LetterData = {
  fromUnit: string
  toUnit: string
  personName: string
  sex: 'female' | 'male' | null
  ethnicity: string | null
  /** On the day of issue; null where the birth is not known. */
  age: number | null
  status: 'full' | 'probationary'
  phone: string | null
  /** 2026-04. */
  duesMonth: string
  /** 〔2026〕第003号. */
  number: string
  issuedOn: string
  validDays: number
}

/** The slip that goes back to where somebody came from. */
export type ReceiptData = {
  fromUnit: string
  unitName: string
  personName: string
  letterNumber: string | null
  letterOn: string
  acceptedOn: string
  by: string | null
}

export const statusWords = ({ status }: Pick<LetterData, 'status'>): string =>
  status === 'full' ? '正式' : '预备'
export const sexWords = (sex: 'female' | 'male' | null): string =>
  sex === null ? GAP : sex === 'female' ? '女' : '男'
export const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`

export const letterName = ({ personName, number }: LetterData): string =>
  `党员组织关系介绍信${number} ${personName}`
export const receiptName = ({ personName }: ReceiptData): string => `党员组织关系回执 ${personName}`

const WIDTHS = [22, 30, 22, 30] as const

/**
 * The letter on one sheet: the stub that stays, the letter that goes, the receipt that comes back. Seals and whatever the
 * receiving organisation fills in are left empty; the identity number is written by hand, since it is kept sealed.
 */
export const letterDocx = (data: LetterData): Promise<Uint8Array> =>
  typeset(letterName(data), data.fromUnit, [
    ...headed('党员组织关系介绍信', '存根', data.number),
    boxed(WIDTHS, [
      pair('姓名', data.personName, '党员类别', `${statusWords(data)}党员`),
      pair('由', data.fromUnit, '转往', data.toUnit),
      pair('党费交到', monthWords(data.duesMonth), '开出日期', dateWords(data.issuedOn)),
    ]),
    cut(),
    ...headed('党员组织关系介绍信', '', data.number),
    boxed(WIDTHS, letterRows(data)),
    cut(),
    ...headed('党员组织关系介绍信', '回执联', data.number),
    boxed(WIDTHS, [
      wide(`${data.fromUnit}：\n    ${data.personName}同志的党员组织关系已转到我处，特此回复。`, 16),
      pair('收到日期', '', '经办人', ''),
      pair('联系电话', '', '接收单位盖章', '', 12),
    ]),
  ])

const letterRows = (data: LetterData): Row[] => [
  wide(
    `${data.toUnit}：\n    ${data.personName}同志系中国共产党${statusWords(data)}党员，组织关系由${data.fromUnit}转到你处，请接收。`,
    16,
  ),
  pair('性别', sexWords(data.sex), '民族', orGap(data.ethnicity)),
  pair('年龄', data.age === null ? GAP : `${data.age}周岁`, '身份证号', ''),
  pair('本人电话', orGap(data.phone), '党费交到', monthWords(data.duesMonth)),
  pair('有效期', `${data.validDays}天`, '开出日期', dateWords(data.issuedOn)),
  pair('经办人、电话', '', '开具单位盖章', '', 12),
]

const pair = (one: string, says: string, other: string, told: string, height?: number): Row => ({
  boxes: [label(one), cell(says), label(other), cell(told)],
  ...(height && { height }),
})

const wide = (text: string, height: number): Row => ({ boxes: [cell(text, { across: 4 })], height })

const headed = (name: string, part: string, number: string): Paragraph[] => [
  ...title(name, part),
  subtitle(number),
]

const cut = (): Paragraph => subtitle('· · · · · · 裁切，盖骑缝章 · · · · · ·')

/** The slip by itself, for a letter that brought none. */
export const receiptDocx = (data: ReceiptData): Promise<Uint8Array> =>
  typeset(receiptName(data), data.unitName, [
    ...title('党员组织关系', '回执'),
    blank(),
    boxed(WIDTHS, [
      wide(`${data.fromUnit}：\n    ${data.personName}同志的党员组织关系已转到我处，特此回复。`, 20),
      pair('介绍信编号', orGap(data.letterNumber), '介绍信日期', dateWords(data.letterOn)),
      pair('接收日期', dateWords(data.acceptedOn), '经办人', orGap(data.by)),
      pair('联系电话', '', '接收单位盖章', data.unitName, 20),
    ]),
  ])
