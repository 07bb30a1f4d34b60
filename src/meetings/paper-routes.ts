import { entryOf } from '../documents/calendar.ts'
import { minutesDocx, minutesName } from '../documents/minutes.ts'
import { noticeDocx, noticeName } from '../documents/notice.ts'
import { registerXlsx } from '../documents/register.ts'
import { filled } from '../documents/template.ts'
import { MINUTES_TAGS, NOTICE_TAGS } from '../documents/template-tags.ts'
import { templateFor } from '../files/store.ts'
import { type Route, route } from '../http/serve.ts'
import { dayOf } from '../kernel/day.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { organName, settledOf } from '../organs/store.ts'
import { nameOf } from '../people/names-store.ts'
import * as contract from './contract.ts'
import * as list from './list-store.ts'
import { minutesData, paperOf, registerRow, uidOf } from './papers.ts'
import { lightFor, lineOf, meetingShown, noUnit } from './read-routes.ts'
import * as store from './store.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const downloadNotice = route(contract.downloadNotice, async (asked) => {
  const { tx, actor, today, params } = asked
  const meeting = await meetingShown(asked, params.meeting)
  if (isRefusal(meeting)) return meeting
  const name = await nameOf(tx, actor.person)
  const data = {
    organName: await organName(tx),
    meeting: paperOf(meeting),
    contact: name === null ? null : { name, phone: null },
    issuedOn: (meeting.noticeSentAt ? dayOf(Temporal.Instant.from(meeting.noticeSentAt)) : today).toString(),
  }
  const own = await templateFor(tx, meeting.unitId, 'notice-template')
  const bytes = await filled(own, NOTICE_TAGS, data, noticeDocx)
  return isRefusal(bytes) ? bytes : { name: `${noticeName(data)}.docx`, type: WORD, bytes }
})

const downloadCalendarEntry = route(contract.downloadCalendarEntry, async (asked) => {
  const meeting = await meetingShown(asked, asked.params.meeting)
  if (isRefusal(meeting)) return meeting
  const text = entryOf({
    uid: uidOf(meeting.id),
    sequence: meeting.sequence,
    summary: meeting.title,
    description: meeting.agenda.map(({ title }, at) => `${at + 1}. ${title}`).join('\n'),
    changedAt: meeting.noticeSentAt ?? Temporal.Now.instant().toString(),
    cancelled: meeting.stage === 'cancelled',
    on: meeting.heldOn,
    from: meeting.startsAt,
    to: meeting.endsAt,
    place: meeting.place,
  })
  const bytes = new TextEncoder().encode(text)
  return { name: `${meeting.title}.ics`, type: 'text/calendar; charset=utf-8', bytes }
})

const downloadMinutes = route(contract.downloadMinutes, async (asked) => {
  const { tx, params, query } = asked
  const meeting = await meetingShown(asked, params.meeting)
  if (isRefusal(meeting)) return meeting
  if (meeting.stage === 'planned' || meeting.stage === 'cancelled')
    return refuse('conflict', '这次会议还没有记录，没有可下载的会议记录。请先填写记录。')
  const { id, unitId, heldOn, parts } = meeting
  const ordinal = await list.ordinalOf(tx, { id, unitId, heldOn, kind: parts[0]!.kind })
  const data = minutesData(meeting, await organName(tx), ordinal)
  const own = query.template === 'unit' ? await templateFor(tx, unitId, 'minutes-template') : null
  if (query.template === 'unit' && !own)
    return refuse('not-found', '本单位还没有换用自己的会议记录模板。请先在「设置」里上传，或下载通用格式。')
  const bytes = await filled(own, MINUTES_TAGS, data, minutesDocx)
  if (isRefusal(bytes)) return bytes
  return { name: `${heldOn} ${minutesName(data)}.docx`, type: WORD, bytes }
})

const downloadRegister = route(contract.downloadRegister, async (asked) => {
  const { tx, today, params, query } = asked
  const unit = await store.unitOf(tx, params.unit, today.toString())
  if (!unit) return noUnit()
  const light = lightFor(asked, await settledOf(tx), today.toString())
  const rows = (await list.registerOf(tx, unit.path, query.year)).map((line) => {
    const elsewhere = line.unitId === unit.id ? '' : `${line.unitName}：`
    return registerRow({ ...line, title: `${elsewhere}${line.title}`, late: lineOf(line, light).late })
  })
  const data = { organName: await organName(tx), unitName: unit.name, year: query.year, rows }
  const bytes = await registerXlsx(data)
  return { name: `${unit.name}${query.year}年会议登记表.xlsx`, type: SHEET, bytes }
})

export const paperRoutes: readonly Route[] = [
  downloadNotice,
  downloadCalendarEntry,
  downloadMinutes,
  downloadRegister,
]
