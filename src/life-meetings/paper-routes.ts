import type { Sealed } from '../database/sealed.ts'
import {
  type LifePaper,
  lifeCheckDocx,
  lifeCheckName,
  lifeOpinionsDocx,
  lifeOpinionsName,
  lifePlanDocx,
  lifePlanName,
  lifeRectificationDocx,
  lifeRectificationName,
  lifeReportDocx,
  lifeReportName,
} from '../documents/life-paper.ts'
import { rectificationSheetName, rectificationXlsx } from '../documents/life-sheet.ts'
import { LIFE_TAGS } from '../documents/life-tags.ts'
import { steady, steadyZip } from '../documents/steady.ts'
import { filled } from '../documents/template.ts'
import { templateFor } from '../files/store.ts'
import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { isRefusal, type Refusal } from '../kernel/outcome.ts'
import * as contract from './contract.ts'
import { type PaperRow, papersOf } from './paper-store.ts'
import { noRound, notYours } from './refusals.ts'
import { roundOf } from './round-store.ts'
import { type Asking, contentName, wordsOf } from './view-jobs.ts'

type Paper = (typeof contract.PAPERS)[number]

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const BUILT: Record<
  Paper,
  { name: (data: LifePaper) => string; docx: (data: LifePaper) => Promise<Uint8Array> }
> = {
  plan: { name: lifePlanName, docx: lifePlanDocx },
  opinions: { name: lifeOpinionsName, docx: lifeOpinionsDocx },
  check: { name: lifeCheckName, docx: lifeCheckDocx },
  rectification: { name: lifeRectificationName, docx: lifeRectificationDocx },
  report: { name: lifeReportName, docx: lifeReportDocx },
}

/** The round's paper, for its leaders: to others the counts of what is a person's own would come out short. */
const paperFor = async (
  { tx, actor, sealed }: Pick<Asking, 'tx' | 'actor' | 'sealed'>,
  id: string,
): Promise<(LifePaper & { unitId: string }) | Refusal> => {
  const round = await roundOf(tx, id)
  if (!round) return noRound()
  if (!may(actor.grants, 'life.lead', round.path)) return notYours(round.unitName)
  const [row] = await papersOf(tx, { round: id })
  return row ? { ...opened(row, sealed), unitId: row.unitId } : noRound()
}

const opened = ({ opinions, ...row }: PaperRow, sealed: Sealed): LifePaper => ({
  ...row,
  opinions: opinions.map(({ id, source, about, content }) => ({
    source,
    about,
    text: wordsOf(sealed.reveal(Buffer.from(content, 'hex'), contentName('life_opinion', id))).text,
  })),
})

const downloadLifePaper = route(contract.downloadLifePaper, async (asked) => {
  const { tx, params } = asked
  const data = await paperFor(asked, params.round)
  if (isRefusal(data)) return data
  const { name, docx } = BUILT[params.paper]
  const own = await templateFor(tx, data.unitId, `life-${params.paper}-template`)
  const bytes = await filled(own, LIFE_TAGS, data, docx)
  return isRefusal(bytes) ? bytes : { name: `${name(data)}.docx`, type: WORD, bytes }
})

const downloadRectificationSheet = route(contract.downloadRectificationSheet, async (asked) => {
  const data = await paperFor(asked, asked.params.round)
  if (isRefusal(data)) return data
  return { name: `${rectificationSheetName(data)}.xlsx`, type: SHEET, bytes: await rectificationXlsx(data) }
})

/** All papers of the round in one file, each by the unit's own template where it has one. */
const downloadLifeSet = route(contract.downloadLifeSet, async (asked) => {
  const data = await paperFor(asked, asked.params.round)
  if (isRefusal(data)) return data
  const files: { path: string; bytes: Uint8Array }[] = []
  for (const [at, paper] of contract.PAPERS.entries()) {
    const { name, docx } = BUILT[paper]
    const own = await templateFor(asked.tx, data.unitId, `life-${paper}-template`)
    const bytes = await filled(own, LIFE_TAGS, data, docx)
    if (isRefusal(bytes)) return bytes
    const path = `${at + 1} ${name(data)}.docx`
    files.push({ path, bytes: steady(path, bytes) })
  }
  const sheet = `${files.length + 1} ${rectificationSheetName(data)}.xlsx`
  files.push({ path: sheet, bytes: steady(sheet, await rectificationXlsx(data)) })
  const name = `${data.unitName}${data.forYear}年度组织生活会文书.zip`
  return { name, type: 'application/zip', bytes: steadyZip(files) }
})

export const paperRoutes: readonly Route[] = [downloadLifePaper, downloadRectificationSheet, downloadLifeSet]
