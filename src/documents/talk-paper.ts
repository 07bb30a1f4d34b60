import { boxed, cell, label } from './boxes.ts'
import { blank, closing, heading, paragraphs, signatures, subtitle, title, typeset } from './typeset.ts'
import { dateWords, orGap } from './wording.ts'

/** One talk as its record on paper shows it; for the two alone. */
export type TalkRecord = {
  organName: string
  unitName: string
  talkerName: string
  partnerName: string
  /** 支委与党员 */
  kind: string
  heldOn: string
  place: string | null
  /** 年度谈心, or the circumstance that asked for it. */
  cause: string | null
  text: string | null
  follow: string | null
  /** What was raised, who by, and what became of it. */
  opinions: readonly { speakerName: string; text: string; note: string }[]
}

export const talkRecordName = ({ talkerName, partnerName }: TalkRecord): string =>
  `谈心谈话记录（${talkerName}、${partnerName}）`

/** 谈心谈话记录 as a .docx: a ruled form, signed by the two. */
export const talkRecordDocx = (talk: TalkRecord): Promise<Uint8Array> =>
  typeset(talkRecordName(talk), talk.unitName, [
    ...title('谈心谈话', '记录'),
    subtitle(talk.unitName),
    blank(),
    boxed(
      [20, 36, 20, 36],
      [
        { boxes: [label('谈话人'), cell(talk.talkerName), label('谈话对象'), cell(talk.partnerName)] },
        { boxes: [label('日期'), cell(dateWords(talk.heldOn)), label('类型'), cell(talk.kind)] },
        { boxes: [label('地点'), cell(orGap(talk.place)), label('缘由'), cell(orGap(talk.cause))] },
        { boxes: [label('谈话内容'), cell(orGap(talk.text), { across: 3 })], height: 70 },
        { boxes: [label('意见建议\n和希望'), cell(opinionsOf(talk), { across: 3 })], height: 35 },
        { boxes: [label('后续办理'), cell(orGap(talk.follow), { across: 3 })], height: 25 },
      ],
    ),
    blank(),
    signatures(['谈话人：', '谈话对象：']),
  ])

export const opinionsOf = ({ opinions }: TalkRecord): string =>
  orGap(
    opinions
      .map(({ speakerName, text, note }, at) => `${at + 1}. ${speakerName}：${text}${note && `（${note}）`}`)
      .join('\n'),
  )

/** What a speaker who does not sign in agrees to on paper. */
export type OpinionSlip = {
  unitName: string
  speakerName: string
  heldOn: string
  wording: string
}

export const slipDocx = (slip: OpinionSlip): Promise<Uint8Array> =>
  typeset('谈心中意见建议确认单', slip.unitName, [
    ...title('谈心中意见建议', '确认单'),
    subtitle(slip.unitName),
    blank(),
    ...paragraphs(
      `${dateWords(slip.heldOn)}谈心谈话中，${slip.speakerName}提出的意见建议，按本人的表述写在下面。本人核对无误、签字同意后，才转交支部委员会；不签字的，不转交。`,
    ),
    blank(),
    heading(1, '意见建议'),
    ...paragraphs(slip.wording),
    blank(),
    closing('提出人签字：　　　　　　　', 2),
    blank(),
    closing('　　　　年　　月　　日', 2),
  ])
