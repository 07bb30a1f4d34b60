import { recordOpenings } from '../audit/openings-store.ts'
import type { Acting } from '../database/acting.ts'
import type { Sealed } from '../database/sealed.ts'
import type { Body } from '../http/endpoint.ts'
import { type Route, route, type SignedIn } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { namesOf } from '../people/names-store.ts'
import * as contract from './contract.ts'
import { PURPOSE_NAMES } from './kinds.ts'
import * as store from './outreach-store.ts'
import { barredAt, noUnit, staleNow } from './session-routes.ts'
import { unitOf } from './session-store.ts'

const noLecture = (): Refusal => refuse('not-found', '没有这次宣讲，或您看不到它。请从宣讲登记中选择。')
const noQuestion = (): Refusal => refuse('not-found', '没有这个问题，或不由您答复。请从页面上选择。')

type Given = Omit<Body<typeof contract.recordLecture>, 'questions'>
type Asked = Body<typeof contract.addQuestion>

const faultOf = ({ heldOn, lecturerId, lecturerName }: Given, today: string): Refusal | null => {
  if (heldOn > today)
    return refuse('invalid', `${heldOn} 在今天之后。请在宣讲之后再登记。`, { field: 'heldOn' })
  return lecturerId === null && !lecturerName
    ? refuse('invalid', '请选择讲课人；不在名册的，请写姓名。', { field: 'lecturerId' })
    : null
}

const faultOfAsked = ({ contact, consents }: Asked, at: string): Refusal | null =>
  contact && !consents
    ? refuse('invalid', '留联系方式须本人同意。请勾选同意，或删去联系方式。', { field: `${at}contact` })
    : null

/** Where the sealed part of a question belongs; it can be read nowhere else. */
const placeOf = (id: string): string => `outreach_question ${id} content`

const rowOf = (
  sealed: Sealed,
  of: { lectureId: string; unitId: string; ordinal: number },
  { text, askerName, contact, consents, ownerId, dueOn }: Asked,
  names: ReadonlyMap<string, string>,
): store.NewQuestion => {
  const id = crypto.randomUUID()
  const asker = { askerName: askerName || null, contact: contact || null }
  const keeps = asker.askerName !== null || asker.contact !== null
  return {
    id,
    ...of,
    text,
    content: keeps ? sealed.conceal(JSON.stringify(asker), placeOf(id)) : null,
    consents: asker.contact !== null && consents,
    ownerId,
    ownerName: (ownerId && names.get(ownerId)) || null,
    dueOn,
  }
}

const list = route(contract.listOutreach, async ({ tx, today, params, query }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  const lectures = await store.lecturesOf(tx, unit.path, query.year ?? today.year)
  return { lectures, lecturers: await store.lecturersOf(tx, unit.path) }
})

/** What of a lecture goes into its row; somebody on the roster is called as there. */
const headOf = async (tx: Acting, { lecturerName, ...given }: Given) => {
  const names = await namesOf(tx, [given.lecturerId])
  const name = (given.lecturerId && names.get(given.lecturerId)) || lecturerName
  return name
    ? { ...given, place: given.place || null, lecturerName: name }
    : refuse('not-found', '名册里没有所选的讲课人。请重新选择，或写姓名。', { field: 'lecturerId' })
}

const record = route(contract.recordLecture, async ({ tx, actor, today, sealed, params, body }) => {
  const { questions, ...given } = body
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  const faults = questions.map((asked, at) => faultOfAsked(asked, `questions.${at}.`))
  const barred =
    barredAt(actor, unit.path) ?? faultOf(given, today.toString()) ?? faults.find((each) => each !== null)
  if (barred) return barred
  const head = await headOf(tx, given)
  if ('refused' in head) return head
  const names = await namesOf(
    tx,
    questions.map(({ ownerId }) => ownerId),
  )
  const id = await store.insertLecture(tx, { ...head, unitId: unit.id, recordedOn: today.toString() })
  const rows = questions.map((asked, at) =>
    rowOf(sealed, { lectureId: id, unitId: unit.id, ordinal: at + 1 }, asked, names),
  )
  await store.insertQuestions(tx, rows)
  return { id }
})

const read = route(
  contract.readLecture,
  async ({ tx, params }) => (await store.lectureOf(tx, params.lecture)) ?? noLecture(),
)

