import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'
import { STAGES } from './shape.ts'
import type { ThemeForm } from './theme-days.ts'

const FORMS = [
  'study',
  'discussion',
  'visit',
  'service',
  'deliberation',
] as const satisfies readonly ThemeForm[]

const unit = z.strictObject({ unit: Id })
const Year = z.coerce.number().int().min(1990).max(2100)

const Fixed = {
  monthDay: z.number().int().min(1).max(31).nullable(),
  /** Counted from the month's beginning; 5 is the last. */
  week: z.number().int().min(1).max(5).nullable(),
  weekday: z.number().int().min(1).max(7).nullable(),
  fixedParts: z.array(Written(200)).max(12),
}

export const ThemeRule = z.object({ ...Fixed, since: IsoDay, words: z.string(), version: Version })
export type ThemeRule = z.infer<typeof ThemeRule>

export const ThemePart = z.object({
  /** None for a fixed part that nobody prepares. */
  id: Id.nullable(),
  title: z.string(),
  fixed: z.boolean(),
  ownerId: Id.nullable(),
  ownerName: z.string().nullable(),
  readyOn: IsoDay.nullable(),
  readyNote: z.string().nullable(),
})
export type ThemePart = z.infer<typeof ThemePart>

export const ThemeMonth = z.object({
  month: z.number().int(),
  /** By the fixed day; null while none is fixed. */
  day: IsoDay.nullable(),
  /** Why it is not the day that the rule names: 10月1日放假，顺延. */
  moved: z.string().nullable(),
  theme: z.string().nullable(),
  form: z.enum(FORMS).nullable(),
  preparerId: Id.nullable(),
  preparerName: z.string().nullable(),
  parts: z.array(ThemePart),
  /** The gathering of the month, the one recorded first where there are several. */
  meeting: z
    .object({
      id: Id,
      title: z.string(),
      heldOn: IsoDay,
      stage: z.enum(STAGES),
      topic: z.string().nullable(),
    })
    .nullable(),
  /** Null while nothing is planned for the month. */
  version: Version.nullable(),
})
export type ThemeMonth = z.infer<typeof ThemeMonth>

export const ThemeYear = z.object({
  year: z.number().int(),
  /** As it stands today, or from its first day on; null where no day is fixed. */
  rule: ThemeRule.nullable(),
  /** All that were fixed, in the order of their first days; also those to come. */
  rules: z.array(ThemeRule),
  /** Whether the year's days off are announced; else only weekends count. */
  published: z.boolean(),
  months: z.array(ThemeMonth),
})
export type ThemeYear = z.infer<typeof ThemeYear>

export const readThemeYear = endpoint({
  method: 'get',
  path: '/api/units/{unit}/theme-days',
  summary: '查看主题党日安排',
  asks: 'meeting.read',
  params: unit,
  query: z.strictObject({ year: Year }),
  answer: ThemeYear,
})

/** The version is that of the rule with the same first day, where there is one. */
export const fixThemeDay = endpoint({
  method: 'put',
  path: '/api/units/{unit}/theme-day-rule',
  summary: '固定主题党日',
  asks: 'meeting.record',
  params: unit,
  body: z.strictObject({ ...Fixed, since: IsoDay, version: Version.nullable() }),
  answer: ThemeYear,
})

/** One month or a whole year ahead; months that are not named stay as they are. */
export const planThemes = endpoint({
  method: 'put',
  path: '/api/units/{unit}/theme-months',
  summary: '安排主题党日主题',
  asks: 'meeting.record',
  params: unit,
  body: z.strictObject({
    year: z.number().int().min(1990).max(2100),
    months: z
      .array(
        z.strictObject({
          month: z.number().int().min(1).max(12),
          theme: Written(200),
          form: z.enum(FORMS).nullable(),
          preparerId: Id.nullable(),
          parts: z
            .array(z.strictObject({ title: Written(200), fixed: z.boolean(), ownerId: Id.nullable() }))
            .max(20),
          version: Version.nullable(),
        }),
      )
      .min(1)
      .max(12),
  }),
  answer: ThemeYear,
})

/** 准备好了: by whoever prepares the part. */
export const readyThemePart = endpoint({
  method: 'post',
  path: '/api/theme-parts/{part}/ready',
  summary: '登记环节准备好',
  asks: 'signed-in',
  params: z.strictObject({ part: Id }),
  body: z.strictObject({ note: Line(500).nullable(), version: Version }),
  answer: z.object({ id: Id, readyOn: IsoDay }),
})

export const downloadThemeDay = endpoint({
  method: 'get',
  path: '/api/meetings/{meeting}/theme-day.docx',
  summary: '下载主题党日活动记录',
  asks: 'meeting.read',
  params: z.strictObject({ meeting: Id }),
})

export const downloadThemeList = endpoint({
  method: 'get',
  path: '/api/units/{unit}/theme-days.xlsx',
  summary: '下载主题党日一览表',
  asks: 'meeting.read',
  params: unit,
  query: z.strictObject({ year: Year }),
})

/** What is one's own to do: follow-ups of meetings, and parts of theme days to prepare. */
export const listOwnTasks = endpoint({
  method: 'get',
  path: '/api/me/tasks',
  summary: '查看我的事项',
  asks: 'signed-in',
  answer: z.object({
    followUps: z.array(
      z.object({
        id: Id,
        what: z.string(),
        unitName: z.string(),
        dueOn: IsoDay.nullable(),
        doneOn: IsoDay.nullable(),
        doneNote: z.string().nullable(),
        version: Version,
      }),
    ),
    parts: z.array(
      z.object({
        id: Id,
        unitName: z.string(),
        year: z.number().int(),
        month: z.number().int(),
        /** By the fixed day of the unit. */
        day: IsoDay.nullable(),
        theme: z.string(),
        title: z.string(),
        readyOn: IsoDay.nullable(),
        readyNote: z.string().nullable(),
        version: Version,
      }),
    ),
  }),
})
