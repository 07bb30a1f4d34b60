import { boxed, cell, label, type Row } from './boxes.ts'
import { blank, subtitle, title, typeset } from './typeset.ts'
import { dateWords, orGap } from './wording.ts'

/** The state of one ledger on a day, as the part of the product that keeps it tells it. */
export type Ledger = {
  ledger: string
  /** In words: 已记录 42 次，草稿 1 份。 */
  state: string
  /** How many pieces there are; null where nothing is counted. */
  count: number | null
  openMatters: readonly { what: string; by: string | null; owner: string | null }[]
}

export type HandoverData = {
  organName: string
  unitName: string
  postName: string
  fromName: string
  toName: string
  endsOn: string
  beginsOn: string
  drawnOn: string
  ledgers: readonly Ledger[]
  promises: readonly string[]
  places: readonly { item: string; place: string }[]
  witnessName: string | null
  from: Signature
  to: Signature
}

/** When a party signed; where on paper, who entered that. */
export type Signature = { signedOn: string | null; paperByName: string | null }

/** 工作交接表. */
export const handoverDocx = (data: HandoverData): Promise<Uint8Array> =>
  typeset(handoverName(data), data.unitName, [
    ...title(data.unitName, '工作交接表'),
    subtitle(`（${data.postName}）`),
    blank(),
    boxed([24, 54, 24, 54], rowsOf(data)),
    blank(),
    boxed([34, 62, 60], ledgerRows(data)),
    blank(),
    boxed([24, 54, 24, 54], signatureRows(data)),
  ])

export const handoverName = ({ unitName, postName }: HandoverData): string =>
  `${unitName}${postName}工作交接表`

const rowsOf = (data: HandoverData): Row[] => [
  { boxes: [label('移交人'), cell(data.fromName), label('接任人'), cell(data.toName)] },
  {
    boxes: [label('任至'), cell(dateWords(data.endsOn)), label('到任'), cell(dateWords(data.beginsOn))],
  },
  { boxes: [label('汇总日期'), cell(`${dateWords(data.drawnOn)}，情况以这一天为准`, { across: 3 })] },
]

const ledgerRows = ({ ledgers }: HandoverData): Row[] => [
  { head: true, boxes: [label('项目'), label('情况'), label('未了事项')] },
  ...ledgers.map(
    (ledger): Row => ({
      boxes: [cell(ledger.ledger), cell(ledger.state), cell(openWords(ledger))],
    }),
  ),
]

/** Each open matter on a line: what, by when, with whom. */
export const openWords = ({ openMatters }: Pick<Ledger, 'openMatters'>): string =>
  openMatters
    .map(({ what, by, owner }, at) => {
      const more = [owner, by === null ? null : `${dateWords(by)}前`].filter(Boolean).join('，')
      return `${at + 1}.${what}${more ? `（${more}）` : ''}`
    })
    .join('\n') || '无'

export const signedWords = ({ signedOn, paperByName }: Signature): string =>
  signedOn === null
    ? ''
    : `${dateWords(signedOn)}${paperByName === null ? '签字' : `在纸质表上签字（${paperByName}登记）`}`

export const promisesWords = ({ promises }: Pick<HandoverData, 'promises'>): string =>
  promises.map((promise, at) => `${at + 1}.${promise}`).join('\n') || '无'

export const placesWords = ({ places }: Pick<HandoverData, 'places'>): string =>
  places.map(({ item, place }, at) => `${at + 1}.${item}：${place}`).join('\n') || '无'

const signatureRows = (data: HandoverData): Row[] => [
  { height: 14, boxes: [label('答应过的事'), cell(promisesWords(data), { across: 3 })] },
  { height: 14, boxes: [label('材料存放'), cell(placesWords(data), { across: 3 })] },
  {
    height: 18,
    boxes: [
      label('移交人签字'),
      cell(signature(data.fromName, data.from)),
      label('接任人签字'),
      cell(signature(data.toName, data.to)),
    ],
  },
  { height: 12, boxes: [label('监交人'), cell(orGap(data.witnessName)), label('监交日期'), cell('')] },
]

const signature = (name: string, signed: Signature): string =>
  signed.signedOn === null ? '' : `${name}\n${signedWords(signed)}`
