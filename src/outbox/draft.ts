import type { Category, NeedDraft } from '../needs/contract.ts'
import type { VisitFields, VisitSent } from '../visits/contract.ts'
import type { Kit } from './contract.ts'

/** A need that was told on the visit, as it is written down. */
export type Told = {
  id: string
  line: string
  category: Category | ''
  facts: string
  wish: string
  name: string
  phone: string
  danger: boolean
}

/** A visit as it is written on a device, with the needs told on it. */
export type Draft = {
  id: string
  /** Of this writing: a new one with every change after it was first sent. */
  revision: string
  /** The version that was opened, and how it stood; null where the visit is new. */
  version: number | null
  base: VisitFields | null
  pointId: string | null
  place: string
  heldOn: string
  visitors: string[]
  whom: string
  seen: string
  done: string
  consent: VisitFields['consent'] | ''
  promises: { id: string; what: string; dueOn: string; ownerId: string | null }[]
  needs: Told[]
}

/** An id of the device's own making; browsers have `randomUUID` over https only. */
export const newId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** What is known already is filled in: the day, who writes, and her contact point where she keeps one only. */
export const newDraft = (kit: Kit, today: string): Draft => {
  const [point, ...more] = kit.points.filter(({ hers }) => hers)
  return {
    id: newId(),
    revision: newId(),
    version: null,
    base: null,
    pointId: point && more.length === 0 ? point.id : null,
    place: '',
    heldOn: today,
    visitors: [kit.person.id],
    whom: '',
    seen: '',
    done: '',
    consent: '',
    promises: [],
    needs: [],
  }
}

export const newTold = (): Told => ({
  id: newId(),
  line: '',
  category: '',
  facts: '',
  wish: '',
  name: '',
  phone: '',
  danger: false,
})

/** The draft for changing a visit that is recorded, or for telling of one that was planned. */
export const draftOf = (
  visit: { id: string; version: number; base: VisitFields | null },
  fields: VisitFields | null,
  fresh: Draft,
): Draft => {
  const { promises = [], place, ...rest } = fields ?? { place: null }
  return {
    ...fresh,
    ...rest,
    id: visit.id,
    version: visit.version,
    base: visit.base,
    place: place ?? '',
    promises: promises.map((each) => ({ ...each, dueOn: each.dueOn ?? '' })),
  }
}

/** The visit as it is sent. What is still missing is left for the contract to find. */
export const visitIn = (draft: Draft): Omit<VisitSent, 'consent'> & { consent: Draft['consent'] } => {
  const { needs, place, promises, ...rest } = draft
  return {
    ...rest,
    place: rest.pointId === null ? place.trim() || null : null,
    promises: promises
      .filter(({ what }) => what.trim() !== '')
      .map((each) => ({ ...each, dueOn: each.dueOn.trim() || null })),
  }
}

export const needsIn = ({
  needs,
  id,
  heldOn,
}: Draft): (Pick<NeedDraft, 'id' | 'line' | 'facts' | 'wish'> & object)[] =>
  needs.map(({ name, phone, ...told }) => ({
    ...told,
    asker: { name, phone, note: '' },
    anonymous: name.trim() === '',
    receivedOn: heldOn,
    visitId: id,
  }))

/** As it is called in the outbox: 11月20日 云岭社区. */
export const titleOf = (
  draft: Pick<Draft, 'heldOn' | 'pointId' | 'place'>,
  points: Kit['points'],
): string => {
  const where = points.find(({ id }) => id === draft.pointId)?.name ?? (draft.place || '还没有写地点')
  return `${Number(draft.heldOn.slice(5, 7))}月${Number(draft.heldOn.slice(8, 10))}日 ${where}`
}
