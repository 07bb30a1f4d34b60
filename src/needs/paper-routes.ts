import { copyDocx, copyName } from '../documents/need-copy.ts'
import {
  needSheetDocx,
  opinionDocx,
  opinionName,
  referralLetterDocx,
  referralLetterName,
  resultDocx,
  resultName,
  sheetName,
} from '../documents/need-paper.ts'
import { OPINION_TAGS, REFERRAL_TAGS, RESULT_TAGS, SHEET_TAGS } from '../documents/need-tags.ts'
import { filled } from '../documents/template.ts'
import type { TemplateKind } from '../documents/template-kinds.ts'
import type { TagBook } from '../documents/template-tags.ts'
import { templateFor } from '../files/store.ts'
import type { Download } from '../http/endpoint.ts'
import { type Asked, type Route, route } from '../http/serve.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { nameOf } from '../people/names-store.ts'
import { recordOpening } from './apart-store.ts'
import { isHers, matterOf, writeStep } from './asking-jobs.ts'
import { copyOf } from './copy-jobs.ts'
import { GROUND_NAMES } from './grounds.ts'
import { fingerprintsOf, sealsOf } from './handling-store.ts'
import { type Matter, shownOf } from './matter.ts'
import * as contract from './paper-contract.ts'
import { letterOf, opinionOf, type Readable, resultOf, type Sent, sheetOf } from './paper-data.ts'
import { notHers, notLetIn } from './refusals.ts'
import { readingOf } from './words-jobs.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type Making = Asked<typeof contract.makeNeedPaper>

/** The matter with its words before whoever makes a paper of it; making one of a sensitive matter opens it, and stands on record. */
const openedFor = async (
  asked: Making,
  by: string,
): Promise<{ matter: Matter; need: Readable } | Refusal> => {
  const { tx, params, body, actor } = asked
  const matter = await matterOf(tx, params.need)
  if (isRefusal(matter)) return matter
  if (!isHers(actor, matter)) return notHers()
  if (matter.sensitive && !matter.apart) return notLetIn()
  if (body.ground === null && (matter.sensitive || params.paper === 'copy'))
    return refuse('invalid', '请选出具的理由。', { field: 'ground' })
  if (matter.sensitive && body.ground)
    await recordOpening(tx, { needId: matter.id, readerName: by, ground: body.ground })
  const { words, ...rest } = shownOf(matter, readingOf(asked, matter))
  return words ? { matter, need: { ...rest, words } } : notLetIn()
}

const make = route(contract.makeNeedPaper, async (asked) => {
  const by = (await nameOf(asked.tx, asked.actor.person)) ?? ''
  const opened = await openedFor(asked, by)
  if (isRefusal(opened)) return opened
  return PAPERS[asked.params.paper](asked, opened.need, { matter: opened.matter, by })
})

type Maker = (
  asked: Making,
  need: Readable,
  of: { matter: Matter; by: string },
) => Promise<Download | Refusal>

const word = async <Data>(
  { tx }: Making,
  unitId: string,
  paper: {
    kind: TemplateKind
    tags: TagBook<Data>
    name: (data: Data) => string
    docx: (data: Data) => Promise<Uint8Array>
  },
  data: Data,
): Promise<Download | Refusal> => {
  const bytes = await filled(await templateFor(tx, unitId, paper.kind), paper.tags, data, paper.docx)
  return isRefusal(bytes) ? bytes : { name: `${paper.name(data)}.docx`, type: WORD, bytes }
}

const sentIn = (need: Readable, id: string | null): Sent | Refusal => {
  const referral = need.referrals.find((each) => each.id === id)
  return referral?.words
    ? { ...referral, words: referral.words }
    : refuse('not-found', '这件需求没有这次转介。请刷新后再看。', { field: 'referral' })
}

const PAPERS: Readonly<Record<contract.NeedPaper, Maker>> = {
  referral: async (asked, need) => {
    const sent = sentIn(need, asked.body.referral)
    if (isRefusal(sent)) return sent
    const paper = {
      kind: 'need-referral-template',
      tags: REFERRAL_TAGS,
      name: referralLetterName,
      docx: referralLetterDocx,
    } as const
    return word(asked, need.unitId, paper, letterOf(need, sent))
  },
  opinion: async (asked, need) => {
    const sent = sentIn(need, asked.body.referral)
    if (isRefusal(sent)) return sent
    const data = opinionOf(need, sent)
    if (!data) return refuse('conflict', '还没有对这个单位提出督促处理意见。请先登记意见。')
    const paper = {
      kind: 'need-opinion-template',
      tags: OPINION_TAGS,
      name: opinionName,
      docx: opinionDocx,
    } as const
    return word(asked, need.unitId, paper, data)
  },
  result: async (asked, need) => {
    const data = resultOf(need)
    if (!data) return refuse('conflict', '还没有办理结果，不能出具告知书。请先登记结果。')
    const paper = {
      kind: 'need-result-template',
      tags: RESULT_TAGS,
      name: resultName,
      docx: resultDocx,
    } as const
    return word(asked, need.unitId, paper, data)
  },
  sheet: async (asked, need) => {
    const paper = {
      kind: 'need-sheet-template',
      tags: SHEET_TAGS,
      name: sheetName,
      docx: needSheetDocx,
    } as const
    return word(asked, need.unitId, paper, sheetOf(need))
  },
  /** No template of one's own for the copy: what it certifies is the product's to say. */
  copy: async (asked, need, { matter, by }) => {
    const ground = asked.body.ground ? GROUND_NAMES[asked.body.ground] : ''
    const copy = await copyOf(asked.tx, need, { on: asked.today.toString(), by, ground })
    await writeStep(asked, matter, { kind: 'copied', text: `${ground}。副本校验码 ${copy.digest}` })
    return { name: `${copyName(copy)}.docx`, type: WORD, bytes: await copyDocx(copy) }
  },
}

/** Whether words on paper are those that a step was written with. Nothing is shown: whoever asks holds the paper. */
const check = route(contract.checkCopy, async (asked) => {
  const { tx, params, body, sealed, actor } = asked
  const matter = await matterOf(tx, params.need)
  if (isRefusal(matter)) return matter
  if (!isHers(actor, matter)) return notHers()
  const kept = (await fingerprintsOf(tx, matter.id)).get(body.step)
  if (!kept) return refuse('not-found', '这件需求没有这条记录，或这条记录没有内容。', { field: 'step' })
  const same = sealed.fingerprint(body.text, `need_step ${body.step}`) === kept
  return { same, seal: (await sealsOf(tx, matter.id)).get(body.step)?.seal ?? null }
})

export const needPaperRoutes: readonly Route[] = [make, check]