const change = route(contract.changeLecture, async ({ tx, actor, today, params, body }) => {
  const { version, ...given } = body
  const known = await store.lectureOf(tx, params.lecture)
  if (!known) return noLecture()
  const barred = barredAt(actor, known.path) ?? faultOf(given, today.toString())
  if (barred) return barred
  const head = await headOf(tx, given)
  if ('refused' in head) return head
  return (await store.changeLecture(tx, known.id, version, head)) ? { id: known.id } : staleNow()
})

const withdraw = route(contract.withdrawLecture, async ({ tx, actor, now, params, body }) => {
  const known = await store.lectureOf(tx, params.lecture)
  if (!known) return noLecture()
  const barred = barredAt(actor, known.path)
  if (barred) return barred
  const withdrawn = { withdrawnAt: now.toString(), withdrawnReason: body.reason }
  return (await store.changeLecture(tx, known.id, body.version, withdrawn)) ? { id: known.id } : staleNow()
})

const add = route(contract.addQuestion, async ({ tx, actor, sealed, params, body }) => {
  const known = await store.lectureOf(tx, params.lecture)
  if (!known) return noLecture()
  const barred = barredAt(actor, known.path) ?? faultOfAsked(body, '')
  if (barred) return barred
  if (known.withdrawnReason !== null) return refuse('conflict', '这次宣讲的记录已撤销，不能再加问题。')
  const of = { lectureId: known.id, unitId: known.unitId, ordinal: known.questions.length + 1 }
  const row = rowOf(sealed, of, body, await namesOf(tx, [body.ownerId]))
  await store.insertQuestions(tx, [row])
  return { id: row.id }
})

const ownQuestions = route(contract.listOwnQuestions, async ({ tx, actor }) => ({
  questions: await store.ownQuestions(tx, actor.person),
}))

type Known = NonNullable<Awaited<ReturnType<typeof store.questionOf>>>

/** Whoever is to answer, or who records outreach there. */
const isHers = ({ person, grants }: SignedIn, { ownerId, path }: Known): boolean =>
  ownerId === person || may(grants, 'study.record', path)

const notHers = (): Refusal =>
  refuse('not-permitted', '这个问题由承办人本人、支委会成员或党小组长答复和告知。')

const answer = route(contract.answerQuestion, async ({ tx, actor, today, params, body }) => {
  const known = await store.questionOf(tx, params.question)
  if (!known) return noQuestion()
  if (!isHers(actor, known)) return notHers()
  if (known.toldBackOn !== null) return refuse('conflict', `这个问题已在 ${known.toldBackOn} 答复并告知。`)
  if (body.answeredOn > today.toString())
    return refuse('invalid', `「答复日期」${body.answeredOn} 在今天之后。请在答复之后再登记。`, {
      field: 'answeredOn',
    })
  const told = { answer: body.answer, answeredOn: body.answeredOn }
  return (await store.changeQuestion(tx, known.id, body.version, told)) ? { id: known.id } : staleNow()
})

const toldBack = route(
  contract.tellBack,
  async ({ tx, actor, today, params, body: { toldBackOn, version } }) => {
    const known = await store.questionOf(tx, params.question)
    if (!known) return noQuestion()
    if (!isHers(actor, known)) return notHers()
    if (known.answeredOn === null) return refuse('conflict', '还没有登记答复。请先写答复，再登记告知。')
    if (known.toldBackOn !== null) return refuse('conflict', `已在 ${known.toldBackOn} 告知。`)
    if (toldBackOn > today.toString() || toldBackOn < known.answeredOn)
      return refuse('invalid', `告知日期须在答复日期 ${known.answeredOn} 到今天之间。`, {
        field: 'toldBackOn',
      })
    return (await store.changeQuestion(tx, known.id, version, { toldBackOn })) ? { id: known.id } : staleNow()
  },
)

/** The opening is told to the one who took the question home: she gave her word for it. */
const open = route(contract.openAsker, async ({ tx, actor, sealed, params, body: { purpose } }) => {
  const known = await store.questionOf(tx, params.question)
  if (!known) return noQuestion()
  if (!isHers(actor, known)) return notHers()
  if (known.content === null) return refuse('not-found', '提问人没有留下称呼和联系方式。')
  const asker = JSON.parse(sealed.reveal(known.content, placeOf(known.id)))
  await recordOpenings(tx, [
    {
      aboutId: known.takenBy,
      recordKind: 'outreach-question',
      recordId: known.id,
      purpose: PURPOSE_NAMES[purpose],
    },
  ])
  return asker
})

export const outreachRoutes: readonly Route[] = [
  list,
  record,
  read,
  change,
  withdraw,
  add,
  ownQuestions,
  answer,
  toldBack,
  open,
]
