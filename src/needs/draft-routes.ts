import { faultOf } from '../http/faults.ts'
import { type Route, route } from '../http/serve.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { NeedDraft, type NeedJudged, receiveNeeds } from './contract.ts'
import { knownNeeds, knownVisits } from './draft-store.ts'
import { numberOf } from './matter.ts'
import { receiveAll } from './receive-jobs.ts'
import { idIsTaken, isHereafter } from './refusals.ts'

/** Drafts as they come from a device's outbox: each is judged by itself, all are written in as many statements as one. */
const drafts = route(receiveNeeds, async (asked) => {
  const { tx, today, body } = asked
  const sent = [...new Map(body.drafts.map((draft) => [draft.id, draft])).values()]
  const read = sent.map((draft) => ({ id: draft.id, parsed: NeedDraft.safeParse(draft) }))
  const good = read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : []))
  const known = await knownNeeds(
    tx,
    sent.map(({ id }) => id),
  )
  const visits = await knownVisits(
    tx,
    good.flatMap(({ visitId }) => visitId ?? []),
  )
  const fits = (draft: NeedDraft): boolean =>
    draft.receivedOn <= today.toString() && (draft.visitId === null || visits.has(draft.visitId))
  const received = await receiveAll(
    asked,
    good
      .filter((draft) => !known.has(draft.id) && fits(draft))
      .map((draft) => ({ ...draft, channel: 'visit' })),
  )
  const taken = new Map(received.map(({ id, number }) => [id, number]))
  // Sent twice at one moment: what the other sending has entered meanwhile is known as if it had come before.
  const lost = good.filter((draft) => !known.has(draft.id) && !taken.has(draft.id) && fits(draft))
  const meanwhile =
    lost.length === 0
      ? known
      : await knownNeeds(
          tx,
          lost.map(({ id }) => id),
        )
  return {
    judged: read.map(({ id, parsed }): NeedJudged => {
      const kept = known.get(id) ?? meanwhile.get(id)
      if (kept) return { id, outcome: 'known', number: numberOf(kept), refusal: null }
      if (taken.has(id)) return { id, outcome: 'taken', number: taken.get(id) ?? null, refusal: null }
      const refusal = parsed.success ? whyNot(parsed.data, today.toString()) : faultOf(parsed.error)
      return { id, outcome: 'refused', number: null, refusal }
    }),
  }
})

const whyNot = (draft: NeedDraft, today: string): Refusal => {
  if (draft.receivedOn > today) return isHereafter('receivedOn', draft.receivedOn)
  return draft.visitId === null
    ? idIsTaken()
    : refuse('not-found', '所属的走访还没有收下。走访收下以后，这件需求会再传。', { field: 'visitId' })
}

export const needDraftRoutes: readonly Route[] = [drafts]
