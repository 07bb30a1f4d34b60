import type { Errand } from '../duties/contract.ts'
import type { UnitKind } from '../organs/contract.ts'
import type { CalendarLine } from './calendar.ts'
import { KIND_WORDS } from './labels.ts'

type Unit = { unitId: string; unitName: string; unitKind: UnitKind }

/** The duty of the year page that an errand stands for, so that one matter is told once. */
const DUTIES: Partial<Record<UnitKind, string>> = {
  branch: 'renewal.branch',
  'general-branch': 'renewal.general-branch',
  'committee-unit': 'renewal.committee-unit',
}

/** What waits on those who lead elections in the unit: a term near or past its end, or the next step of an election. */
export const errandsOf = (
  { unitId, unitName, unitKind }: Unit,
  line: CalendarLine,
  { today, until }: { today: string; until: string },
): Errand[] => {
  const of = (told: Omit<Errand, 'unitId' | 'unitName'>): Errand => ({ ...told, unitId, unitName })
  const stands = DUTIES[unitKind]
  const instead = stands === undefined ? {} : { instead: stands }
  const underWay = line.elections.flatMap(({ id, kind, next }) =>
    next === null
      ? []
      : of({
          title: `${KIND_WORDS[kind]}下一步：${next.title}${overWords(kind, line)}`,
          by: next.by,
          citation: null,
          to: `/elections/${id}`,
          act: '去办理',
          coming: false,
          ...(kind === 'renewal' ? instead : {}),
        }),
  )
  if (line.elections.some(({ kind }) => kind === 'renewal') || line.term === null) return underWay
  const { dueOn, remindOn } = line.term
  if (remindOn > until) return underWay
  const coming = remindOn > today
  const told = {
    title: titleOf(line),
    by: coming ? remindOn : line.state === 'prepare' ? (line.request?.on ?? dueOn) : dueOn,
    citation: line.citation ?? line.term.citation,
    to: '/elections',
    act: coming ? '去查看' : '去办理换届',
    coming,
    ...instead,
  }
  return [...underWay, of(told)]
}

const overWords = (kind: 'renewal' | 'by-election', { daysOver }: CalendarLine): string =>
  kind === 'renewal' && daysOver > 0 ? `（已超过届满日 ${daysOver} 天）` : ''

const titleOf = ({ state, daysOver }: CalendarLine): string => {
  if (state === 'ahead') return '本届将进入届满前六个月，准备换届'
  if (state === 'overdue') return `本届已届满 ${daysOver} 天，还没有办理换届`
  if (state === 'request') return '本届将届满，换届请示已过应报的日期'
  return '本届将届满，着手换届、准备请示'
}
