import { recordOpenings } from '../audit/openings-store.ts'
import type { Acting } from '../database/acting.ts'
import type { Sealed } from '../database/sealed.ts'
import { type Route, route, type SignedIn } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import * as contract from './contract.ts'
import { PURPOSE_NAMES, type Purpose } from './kinds.ts'
import { readNote, readOpinion, sealedNote } from './note.ts'
import * as notes from './note-store.ts'
import { noTalk } from './read-routes.ts'
import * as store from './store.ts'

type Asking = { tx: Acting; actor: SignedIn; sealed: Sealed }

export const isOwn = (talk: { talkerId: string; partnerId: string }, person: string): boolean =>
  talk.talkerId === person || talk.partnerId === person

const nameIn = (talk: store.TalkRow, person: string): string =>
  person === talk.talkerId ? talk.talkerName : talk.partnerName

type Shown = NonNullable<NonNullable<contract.Talk['note']>['shown']>

const shownNote = (sealed: Sealed, talk: store.TalkRow, note: notes.NoteRow): Shown => ({
  ...readNote(sealed, talk.id, note.content),
  writtenOn: note.writtenOn,
  byName: nameIn(talk, note.writtenBy),
  version: note.version,
})

/** Drafts of the two; the text of those that the reader wrote, or of all once she has opened them. */
const draftsOf = (
  { actor, sealed }: Asking,
  opinions: readonly notes.OpinionRow[],
  opened: boolean,
): contract.Talk['drafts'] =>
  opinions
    .filter(({ agreedOn }) => agreedOn === null)
    .map(({ id, speakerId, draftedBy, content, version }) => ({
      id,
      speakerId,
      mine: draftedBy === actor.person,
      text: opened || draftedBy === actor.person ? readOpinion(sealed, id, content) : null,
      version,
    }))

/** A talk as the reader may see it: the committee that it was, the two what they wrote of it. */
export const talkShown = async (asked: Asking, id: string): Promise<contract.Talk | Refusal> => {
  const { tx, actor, sealed } = asked
  const talk = await store.talkOf(tx, id)
  if (!talk) return noTalk()
  const own = isOwn(talk, actor.person)
  const note = await notes.noteOf(tx, id)
  const opinions = await notes.opinionsOf(tx, id)
  const arranges = may(actor.grants, 'talk.arrange', talk.path) && !isOwn(talk, talk.recordedBy ?? '')
  const mine = note?.writtenBy === actor.person
  return {
    ...talk,
    own,
    note:
      note && own
        ? {
            byName: nameIn(talk, note.writtenBy),
            mine,
            writtenOn: note.writtenOn,
            version: note.version,
            shown: mine ? shownNote(sealed, talk, note) : null,
          }
        : null,
    drafts: own ? draftsOf(asked, opinions, false) : [],
    released: opinions.filter(({ agreedOn }) => agreedOn !== null) as contract.Talk['released'],
    mayWithdraw: own || arranges,
  }
}

const readTalk = route(contract.readTalk, (asked) => talkShown(asked, asked.params.talk))

/** The whole of a talk's text for one of the two, logged about the other one where she wrote any of it. */
export const openedNote = async (
  asked: Asking,
  id: string,
  purpose: Purpose,
): Promise<{ talk: store.TalkRow; note: Shown | null; opinions: notes.OpinionRow[] } | Refusal> => {
  const { tx, actor, sealed } = asked
  const talk = await store.talkOf(tx, id)
  if (!talk || !isOwn(talk, actor.person)) return noTalk()
  const note = await notes.noteOf(tx, id)
  const opinions = await notes.opinionsOf(tx, id)
  const byOther =
    (note && note.writtenBy !== actor.person) ||
    opinions.some(({ draftedBy, agreedOn }) => agreedOn === null && draftedBy !== actor.person)
  const aboutId = talk.talkerId === actor.person ? talk.partnerId : talk.talkerId
  if (byOther)
    await recordOpenings(tx, [{ aboutId, recordKind: 'talk', recordId: id, purpose: PURPOSE_NAMES[purpose] }])
  return { talk, note: note ? shownNote(sealed, talk, note) : null, opinions }
}

const openNote = route(contract.openNote, async (asked) => {
  const opened = await openedNote(asked, asked.params.talk, asked.body.purpose)
  if (isRefusal(opened)) return opened
  return { note: opened.note, drafts: draftsOf(asked, opened.opinions, true) }
})

const writeNote = route(contract.writeNote, async (asked) => {
  const { tx, actor, today, sealed, params, body } = asked
  const talk = await store.talkOf(tx, params.talk)
  if (!talk || !isOwn(talk, actor.person)) return noTalk()
  if (talk.stage !== 'held')
    return refuse('conflict', '这次谈话还没有登记为谈过。请先登记谈过，再写内容。', { field: 'talk' })
  const { version, ...note } = body
  const content = sealedNote(sealed, talk.id, note)
  const on = today.toString()
  const written =
    version === null
      ? await notes.insertNote(tx, talk.id, content, on)
      : await notes.changeNote(tx, talk.id, { content, writtenBy: actor.person, writtenOn: on }, version)
  if (!written)
    return refuse('stale', '对方刚写过这份记录，您写的没有保存，仍在本页。请先查看对方写的，再改。')
  return talkShown(asked, talk.id)
})

export const noteRoutes: readonly Route[] = [readTalk, openNote, writeNote]
