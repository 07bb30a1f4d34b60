import { ConflictView, type Joining } from '../ui/ConflictView.tsx'
import { CONSENT_NAMES, type VisitFields } from '../visits/contract.ts'
import { type Answer, isJoinable, type Part, settled } from './answer.ts'
import type { Kit } from './contract.ts'
import { type Draft, visitIn } from './draft.ts'
import { save, send } from './outbox.ts'

type Props = { draft: Draft; conflict: Extract<Answer, { kind: 'conflict' }>; kit: Kit }

const LABELS: Readonly<Record<Part, string>> = {
  where: '联系点或地点',
  heldOn: '走访日期',
  visitors: '同去的人',
  whom: '和谁谈的',
  seen: '看到听到什么',
  done: '当场办了什么',
  consent: '本人同意记录吗',
  promises: '答应办的',
}

/** Both writings of what two people changed; what is chosen goes out again. */
export const ConflictPart = ({ draft, conflict, kit }: Props) => (
  <ConflictView<Joining>
    by={conflict.byName}
    clashes={conflict.clashes.map((part) => ({
      name: part,
      label: LABELS[part],
      mine: said(visitIn(draft) as VisitFields, part, kit),
      theirs: said(conflict.theirs, part, kit),
      joins: isJoinable(part),
    }))}
    onSettle={(sides) =>
      void save(settled(draft, conflict, sides as Partial<Record<Part, Joining>>), 'waiting').then(send)
    }
  />
)

const said = (fields: VisitFields, part: Part, kit: Kit): string => {
  const named = (id: string) => kit.cadres.find((person) => person.id === id)?.name ?? '不在名单中的人'
  if (part === 'where') return kit.points.find(({ id }) => id === fields.pointId)?.name ?? fields.place ?? ''
  if (part === 'visitors') return fields.visitors.map(named).join('、')
  if (part === 'consent') return CONSENT_NAMES[fields.consent] ?? ''
  if (part === 'promises')
    return fields.promises.map(({ what, dueOn }) => (dueOn ? `${what}（${dueOn} 前）` : what)).join('\n')
  return fields[part]
}
