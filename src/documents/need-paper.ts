import { boxed, cell, label, type Row } from './boxes.ts'
import { blank, closing, labelled, paragraphs, salutation, signatures, title, typeset } from './typeset.ts'
import { dateWords, orGap } from './wording.ts'

/** What every paper about a need says of it: which one, never more than its paper needs. */
type OfNeed = { unitName: string; number: string; receivedOn: string; channel: string }

/** A referral: of her only what was chosen to be given; null where it was not. */
export type ReferralLetter = OfNeed & {
  office: string
  sentOn: string
  dueOn: string | null
  asks: string
  basis: string
  name: string | null
  contact: string | null
  facts: string | null
  wish: string | null
  ownerName: string | null
}

export const referralLetterName = ({ number }: ReferralLetter): string => `转介函${number}`

/** Nothing of her was given where none of the four was chosen. */
export const givesNothing = ({ name, contact, facts, wish }: ReferralLetter): boolean =>
  [name, contact, facts, wish].every((each) => each === null)

export const referralLetterDocx = (letter: ReferralLetter): Promise<Uint8Array> =>
  typeset(referralLetterName(letter), letter.unitName, [
    ...title('转介', '函'),
    blank(),
    salutation(`${letter.office}：`),
    ...paragraphs(
      `我单位于${dateWords(letter.receivedOn)}收到一件妇女群众反映的需求（${letter.channel}，编号${letter.number}），现转请贵单位依职权办理。`,
    ),
    ...said('姓名', letter.name),
    ...said('联系方式', letter.contact),
    ...said('情况', letter.facts),
    ...said('诉求', letter.wish),
    ...labelled('请贵单位', letter.asks),
    ...paragraphs(
      letter.dueOn
        ? `请于${dateWords(letter.dueOn)}前将办理情况告知我单位，以便告知本人。`
        : '请将办理情况告知我单位，以便告知本人。',
    ),
    ...(givesNothing(letter)
      ? []
      : paragraphs(`以上个人信息依据“${letter.basis}”提供，仅限办理本事项使用，请予保密。`)),
    blank(),
    ...paragraphs(`联系人：${orGap(letter.ownerName)}`),
    blank(),
    closing(letter.unitName, 2),
    closing(dateWords(letter.sentOn), 4),
  ])

const said = (what: string, text: string | null) => (text === null ? [] : labelled(what, orGap(text)))

export type UrgingOpinion = OfNeed & {
  office: string
  sentOn: string
  /** 贵单位尚未答复。 */
  standing: string
  text: string
  onDay: string
}

export const opinionName = ({ number }: UrgingOpinion): string => `督促处理意见书${number}`

/** 督促处理意见书 (妇女权益保障法 art. 73). */
export const opinionDocx = (opinion: UrgingOpinion): Promise<Uint8Array> =>
  typeset(opinionName(opinion), opinion.unitName, [
    ...title('督促处理', '意见书'),
    blank(),
    salutation(`${opinion.office}：`),
    ...paragraphs(
      `我单位于${dateWords(opinion.sentOn)}将一件妇女权益事项（编号${opinion.number}）转请贵单位办理。${opinion.standing}`,
    ),
    ...paragraphs('依据《中华人民共和国妇女权益保障法》第七十三条第一款，现提出督促处理意见如下：'),
    ...paragraphs(opinion.text),
    ...paragraphs('请依法处理，并将处理情况书面答复我单位。'),
    blank(),
    closing(opinion.unitName, 2),
    closing(dateWords(opinion.onDay), 4),
  ])

export type NeedResult = OfNeed & {
  /** Null where she left no name. */
  name: string | null
  outcome: string
  result: string
  resolvedOn: string
  /** Whether she may ask for a review, by 信访工作条例 art. 35. */
  reviewable: boolean
}

export const resultName = ({ number }: NeedResult): string => `办理结果告知书${number}`

export const resultDocx = (result: NeedResult): Promise<Uint8Array> =>
  typeset(resultName(result), result.unitName, [
    ...title('办理结果', '告知书'),
    blank(),
    salutation(`${result.name ?? '反映人'}：`),
    ...paragraphs(
      `您于${dateWords(result.receivedOn)}向我单位反映的事项（${result.channel}，编号${result.number}），办理结果告知如下：`,
    ),
    ...labelled('结果', result.outcome),
    ...labelled('说明', result.result),
    ...(result.reviewable
      ? paragraphs(
          '对以上处理意见不服的，可以自收到本告知书之日起三十日内，请求原办理机关的上一级机关、单位复查（《信访工作条例》第三十五条）。',
        )
      : []),
    blank(),
    closing(result.unitName, 2),
    closing(dateWords(result.resolvedOn), 4),
  ])

export type SheetStep = { onDay: string; what: string; by: string; text: string | null }

export type NeedSheet = OfNeed & {
  name: string | null
  contact: string | null
  category: string | null
  level: string | null
  petition: string | null
  facts: string
  wish: string
  before: string
  ownerName: string | null
  helpers: readonly string[]
  steps: readonly SheetStep[]
  outcome: string | null
  result: string | null
  resolvedOn: string | null
  toldOn: string | null
  answers: readonly string[]
}

export const sheetName = ({ number }: NeedSheet): string => `需求办理情况单${number}`

/** 办理情况单: the closing sheet, as one form. */
export const needSheetDocx = (sheet: NeedSheet): Promise<Uint8Array> =>
  typeset(sheetName(sheet), sheet.unitName, [
    ...title('需求', '办理情况单'),
    blank(),
    boxed(
      [20, 36, 20, 36],
      [
        pair('编号', sheet.number, '接收日期', dateWords(sheet.receivedOn)),
        pair('来源', sheet.channel, '类别', orGap(sheet.category)),
        pair('缓急', orGap(sheet.level), '信访事项', orGap(sheet.petition)),
        pair('反映人', sheet.name ?? '匿名', '联系方式', orGap(sheet.contact)),
        wide('情况', orGap(sheet.facts), 25),
        wide('诉求', orGap(sheet.wish)),
        wide('以前找过谁', orGap(sheet.before)),
        pair('承办人', orGap(sheet.ownerName), '协办人', sheet.helpers.join('、') || '无'),
        wide('办理经过', stepsWords(sheet.steps), 40),
        wide('办理结果', resultWords(sheet), 25),
        pair(
          '告知本人',
          sheet.toldOn ? dateWords(sheet.toldOn) : '未告知',
          '办理完毕',
          sheet.resolvedOn ? dateWords(sheet.resolvedOn) : '办理中',
        ),
        wide('本人答复', sheet.answers.join('\n') || '没有答复'),
      ],
    ),
    blank(),
    signatures(['承办人：', '负责人：']),
  ])

export const stepsWords = (steps: readonly SheetStep[]): string =>
  steps
    .map(({ onDay, what, by, text }) => `${dateWords(onDay)}　${what}（${by}）${text ? `：${text}` : ''}`)
    .join('\n')

export const resultWords = ({ outcome, result }: Pick<NeedSheet, 'outcome' | 'result'>): string =>
  outcome === null ? '还没有办理结果' : `${outcome}。${result ?? ''}`

const pair = (one: string, first: string, other: string, second: string): Row => ({
  boxes: [label(one), cell(first), label(other), cell(second)],
})

const wide = (what: string, text: string, height?: number): Row => ({
  boxes: [label(what), cell(text, { across: 3 })],
  ...(height ? { height } : {}),
})
