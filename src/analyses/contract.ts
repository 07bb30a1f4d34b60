import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'

export const MOST_TEXT = 20_000

/** How an analysis came to be done: its text given to the branch, said by herself to be written and kept, or handed in on paper. */
export const WAYS = ['handed-in', 'kept', 'paper'] as const
export type Way = (typeof WAYS)[number]

/** What an officer opens handed-in text for; one of these is chosen, nothing is typed. */
export const PURPOSES = ['opinion', 'appraisal', 'life-meeting', 'check'] as const
export type Purpose = (typeof PURPOSES)[number]

const period = { from: IsoDay, to: IsoDay, name: z.string() }

/** One heading as written: `former` is what she wrote under it in the last period of before, `asked` whether the present list has it. */
export const OwnPart = z.object({
  heading: z.string(),
  text: z.string(),
  former: z.string().nullable(),
  asked: z.boolean(),
})
export type OwnPart = z.infer<typeof OwnPart>

export const Opinion = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  text: z.string(),
  byName: z.string(),
  givenOn: IsoDay,
  version: Version,
})
export type Opinion = z.infer<typeof Opinion>

export const Done = z.object({
  id: Id,
  way: z.enum(WAYS),
  doneOn: IsoDay,
  /** Headings whose text was handed in. */
  headings: z.array(z.string()),
  opinions: z.array(Opinion),
})
export type Done = z.infer<typeof Done>

export const OwnAnalysis = z.object({
  ...period,
  /** Her periods with the present one first, so that former ones can be read again. */
  periods: z.array(z.object({ from: IsoDay, name: z.string() })),
  unitName: z.string(),
  parts: z.array(OwnPart),
  /** Of the draft; 0 while there is none. */
  version: z.number().int().min(0),
  done: Done.nullable(),
})
export type OwnAnalysis = z.infer<typeof OwnAnalysis>

const own = z.strictObject({ from: IsoDay })

export const readOwnAnalysis = endpoint({
  method: 'get',
  path: '/api/me/analysis',
  summary: '查看自己的党性分析',
  asks: 'signed-in',
  query: z.strictObject({ from: IsoDay.optional() }),
  answer: OwnAnalysis,
})

export const keepAnalysis = endpoint({
  method: 'put',
  path: '/api/me/analyses/{from}',
  summary: '保存自己的党性分析',
  asks: 'signed-in',
  params: own,
  body: z.strictObject({
    parts: z.array(z.strictObject({ heading: Written(60), text: Line(MOST_TEXT) })).max(40),
    version: z.number().int().min(0),
  }),
  answer: z.object({ version: z.number().int() }),
})

/** Hands in the chosen headings; the draft stays hers, and later changes to it do not travel along. */
export const handInAnalysis = endpoint({
  method: 'post',
  path: '/api/me/analyses/{from}/handing-in',
  summary: '交党性分析',
  asks: 'signed-in',
  params: own,
  body: z.strictObject({ headings: z.array(Written(60)).min(1).max(40) }),
  answer: OwnAnalysis,
})

/** 本人说明已完成: written and kept, nothing leaves her. */
export const sayAnalysisKept = endpoint({
  method: 'post',
  path: '/api/me/analyses/{from}/completion',
  summary: '说明党性分析已完成',
  asks: 'signed-in',
  params: own,
  answer: OwnAnalysis,
})

export const withdrawOwnAnalysis = endpoint({
  method: 'delete',
  path: '/api/me/analyses/{from}/handing-in',
  summary: '撤回交来的党性分析',
  asks: 'signed-in',
  params: own,
  answer: OwnAnalysis,
})

export const downloadOwnAnalysis = endpoint({
  method: 'get',
  path: '/api/me/analyses/{from}/paper',
  summary: '下载自己的党性分析材料',
  asks: 'signed-in',
  params: own,
})

export const AnalysisLine = z.object({
  personId: Id,
  name: z.string(),
  /** Pinyin initials, for picking by keyboard. */
  initials: z.string(),
  groupName: z.string().nullable(),
  /** Null while it is not done. */
  way: z.enum(WAYS).nullable(),
  doneOn: IsoDay.nullable(),
  id: Id.nullable(),
  /** The units that have answered. */
  answeredBy: z.array(Id),
})
export type AnalysisLine = z.infer<typeof AnalysisLine>

/** Who has done it and who has not, by the strokes of their names; no text. */
export const listAnalyses = endpoint({
  method: 'get',
  path: '/api/units/{unit}/analyses',
  summary: '查看党性分析是否完成',
  asks: 'analysis.see',
  params: z.strictObject({ unit: Id }),
  query: z.strictObject({ from: IsoDay.optional() }),
  answer: z.object({
    ...period,
    periods: z.array(z.object({ from: IsoDay, name: z.string() })),
    people: z.array(AnalysisLine),
  }),
})

const opened = z.strictObject({ purpose: z.enum(PURPOSES) })

export const HandedIn = z.object({
  id: Id,
  personId: Id,
  name: z.string(),
  periodName: z.string(),
  way: z.enum(WAYS),
  doneOn: IsoDay,
  parts: z.array(z.object({ heading: z.string(), text: z.string() })),
  opinions: z.array(Opinion),
  /** In whose name the reader may answer: the group, the branch. */
  answers: z.array(z.object({ unitId: Id, unitName: z.string() })),
})
export type HandedIn = z.infer<typeof HandedIn>

/** Opens what was handed in; that it was opened, by whom and for what is kept for the person concerned. */
export const openAnalysis = endpoint({
  method: 'post',
  path: '/api/analyses/{analysis}/opening',
  summary: '打开交来的党性分析',
  asks: 'analysis.see',
  params: z.strictObject({ analysis: Id }),
  body: opened,
  answer: HandedIn,
})

export const downloadAnalysis = endpoint({
  method: 'post',
  path: '/api/analyses/{analysis}/paper',
  summary: '下载交来的党性分析材料',
  asks: 'analysis.see',
  params: z.strictObject({ analysis: Id }),
  body: opened,
})

/** The answer of a group or a branch. `version` null for the first; else of the one that is changed. */
export const answerAnalysis = endpoint({
  method: 'put',
  path: '/api/analyses/{analysis}/opinions/{unit}',
  summary: '对党性分析提出意见',
  asks: 'analysis.see',
  params: z.strictObject({ analysis: Id, unit: Id }),
  body: z.strictObject({ text: Written(4000), version: Version.nullable() }),
  answer: Opinion,
})

/** What members handed in on paper: that it came, and when. Several at once. */
export const enterPapers = endpoint({
  method: 'post',
  path: '/api/units/{unit}/analyses',
  summary: '登记纸质交来的党性分析',
  asks: 'analysis.see',
  params: z.strictObject({ unit: Id }),
  body: z.strictObject({ personIds: z.array(Id).min(1).max(200), from: IsoDay, doneOn: IsoDay }),
  answer: z.object({ entered: z.number().int() }),
})

export const undoPaper = endpoint({
  method: 'delete',
  path: '/api/analyses/{analysis}',
  summary: '撤销纸质登记',
  asks: 'analysis.see',
  params: z.strictObject({ analysis: Id }),
  answer: z.object({ id: Id }),
})
