import { type PatternReport, patternDocx } from '../documents/pattern-report.ts'
import { slipsDocx } from '../documents/survey-slips.ts'
import { filled } from '../documents/template.ts'
import { type ReportFigure, type WellbeingReport, wellbeingDocx } from '../documents/wellbeing-report.ts'
import { PATTERN_TAGS, WELLBEING_TAGS } from '../documents/wellbeing-tags.ts'
import { dateWords } from '../documents/wording.ts'
import { templateFor } from '../files/store.ts'
import { type Route, route } from '../http/serve.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { thresholdOn } from './asking-jobs.ts'
import type { Figure } from './contract.ts'
import * as contract from './contract.ts'
import { deskUnitOf } from './desk-store.ts'
import { figuresOf } from './figures-jobs.ts'
import { itemOf } from './item-store.ts'
import { noItem } from './pattern-routes.ts'
import { surveys } from './read.ts'
import { roundOf } from './round-store.ts'
import { printSlips } from './survey-contract.ts'
import { noRound } from './survey-routes.ts'
import { askedWords, roundWords } from './wording.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const item = route(contract.downloadItem, async ({ tx, today, params }) => {
  const kept = await itemOf(tx, params.item)
  if (!kept) return noItem()
  const unit = await deskUnitOf(tx)
  const { title, year, seen, seenOn, proposal, raisedTo, raisedOn, ownerName } = kept
  const data: PatternReport = {
    unitName: unit.name,
    kind: contract.ITEM_KIND_NAMES[kept.kind],
    title,
    year,
    ...seen,
    seenOn,
    threshold: await thresholdOn(tx, today),
    proposal,
    raisedTo,
    ownerName,
    on: raisedOn ?? seenOn,
  }
  const own = await templateFor(tx, unit.id, 'pattern-report-template')
  const bytes = await filled(own, PATTERN_TAGS, data, patternDocx)
  return isRefusal(bytes) ? bytes : { name: `情况反映（${title}）.docx`, type: WORD, bytes }
})

const figure = (threshold: number, { label, asked, answered, choices }: Figure): ReportFigure => ({
  label,
  asked: askedWords({ asked, answered }, threshold),
  rows: choices,
})

const report = route(contract.downloadWellbeing, async ({ tx, today, query }) => {
  const { year, until, threshold, told, rounds } = await figuresOf(tx, today, query.year ?? today.year)
  const unit = await deskUnitOf(tx)
  const groups = ({ text, whole, byQuarter, byOutcome }: (typeof told)[number]): ReportFigure[] => [
    { ...figure(threshold, whole), label: `${text}：全部` },
    ...(whole.choices
      ? [...byQuarter, ...(byOutcome.length > 1 ? byOutcome : [])].map((each) => ({
          ...figure(threshold, each),
          label: `${text}：${each.label}`,
        }))
      : []),
  ]
  const data: WellbeingReport = {
    unitName: unit.name,
    year,
    until,
    threshold,
    told: told.flatMap(groups),
    rounds: rounds.map((round) => ({
      title: `${round.title}：${round.audience}`,
      when: `${dateWords(round.fromOn)}至${dateWords(round.untilOn)}`,
      came: roundWords(round, threshold),
      figures: round.questions.map((each) => figure(threshold, each)),
    })),
    on: today.toString(),
  }
  const own = await templateFor(tx, unit.id, 'wellbeing-report-template')
  const bytes = await filled(own, WELLBEING_TAGS, data, wellbeingDocx)
  return isRefusal(bytes)
    ? bytes
    : { name: `${unit.name}${year}年满意度和自愿调查情况.docx`, type: WORD, bytes }
})

const slips = route(printSlips, async ({ tx, params, body }) => {
  const round = await roundOf(tx, params.round)
  const survey = round && surveys.get(round.survey)
  if (!round || !survey) return noRound()
  if (round.closedOn !== null) return refuse('conflict', '这次调查已经结束，发放条作废，不再出。')
  const address = new URL('/survey', body.origin)
  if (!/^https?:$/.test(address.protocol))
    return refuse('invalid', '「本系统地址」须以 http 或 https 开头。', { field: 'origin' })
  const { title, purpose } = survey
  const unitName = (await deskUnitOf(tx)).name
  const bytes = await slipsDocx({
    unitName,
    title,
    purpose,
    untilOn: round.untilOn,
    address: address.href,
    codes: body.codes,
  })
  return { name: `自愿调查发放条（${title}）.docx`, type: WORD, bytes }
})

export const paperRoutes: readonly Route[] = [item, report, slips]
