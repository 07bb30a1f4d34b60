import {
  AFTER,
  AGENDA,
  HELD,
  numbered,
  ofMeeting,
  PLANNED,
  type Row,
  repeatedOf,
  type TagBook,
} from './template-tags.ts'
import { monthWords, partsWords, type ThemeDayData, tasksWords, themeWords } from './theme-day-sheet.ts'
import { orGap } from './wording.ts'

const own = (tags: typeof PLANNED) => tags.filter(({ tag }) => tag !== '主题')

const partRows = ({ meeting, fixedParts }: ThemeDayData, fixed: boolean): Row[] =>
  numbered(
    meeting.agenda.filter(({ title }) => fixedParts.includes(title) === fixed),
    ({ title, points, differing }) => ({ 标题: title, 情况: orGap(points), 不同意见: differing ?? '无' }),
  )

/** What a unit's own template of the theme day's record may say. */
export const THEME_DAY_TAGS: TagBook<ThemeDayData> = {
  single: [
    { tag: '机关', says: '机关名称', of: ({ organName }) => organName },
    { tag: '月份', says: '如：2026年11月', of: ({ meeting }) => monthWords(meeting) },
    { tag: '主题', says: '这个月的主题', of: ({ meeting }) => themeWords(meeting) },
    { tag: '活动形式', says: '如：志愿服务', of: ({ form }) => orGap(form) },
    {
      tag: '固定环节情况',
      says: '各固定环节和情况，合在一处',
      of: ({ meeting, fixedParts }) => partsWords(meeting, (name) => fixedParts.includes(name)),
    },
    {
      tag: '自选环节情况',
      says: '各自选环节和情况，合在一处',
      of: ({ meeting, fixedParts }) => partsWords(meeting, (name) => !fixedParts.includes(name)),
    },
    { tag: '议定事项情况', says: '议定的事，合在一处', of: ({ meeting }) => tasksWords(meeting) },
    ...ofMeeting<ThemeDayData>(own([...PLANNED, ...HELD])),
  ],
  repeated: [
    {
      tag: '固定环节',
      says: '每个固定环节重复一次',
      inside: ['序号', '标题', '情况', '不同意见'],
      rows: (data) => partRows(data, true),
    },
    {
      tag: '自选环节',
      says: '每个自选环节重复一次',
      inside: ['序号', '标题', '情况', '不同意见'],
      rows: (data) => partRows(data, false),
    },
    ...repeatedOf<ThemeDayData>([AGENDA, ...AFTER]),
  ],
}
