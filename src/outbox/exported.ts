import { CATEGORY_NAMES } from '../needs/contract.ts'
import { CONSENT_NAMES } from '../visits/contract.ts'
import type { Kit } from './contract.ts'
import { type Draft, titleOf } from './draft.ts'

/** Drafts as a text that anybody can read and type in again. Whoever holds the file reads them: it is not encrypted. */
export const exported = (drafts: readonly Draft[], kit: Kit): File => {
  const text = drafts.map((draft) => textOf(draft, kit)).join('\n\n')
  return new File([`\ufeff${text}\n`], '没有上传的走访.txt', { type: 'text/plain;charset=utf-8' })
}

export const textOf = (draft: Draft, kit: Kit): string => {
  const named = (id: string) => kit.cadres.find((person) => person.id === id)?.name ?? id
  const needs = draft.needs.flatMap((need, at) => [
    `需求 ${at + 1}：${need.line}`,
    `类别：${need.category ? CATEGORY_NAMES[need.category] : ''}`,
    `情况：${need.facts}`,
    `她希望：${need.wish}`,
    `称呼：${need.name}`,
    `电话：${need.phone}`,
    ...(need.danger ? ['眼下有危险'] : []),
  ])
  return [
    `走访：${titleOf(draft, kit.points)}`,
    `走访日期：${draft.heldOn}`,
    `同去的人：${draft.visitors.map(named).join('、')}`,
    `和谁谈的：${draft.whom}`,
    `看到听到：${draft.seen}`,
    `当场办的：${draft.done}`,
    ...draft.promises.map(({ what, dueOn }) => `答应办的：${what}${dueOn ? `（${dueOn} 前）` : ''}`),
    `本人同意记录吗：${draft.consent ? CONSENT_NAMES[draft.consent] : ''}`,
    ...needs,
  ].join('\n')
}
