import { byStrokes } from '../kernel/strokes.ts'
import type { MinutesData, NoticeData, PaperMeeting, PaperResolution } from './contract.ts'
import { returnWords } from './return-words.ts'
import { clauses, notVoted, quorumWords, voteWords } from './vote-words.ts'
import { amendedField, dateWords, dayIn, GAP, kindName, kindsName, orGap, timeWords } from './wording.ts'

/** A tag of a unit's own template, `{地点}`, and what comes in its place. */
export type Tag<Of> = { tag: string; says: string; of: (data: Of) => string }
/** A part that is repeated, `{#议程}…{/议程}`, with the tags that stand inside it. */
export type Repeated<Of> = { tag: string; says: string; inside: readonly string[]; rows: (data: Of) => Row[] }
export type Row = Readonly<Record<string, string>>
/** Every tag that a kind of template may use. */
export type TagBook<Of> = { single: readonly Tag<Of>[]; repeated: readonly Repeated<Of>[] }

/** Nobody in a state is 无 and 0; while some are not stated at all it is a gap. */
const none = ({ attendance }: PaperMeeting, nobody: string): string =>
  attendance.some(({ state, entitled }) => entitled && state === 'not-stated') ? GAP : nobody

const names = (meeting: PaperMeeting, state: string): string =>
  byStrokes(meeting.attendance.filter((attendee) => attendee.state === state))
    .map(({ name, reason }) => (state === 'excused' ? `${name}（${orGap(reason)}）` : name))
    .join('、') || (state === 'not-stated' || state === 'observing' ? '无' : none(meeting, '无'))

const count = (meeting: PaperMeeting, state: string): string => {
  const counted = entitled(meeting).filter((attendee) => attendee.state === state).length
  return counted === 0 ? none(meeting, '0') : String(counted)
}

const entitled = ({ attendance }: PaperMeeting) => attendance.filter((attendee) => attendee.entitled)

export const PLANNED: readonly Tag<PaperMeeting>[] = [
  { tag: '组织', says: '召开会议的组织', of: ({ unitName }) => unitName },
  { tag: '会议名称', says: '会议的标题', of: ({ title }) => title },
  { tag: '会议类型', says: '如：支部党员大会', of: ({ parts }) => kindsName(parts.map(({ kind }) => kind)) },
  { tag: '日期', says: '如：2026年11月25日', of: ({ heldOn }) => dateWords(heldOn) },
  {
    tag: '时间',
    says: '如：2026年11月25日（周三）下午3:00至4:30',
    of: ({ heldOn, startsAt, endsAt }) => timeWords(heldOn, startsAt, endsAt),
  },
  { tag: '地点', says: '会议地点', of: ({ place }) => orGap(place) },
  { tag: '主持人', says: '主持人姓名', of: ({ hostName }) => orGap(hostName) },
  {
    tag: '主题',
    says: '党课、主题党日等的主题',
    of: ({ parts }) => orGap(parts.flatMap(({ topic }) => topic ?? []).join('；')),
  },
  {
    tag: '讲课人',
    says: '党课讲课人',
    of: ({ parts }) => orGap(parts.flatMap(({ lecturerName }) => lecturerName ?? []).join('、')),
  },
  { tag: '应到人数', says: '应到人数', of: (meeting) => String(entitled(meeting).length) },
  {
    tag: '应到人员',
    says: '应到人员，按姓氏笔画',
    of: (meeting) =>
      byStrokes(entitled(meeting))
        .map(({ name }) => name)
        .join('、') || GAP,
  },
  { tag: '列席人员', says: '列席人员', of: (meeting) => names(meeting, 'observing') },
]

export const HELD: readonly Tag<PaperMeeting>[] = [
  { tag: '记录人', says: '记录人姓名', of: ({ recorderName }) => orGap(recorderName) },
  {
    tag: '有表决权人数',
    says: '应到人员中有表决权的人数',
    of: (meeting) => String(entitled(meeting).filter(({ votes }) => votes).length),
  },
  { tag: '实到人数', says: '实到人数', of: (meeting) => count(meeting, 'present') },
  { tag: '实到人员', says: '实到人员，按姓氏笔画', of: (meeting) => names(meeting, 'present') },
  { tag: '请假人数', says: '请假人数', of: (meeting) => count(meeting, 'excused') },
  { tag: '请假人员', says: '请假人员和事由', of: (meeting) => names(meeting, 'excused') },
  { tag: '缺席人数', says: '缺席人数', of: (meeting) => count(meeting, 'absent') },
  { tag: '缺席人员', says: '缺席人员', of: (meeting) => names(meeting, 'absent') },
  { tag: '未记人员', says: '到会情况没有记下的人员', of: (meeting) => names(meeting, 'not-stated') },
  {
    tag: '到会要求',
    says: '到会人数是否符合规定，附条款和人数',
    of: ({ judgments }) => judgments.map(quorumWords).join('；') || '无',
  },
  {
    tag: '记录日期',
    says: '提交记录的日期',
    of: ({ recordedOn }) => (recordedOn === null ? GAP : dateWords(recordedOn)),
  },
  {
    tag: '补录日期',
    says: '会后补录的日期和原因；按时记录的为“无”',
    of: ({ late, recordedOn, lateReason }) =>
      late && recordedOn !== null ? `${dateWords(recordedOn)}（原因：${orGap(lateReason)}）` : '无',
  },
  {
    tag: '审阅',
    says: '书记审阅的姓名和日期',
    of: ({ notedByName, notedAt }) =>
      notedByName === null || notedAt === null ? GAP : `${notedByName}，${dateWords(dayIn(notedAt))}`,
  },
  { tag: '依据', says: '所依据的条款', of: (meeting) => clauses(meeting).join('；') || '无' },
]

