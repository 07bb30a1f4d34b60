import type { Acting } from '../database/acting.ts'
import { dateWords, GAP } from '../documents/wording.ts'
import type { Chapter, YearAsked } from '../documents/year-contract.ts'
import { TERMS } from '../glossary.ts'
import { isRefusal } from '../kernel/outcome.ts'
import { book } from '../rules/book.ts'
import * as store from './store.ts'
import { withDueDay } from './terms.ts'

/** 支部概况 as far as the tree and the terms tell it. Four statements. */
export const organsChapters = async (tx: Acting, asked: YearAsked): Promise<Chapter[]> => {
  const end = `${asked.year}-12-31`
  const on = end < asked.today ? end : asked.today
  const units = await store.unitsOn(tx, on)
  const unit = units.find(({ id }) => id === asked.unitId)
  if (!unit) return []
  const superior = units.find(({ id }) => id === unit.parentId)?.name ?? '无（本机关最高一级）'
  const term = (await store.termsOf(tx, unit.id)).find(({ electedOn }) => electedOn <= on)
  const shown = term && withDueDay(book, await store.settledOf(tx), unit.kind, term)
  const due = shown && !isRefusal(shown) ? dateWords(shown.dueOn) : GAP
  return [
    {
      id: 'overview',
      title: '支部概况',
      blocks: [
        {
          kind: 'table',
          title: '基本情况',
          head: ['项目', '内容'],
          widths: [18, 50],
          rows: [
            ['全称', unit.name],
            ['类别', TERMS[unit.kind]],
            ['上级党组织', superior],
            ['成立日期', dateWords(unit.foundedOn)],
            ['本届当选日期', term ? dateWords(term.electedOn) : GAP],
            ['本届任期届满', term ? due : GAP],
            ...(term?.approvedUntil
              ? [['批准延期或提前换届至', `${dateWords(term.approvedUntil)}（${term.approvalNote ?? GAP}）`]]
              : []),
          ],
        },
      ],
    },
  ]
}
