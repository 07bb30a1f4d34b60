import { type HandoverData, openWords, placesWords, promisesWords, signedWords } from './handover-sheet.ts'
import { numbered, type TagBook } from './template-tags.ts'
import { dateWords, orGap } from './wording.ts'

/** What a unit's own template of the hand-over sheet may say. */
export const HANDOVER_TAGS: TagBook<HandoverData> = {
  single: [
    { tag: '机关', says: '机关名称', of: ({ organName }) => organName },
    { tag: '组织', says: '所在组织', of: ({ unitName }) => unitName },
    { tag: '职务', says: '交接的职务', of: ({ postName }) => postName },
    { tag: '移交人', says: '移交人姓名', of: ({ fromName }) => fromName },
    { tag: '接任人', says: '接任人姓名', of: ({ toName }) => toName },
    { tag: '任至', says: '移交人任职到哪天', of: ({ endsOn }) => dateWords(endsOn) },
    { tag: '到任', says: '接任人从哪天起任职', of: ({ beginsOn }) => dateWords(beginsOn) },
    { tag: '汇总日期', says: '各项情况是哪天的', of: ({ drawnOn }) => dateWords(drawnOn) },
    { tag: '答应过的事', says: '移交人答应过、还没有做完的事', of: promisesWords },
    { tag: '材料存放', says: '纸质材料放在哪里', of: placesWords },
    { tag: '监交人', says: '监交人姓名', of: ({ witnessName }) => orGap(witnessName) },
    { tag: '移交人签字', says: '移交人签字的日期', of: ({ from }) => signedWords(from) },
    { tag: '接任人签字', says: '接任人签字的日期', of: ({ to }) => signedWords(to) },
  ],
  repeated: [
    {
      tag: '项目',
      says: '每项台账重复一次',
      inside: ['序号', '名称', '情况', '未了事项'],
      rows: ({ ledgers }) =>
        numbered(ledgers, (ledger) => ({
          名称: ledger.ledger,
          情况: ledger.state,
          未了事项: openWords(ledger),
        })),
    },
  ],
}