export const numbered = <Of>(rows: readonly Of[], of: (row: Of) => Row): Row[] =>
  rows.map((row, at) => ({ 序号: String(at + 1), ...of(row) }))

export const AGENDA: Repeated<PaperMeeting> = {
  tag: '议程',
  says: '每项议程重复一次',
  inside: ['序号', '标题', '类型', '发言要点', '不同意见'],
  rows: ({ agenda, parts }) =>
    numbered(agenda, ({ title, part, points, differing }) => ({
      标题: title,
      类型: kindName(parts[part - 1]?.kind ?? ''),
      发言要点: orGap(points),
      不同意见: differing ?? '无',
    })),
}

const resolutionRow = (resolution: PaperResolution): Row => ({
  内容: resolution.text,
  赞成: String(resolution.approve),
  反对: String(resolution.oppose),
  弃权: String(resolution.abstain),
  未投票: String(notVoted(resolution)),
  结果: resolution.passed ? '通过' : '未通过',
  表决: voteWords(resolution),
})

export const AFTER: readonly Repeated<PaperMeeting>[] = [
  {
    tag: '决议',
    says: '每项决议重复一次',
    inside: ['序号', '内容', '赞成', '反对', '弃权', '未投票', '结果', '表决'],
    rows: ({ resolutions }) => numbered(resolutions, resolutionRow),
  },
  {
    tag: '议定事项',
    says: '每项议定事项重复一次',
    inside: ['序号', '事项', '负责人', '完成时限'],
    rows: ({ followUps }) =>
      numbered(followUps, ({ what, ownerName, dueOn }) => ({
        事项: what,
        负责人: orGap(ownerName),
        完成时限: dueOn === null ? GAP : dateWords(dueOn),
      })),
  },
  {
    tag: '回头看',
    says: '每项以前的议定事项重复一次',
    inside: ['序号', '事项', '负责人', '办理情况'],
    rows: ({ returns }) =>
      numbered(returns, (task) => ({
        事项: task.what,
        负责人: orGap(task.ownerName),
        办理情况: returnWords(task),
      })),
  },
  {
    tag: '更正',
    says: '每处更正重复一次',
    inside: ['序号', '日期', '更正人', '项目', '原记', '更正为', '原因'],
    rows: ({ amendments }) =>
      numbered(amendments, ({ at, byName, field, was, becomes, reason }) => ({
        日期: dateWords(dayIn(at)),
        更正人: orGap(byName),
        项目: amendedField(field),
        原记: was ?? '无',
        更正为: becomes,
        原因: reason,
      })),
  },
]

export const ofMeeting = <Of extends { meeting: PaperMeeting }>(
  tags: readonly Tag<PaperMeeting>[],
): Tag<Of>[] => tags.map(({ tag, says, of }) => ({ tag, says, of: ({ meeting }) => of(meeting) }))

export const repeatedOf = <Of extends { meeting: PaperMeeting }>(
  parts: readonly Repeated<PaperMeeting>[],
): Repeated<Of>[] => parts.map((part) => ({ ...part, rows: ({ meeting }) => part.rows(meeting) }))

/** What a unit's own template of minutes may say. */
export const MINUTES_TAGS: TagBook<MinutesData> = {
  single: [
    { tag: '机关', says: '机关名称', of: ({ organName }) => organName },
    { tag: '次数', says: '本年第几次', of: ({ ordinal }) => (ordinal === null ? GAP : String(ordinal)) },
    ...ofMeeting<MinutesData>([...PLANNED, ...HELD]),
  ],
  repeated: repeatedOf([AGENDA, ...AFTER]),
}

/** What a unit's own template of notices may say. */
export const NOTICE_TAGS: TagBook<NoticeData> = {
  single: [
    { tag: '机关', says: '机关名称', of: ({ organName }) => organName },
    ...ofMeeting<NoticeData>(PLANNED),
    { tag: '联系人', says: '联系人（会议通知）', of: ({ contact }) => orGap(contact?.name) },
    { tag: '联系电话', says: '联系电话（会议通知）', of: ({ contact }) => orGap(contact?.phone) },
    { tag: '通知日期', says: '发出通知的日期（会议通知）', of: ({ issuedOn }) => dateWords(issuedOn) },
  ],
  repeated: repeatedOf([AGENDA]),
}
