import type { Acting } from '../database/acting.ts'
import {
  conversionNoticeDocx,
  conversionNoticeName,
  requestDocx,
  requestName,
  resolutionDocx,
  resolutionName,
} from '../documents/conversion-paper.ts'
import { letterDocx, letterName, monthWords, receiptDocx, receiptName } from '../documents/letter-paper.ts'
import { superiorOf } from '../documents/superior.ts'
import { orGap } from '../documents/wording.ts'
import type { Block, Chapter, YearAsked, YearPaper } from '../documents/year-contract.ts'
import { day } from '../kernel/day.ts'
import { settledOf, shownUnit, unitOf } from '../organs/store.ts'
import { book } from '../rules/book.ts'
import { rulesStanding, settledOn } from '../rules/standing.ts'
import { conversionData } from './conversion-paper.ts'
import { END_WORDS, GROUND_WORDS, MOVE_WORDS, OUT_WORDS, OUTCOME_WORDS, voidWords } from './labels.ts'
import { letterData } from './letter-paper.ts'
import { inForce, numberWords, outShown } from './letters.ts'
import { probationShown } from './probation.ts'
import * as store from './year-store.ts'

type Table = Extract<Block, { kind: 'table' }>

/** 预备党员转正, 组织关系转接 and 流动党员 of the year. Four statements. */
export const changesChapters = async (tx: Acting, { units, year, today }: YearAsked): Promise<Chapter[]> => {
  const ends = await store.probationsIn(tx, units, year)
  // Of a past year as its last day stood: a letter that ran out since would change the year's papers without a record.
  const asOf = [`${year}-12-31`, today].sort()[0]!
  const out = (await store.outIn(tx, units, year)).map((each) => outShown(each, day(asOf)))
  const arrived = await store.arrivalsIn(tx, units, year)
  const floating = await store.floatingIn(tx, units, year)
  return [
    chapter('conversions', '预备党员转正', [
      table(
        '预备党员转正',
        ['姓名', '接收', '期满', '收到申请', '党员大会', '决议', '上报', '批复'],
        [10, 12, 12, 12, 12, 18, 12, 22],
        ends.map((each) => [
          each.personName,
          orGap(each.beganOn),
          orGap(each.keptEnd),
          orGap(each.appliedOn),
          orGap(each.discussedOn),
          each.outcome
            ? `${OUTCOME_WORDS[each.outcome]}${each.extendedTo ? `至${each.extendedTo}` : ''}`
            : '',
          each.submittedOn ?? '',
          [each.approvedOn, each.approvalNumber].filter(Boolean).join(' '),
        ]),
      ),
    ]),
    chapter('transfers', '组织关系转接', [
      table(
        '转出',
        ['姓名', '转往', '原因', '申请', '党费交到', '介绍信', '回执', '状态'],
        [10, 26, 12, 12, 12, 30, 12, 14],
        out.map((each) => [
          each.personName,
          each.toUnit,
          MOVE_WORDS[each.reason],
          each.appliedOn,
          monthWords(each.duesMonth),
          each.letters
            .map((letter) => {
              const over = letter.voidBecause ? `（${voidWords(letter.voidBecause)}作废）` : ''
              return `${numberWords(letter)} ${letter.issuedOn}${over}`
            })
            .join('\n'),
          each.receivedOn ?? '',
          OUT_WORDS[each.state],
        ]),
      ),
      table(
        '转入',
        ['姓名', '转自', '介绍信', '开出', '交来', '办理'],
        [10, 28, 18, 12, 12, 24],
        arrived.map((each) => [
          each.name,
          each.fromUnit,
          orGap(each.letterNumber),
          each.letterOn,
          each.broughtOn,
          each.acceptedOn
            ? `${each.acceptedOn}接收`
            : `${each.returnedOn}退回${each.returnedBecause ? `：${GROUND_WORDS[each.returnedBecause]}` : ''}`,
        ]),
      ),
    ]),
    chapter('floating', '流动党员', [
      table(
        '流动党员',
        ['姓名', '种类', '地点或原支部', '原因', '起', '预计到', '联系人', '最近联系', '结束'],
        [10, 8, 24, 12, 12, 12, 10, 18, 20],
        floating.map((each) => [
          each.personName,
          each.direction === 'away' ? '外出' : '外来',
          each.place,
          MOVE_WORDS[each.reason],
          each.since,
          each.expectedUntil ?? '',
          each.contactName ?? '',
          each.lastOn ? `${each.lastOn} ${each.lastBy ?? ''}` : '',
          each.endedOn ? `${each.endedOn}${each.endedHow ? END_WORDS[each.endedHow] : ''}` : '',
        ]),
      ),
    ]),
  ]
}

const table = (title: string, head: string[], widths: number[], rows: string[][]): Table | null =>
  rows.length === 0 ? null : { kind: 'table', title, head, widths, rows }

const chapter = (id: string, title: string, tables: readonly (Table | null)[]): Chapter => ({
  id,
  title,
  blocks: tables.filter((each) => each !== null),
})

/** Requests, resolutions and notices at the end of probations, letters and receipts. Seven statements at most. */
export const changesPapers = async (tx: Acting, asked: YearAsked): Promise<YearPaper[]> => {
  const { units, unitId, year, today } = asked
  const choices = await settledOf(tx)
  const unit = await shownUnit(tx, unitId)
  const above = unit?.parentId ? await unitOf(tx, unit.parentId) : undefined
  const superior = superiorOf(settledOn(choices, today), above?.name ?? null)
  const ruleOf = rulesStanding(book, choices, today)
  const ends = await store.probationsIn(tx, units, year)
  const out = await store.outIn(tx, units, year)
  const arrived = await store.arrivalsIn(tx, units, year)
  return [
    ...ends.flatMap(({ decided, person, ...kept }) => {
      const data = conversionData(
        probationShown(kept, ruleOf, day(today)),
        person ?? undefined,
        decided ?? undefined,
        superior,
      )
      if (!data) return []
      const { submittedOn, approvedOn, meeting } = data
      return [
        paper(meeting.heldOn, resolutionName(data), data.unitName, () => resolutionDocx(data)),
        ...(submittedOn
          ? [paper(submittedOn, requestName(data), data.unitName, () => requestDocx(data))]
          : []),
        ...(approvedOn
          ? [paper(approvedOn, conversionNoticeName(data), data.unitName, () => conversionNoticeDocx(data))]
          : []),
      ]
    }),
    ...out.flatMap(({ person, ...kept }) => {
      const transfer = outShown(kept, day(today))
      const letter = inForce(transfer)
      if (!letter || letter.year !== year) return []
      const data = letterData(transfer, letter, person ?? undefined)
      return [paper(letter.issuedOn, letterName(data), data.fromUnit, () => letterDocx(data))]
    }),
    ...arrived.flatMap(({ fromUnit, unitName, name, letterNumber, letterOn, acceptedOn }) => {
      if (acceptedOn === null) return []
      const data = { fromUnit, unitName, personName: name, letterNumber, letterOn, acceptedOn, by: null }
      return [paper(acceptedOn, receiptName(data), unitName, () => receiptDocx(data))]
    }),
  ]
}

const paper = (on: string, title: string, author: string, bytes: YearPaper['bytes']): YearPaper => ({
  ...{ series: 'changes', on, title, author, bytes },
  fileName: `${title}.docx`,
})
