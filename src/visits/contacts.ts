import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { ContactLink, ContactPoint } from './contact-contract.ts'

type Span = { since: string; until: string | null }

/** Whether two spans share a day; without an end a span runs on. */
export const overlaps = (one: Span, other: Span): boolean =>
  (other.until === null || one.since <= other.until) && (one.until === null || other.since <= one.until)

/** Whether a span holds the day. */
export const holds = ({ since, until }: Span, on: string): boolean =>
  since <= on && (until === null || on <= until)

/** Who keeps contact on the day. */
export const keepersOn = (links: readonly ContactLink[], on: string): ContactLink[] =>
  links.filter((link) => holds(link, on))

/** Why a cadre cannot be linked so; null where she can. */
export const linkFault = (
  point: Pick<ContactPoint, 'since' | 'until' | 'links'>,
  link: Span & { personId: string },
): Refusal | null => {
  if (point.until !== null)
    return refuse('conflict', `这个联系点到 ${point.until} 已经结束。要继续联系的，请新设一个联系点。`)
  if (link.since < point.since)
    return refuse('invalid', `联系点从 ${point.since} 起设立。请填写这一天或以后的日期。`, { field: 'since' })
  if (link.until !== null && link.until < link.since)
    return refuse('invalid', '结束的日期在开始之前。请改一处。', { field: 'until' })
  const clash = point.links.find((each) => each.personId === link.personId && overlaps(each, link))
  if (!clash) return null
  const span = clash.until === null ? `从 ${clash.since} 起一直` : `${clash.since} 至 ${clash.until} `
  return refuse('conflict', `${clash.personName}${span}在联系这里，日期重叠了。请改日期，或先结束原来的。`, {
    field: 'since',
  })
}

/** Why a point cannot end on the day; null where it can. */
export const endFault = (
  { since, until, links }: Pick<ContactPoint, 'since' | 'until' | 'links'>,
  on: string,
): Refusal | null => {
  if (until !== null) return refuse('conflict', `这个联系点到 ${until} 已经结束。`)
  if (on < since)
    return refuse('invalid', `联系点从 ${since} 起设立。请填写这一天或以后的日期。`, { field: 'until' })
  const later = links.find((link) => link.since > on)
  return later
    ? refuse('conflict', `${later.personName}从 ${later.since} 起联系这里。请填写这一天或以后的日期。`, {
        field: 'until',
      })
    : null
}
