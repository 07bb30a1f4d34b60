import { recordOpenings } from '../audit/openings-store.ts'
import {
  type AppraisalForm,
  ballotDocx,
  ballotName,
  registerDocx,
  registerName,
  registersDocx,
} from '../documents/appraisal-form.ts'
import { summaryXlsx } from '../documents/appraisal-sheet.ts'
import { summaryDocx, summaryName } from '../documents/appraisal-summary.ts'
import {
  APPRAISAL_BALLOT_TAGS,
  APPRAISAL_REGISTER_TAGS,
  APPRAISAL_SUMMARY_TAGS,
} from '../documents/appraisal-tags.ts'
import { steadyZip } from '../documents/steady.ts'
import { filled } from '../documents/template.ts'
import { templateFor } from '../files/store.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { type Asked, type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { organName } from '../organs/store.ts'
import { noRound, roundToLead } from './asking-jobs.ts'
import { PURPOSE_WORDS, type PURPOSES } from './kinds.ts'
import * as contract from './paper-contract.ts'
import { peopleOnPaper, wordsHandedIn } from './paper-store.ts'
import { ballotSheetOf, formOf, summaryOf } from './papers.ts'
import { type Round, takingPart } from './round.ts'
import { selfPlace } from './self-place.ts'
import { readRound } from './store.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const downloadBallotSheet = route(contract.downloadBallotSheet, async (asked) => {
  const { tx, params } = asked
  const round = await roundToLead(asked, params.appraisal)
  if (isRefusal(round)) return round
  const sheet = ballotSheetOf(round, await organName(tx))
  const own = await templateFor(tx, round.unitId, 'appraisal-ballot-template')
  const bytes = await filled(own, APPRAISAL_BALLOT_TAGS, sheet, ballotDocx)
  return isRefusal(bytes) ? bytes : { name: `${ballotName(sheet)}.docx`, type: WORD, bytes }
})

const downloadSummary = route(contract.downloadSummary, async ({ tx, actor, params, query }) => {
  const round = await readRound(tx, params.appraisal)
  if (!round || !may(actor.grants, 'appraisal.read', round.path)) return noRound()
  const summary = summaryOf(round, await organName(tx))
  if (query.as === 'xlsx')
    return { name: `${summaryName(summary)}.xlsx`, type: SHEET, bytes: await summaryXlsx(summary) }
  const own = await templateFor(tx, round.unitId, 'appraisal-summary-template')
  const bytes = await filled(own, APPRAISAL_SUMMARY_TAGS, summary, summaryDocx)
  return isRefusal(bytes) ? bytes : { name: `${summaryName(summary)}.docx`, type: WORD, bytes }
})

type Opening = Pick<Asked<Endpoint>, 'tx' | 'sealed'> & { body: { purpose: (typeof PURPOSES)[number] } }

/** The forms of one person or of all who take part, with what they handed in; every opening of it is kept on record. */
const formsOpened = async (
  { tx, sealed, body }: Opening,
  round: Round,
  person: string | null,
): Promise<AppraisalForm[]> => {
  const words = await wordsHandedIn(tx, round.id, person)
  await recordOpenings(
    tx,
    words.map(({ personId }) => ({
      aboutId: personId,
      recordKind: 'self-appraisal',
      recordId: round.id,
      purpose: PURPOSE_WORDS[body.purpose],
    })),
  )
  const texts = new Map(
    words.map(({ personId, content }) => [personId, sealed.reveal(content, selfPlace(round.id, personId))]),
  )
  const people = await peopleOnPaper(tx, round.id, round.path, round.decidedOn ?? round.rosterOn)
  const organ = await organName(tx)
  return takingPart(round)
    .filter(({ personId }) => person === null || personId === person)
    .map((seat) => {
      const text = texts.get(seat.personId)
      const onPaper = seat.paperOn === null ? null : ('paper' as const)
      const known = people.find(({ personId }) => personId === seat.personId)
      return formOf(round, seat, known, organ, text === undefined ? onPaper : { text })
    })
}

const takeRegister = route(contract.takeRegister, async (asked) => {
  const { tx, params } = asked
  const round = await roundToLead(asked, params.appraisal)
  if (isRefusal(round)) return round
  const [form] = await formsOpened(asked, round, params.person)
  if (!form) return refuse('not-found', '这一位不在评议名单上。请从名单中选择。', { field: 'person' })
  const own = await templateFor(tx, round.unitId, 'appraisal-register-template')
  const bytes = await filled(own, APPRAISAL_REGISTER_TAGS, form, registerDocx)
  return isRefusal(bytes) ? bytes : { name: `${registerName(form)}.docx`, type: WORD, bytes }
})

const takeSet = route(contract.takeSet, async (asked) => {
  const { tx, params } = asked
  const round = await roundToLead(asked, params.appraisal)
  if (isRefusal(round)) return round
  const forms = await formsOpened(asked, round, null)
  const organ = await organName(tx)
  const own = await templateFor(tx, round.unitId, 'appraisal-register-template')
  const files: { path: string; bytes: Uint8Array }[] = []
  const add = (path: string, bytes: Uint8Array | Refusal): Refusal | null => {
    if (isRefusal(bytes)) return bytes
    files.push({ path, bytes })
    return null
  }
  const summary = summaryOf(round, organ)
  const sheet = ballotSheetOf(round, organ)
  const ownSummary = await templateFor(tx, round.unitId, 'appraisal-summary-template')
  const ownBallot = await templateFor(tx, round.unitId, 'appraisal-ballot-template')
  const faults = [
    add(
      `1 ${summaryName(summary)}.docx`,
      await filled(ownSummary, APPRAISAL_SUMMARY_TAGS, summary, summaryDocx),
    ),
    add(`1 ${summaryName(summary)}.xlsx`, await summaryXlsx(summary)),
    add(`2 ${ballotName(sheet)}.docx`, await filled(ownBallot, APPRAISAL_BALLOT_TAGS, sheet, ballotDocx)),
    // A unit's own form is filled for each; only the built-in one can be set in one file.
    ...(own === null ? [add('3 登记表（全部）.docx', await registersDocx(forms))] : []),
  ]
  for (const [at, form] of forms.entries()) {
    const bytes = await filled(own, APPRAISAL_REGISTER_TAGS, form, registerDocx)
    faults.push(add(`4 登记表/${String(at + 1).padStart(2, '0')} ${form.name}.docx`, bytes))
  }
  const fault = faults.find((each) => each !== null)
  if (fault) return fault
  const name = `${round.unitName}${round.forYear}年度民主评议党员材料.zip`
  return { name, type: 'application/zip', bytes: steadyZip(files) }
})

export const paperRoutes: readonly Route[] = [downloadBallotSheet, downloadSummary, takeRegister, takeSet]
