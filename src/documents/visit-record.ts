import { boxed, cell, label, type Row } from './boxes.ts'
import { blank, title, typeset } from './typeset.ts'
import { dateWords, orGap } from './wording.ts'

/** A visit as its record on paper has it. */
export type VisitRecord = {
  organName: string
  unitName: string
  heldOn: string
  where: string
  /** Whether that is a contact point. */
  isPoint: boolean
  visitors: readonly string[]
  whom: string
  seen: string
  done: string
  promises: readonly {
    what: string
    ownerName: string
    dueOn: string | null
    doneOn: string | null
    toldOn: string | null
  }[]
  /** By number, as 〔2026〕12. */
  needs: readonly string[]
  consent: string
  recordedByName: string
  recordedOn: string
}

export const visitRecordName = ({ heldOn, where }: VisitRecord): string => `${heldOn} ${where}走访记录`

export const keptWords = ({ doneOn, toldOn }: VisitRecord['promises'][number]): string => {
  if (toldOn) return `${dateWords(doneOn!)}办到，${dateWords(toldOn)}告知本人`
  return doneOn ? `${dateWords(doneOn)}办到，待告知本人` : '待办'
}

export const promiseWords = ({ promises }: VisitRecord): string =>
  promises
    .map((promise, at) => {
      const { what, ownerName, dueOn } = promise
      const by = dueOn === null ? '未定期限' : `${dateWords(dueOn)}前`
      return `${at + 1}.${what}（${ownerName}，${by}；${keptWords(promise)}）`
    })
    .join('\n') || '无'

export const needWords = ({ needs }: VisitRecord): string =>
  needs.map((number) => `需求${number}`).join('、') || '无'

/** 走访记录: where, by whom, with whom, what was heard, done and promised. The needs brought home stand there by number only. */
export const visitRecordDocx = (visit: VisitRecord): Promise<Uint8Array> => {
  const wide = (name: string, text: string, height = 10): Row => ({
    height,
    boxes: [label(name), cell(text, { across: 3 })],
  })
  return typeset(visitRecordName(visit), visit.unitName, [
    ...title(visit.unitName, '走访记录'),
    blank(),
    boxed(
      [28, 50, 28, 50],
      [
        {
          height: 10,
          boxes: [
            label('日期'),
            cell(dateWords(visit.heldOn)),
            label('联系点'),
            cell(visit.isPoint ? '是' : '否'),
          ],
        },
        wide('地点', visit.where),
        wide('走访人', visit.visitors.join('、')),
        wide('见了谁', orGap(visit.whom)),
        wide('看到听到的', orGap(visit.seen), 60),
        wide('当场办理', orGap(visit.done), 25),
        wide('答应的事', promiseWords(visit), 35),
        wide('带回的需求', needWords(visit)),
        wide('是否同意记录', visit.consent),
        {
          height: 10,
          boxes: [
            label('登记人'),
            cell(visit.recordedByName),
            label('登记日期'),
            cell(dateWords(visit.recordedOn)),
          ],
        },
      ],
    ),
  ])
}
