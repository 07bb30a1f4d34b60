import { slipDocx, talkRecordDocx, talkRecordName } from '../documents/talk-paper.ts'
import { talkRegisterXlsx } from '../documents/talk-register.ts'
import { TALK_TAGS } from '../documents/talk-tags.ts'
import { filled } from '../documents/template.ts'
import { templateFor } from '../files/store.ts'
import { type Route, route } from '../http/serve.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { organName } from '../organs/store.ts'
import * as contract from './contract.ts'
import { KIND_NAMES } from './kinds.ts'
import { readOpinion } from './note.ts'
import { isOwn, openedNote } from './note-routes.ts'
import { opinionOf } from './note-store.ts'
import { causeName, opinionLines, registerOf } from './papers.ts'
import { branchFor, noTalk, talksShown } from './read-routes.ts'
import * as store from './store.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const downloadTalks = route(contract.downloadTalks, async (asked) => {
  const { tx, actor, params, query } = asked
  const unit = await branchFor(tx, actor, params.unit, 'talk.read')
  if (isRefusal(unit)) return unit
  const shown = await talksShown(asked, unit, query.year)
  const bytes = await talkRegisterXlsx(registerOf(shown, await organName(tx)))
  return { name: `${unit.name}${query.year}年谈心谈话登记表.xlsx`, type: SHEET, bytes }
})

const downloadRecord = route(contract.downloadRecord, async (asked) => {
  const { tx, sealed, params, body } = asked
  const opened = await openedNote(asked, params.talk, body.purpose)
  if (isRefusal(opened)) return opened
  const { talk, note, opinions } = opened
  if (talk.heldOn === null)
    return refuse('conflict', '这次谈话还没有登记为谈过，没有记录可下载。请先登记谈过。')
  const data = {
    organName: await organName(tx),
    unitName: talk.unitName,
    talkerName: talk.talkerName,
    partnerName: talk.partnerName,
    kind: KIND_NAMES[talk.kind],
    heldOn: talk.heldOn,
    place: talk.place,
    cause: causeName(note?.cause ?? null),
    text: note?.text ?? null,
    follow: note?.follow ?? null,
    opinions: opinionLines(
      opinions.map(({ id, speakerId, content, wording, outcome }) => ({
        speakerId,
        text: wording ?? readOpinion(sealed, id, content),
        released: wording !== null,
        outcome,
      })),
      (person) => (person === talk.talkerId ? talk.talkerName : talk.partnerName),
    ),
  }
  const bytes = await filled(
    await templateFor(tx, talk.unitId, 'talk-record-template'),
    TALK_TAGS,
    data,
    talkRecordDocx,
  )
  return isRefusal(bytes) ? bytes : { name: `${talk.heldOn} ${talkRecordName(data)}.docx`, type: WORD, bytes }
})

const downloadSlip = route(contract.downloadSlip, async ({ tx, actor, params, body }) => {
  const opinion = await opinionOf(tx, params.opinion)
  const talk = opinion && (await store.talkOf(tx, opinion.talkId))
  if (!talk || !isOwn(talk, actor.person) || talk.heldOn === null) return noTalk()
  if (opinion.agreedOn !== null) return refuse('conflict', '这条意见建议已经转交过，不用再确认。')
  const speakerName = opinion.speakerId === talk.talkerId ? talk.talkerName : talk.partnerName
  const slip = { unitName: talk.unitName, speakerName, heldOn: talk.heldOn, wording: body.wording }
  return { name: `${talk.heldOn} 意见建议确认单.docx`, type: WORD, bytes: await slipDocx(slip) }
})

export const paperRoutes: readonly Route[] = [downloadTalks, downloadRecord, downloadSlip]
