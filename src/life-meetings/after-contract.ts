import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'
import { ABOUTS, LifeRound, Problem } from './shape.ts'

// What follows the gathering: problems, measures, the report, and the round's papers.

const round = z.strictObject({ round: Id })
const version = z.strictObject({ version: Version })

/** All groups have met: the branch's duty of the year is done by it. */
export const finishGroups = endpoint({
  method: 'post',
  path: '/api/life-rounds/{round}/groups-done',
  summary: '登记各小组都已开完',
  asks: 'life.lead',
  params: round,
  body: version,
  answer: LifeRound,
})

/** They had not, or not so: what was counted by it is taken back. */
export const unfinishGroups = endpoint({
  method: 'post',
  path: '/api/life-rounds/{round}/groups-done/withdrawal',
  summary: '撤销各小组都已开完的登记',
  asks: 'life.lead',
  params: round,
  body: version,
  answer: LifeRound,
})

const Promised = {
  about: z.enum(ABOUTS),
  problem: Written(500),
  measure: Line(500).nullable(),
  ownerId: Id.nullable(),
  dueOn: IsoDay.nullable(),
}

export const addProblem = endpoint({
  method: 'post',
  path: '/api/life-rounds/{round}/problems',
  summary: '登记查摆的问题',
  asks: 'life.lead',
  params: round,
  body: z.strictObject(Promised),
  answer: LifeRound,
})

const problem = z.strictObject({ problem: Id })

export const changeProblem = endpoint({
  method: 'put',
  path: '/api/life-problems/{problem}',
  summary: '修改整改措施',
  asks: 'life.lead',
  params: problem,
  body: z.strictObject({ ...Promised, version: Version }),
  answer: Problem,
})

/** By whoever took it on, or by a leader of the round for her. */
export const reportMeasure = endpoint({
  method: 'post',
  path: '/api/life-problems/{problem}/done',
  summary: '填写整改办理情况',
  asks: 'signed-in',
  params: problem,
  body: z.strictObject({ doneText: Written(1000), meetingId: Id.nullable(), version: Version }),
  answer: Problem,
})

export const closeProblem = endpoint({
  method: 'post',
  path: '/api/life-problems/{problem}/closure',
  summary: '整改销号',
  asks: 'life.lead',
  params: problem,
  body: z.strictObject({ doneText: Line(1000).nullable(), version: Version }),
  answer: Problem,
})

export const reopenProblem = endpoint({
  method: 'post',
  path: '/api/life-problems/{problem}/reopening',
  summary: '重新整改',
  asks: 'life.lead',
  params: problem,
  body: z.strictObject({ reason: Written(300), version: Version }),
  answer: Problem,
})

export const sendLifeReport = endpoint({
  method: 'post',
  path: '/api/life-rounds/{round}/report',
  summary: '登记组织生活会情况报告已报送',
  asks: 'life.lead',
  params: round,
  body: z.strictObject({ sentOn: IsoDay, sentTo: Written(100), version: Version }),
  answer: LifeRound,
})

export const PAPERS = ['plan', 'opinions', 'check', 'rectification', 'report'] as const

export const downloadLifePaper = endpoint({
  method: 'get',
  path: '/api/life-rounds/{round}/papers/{paper}',
  summary: '下载组织生活会文书',
  asks: 'life.lead',
  params: z.strictObject({ round: Id, paper: z.enum(PAPERS) }),
})

export const downloadRectificationSheet = endpoint({
  method: 'get',
  path: '/api/life-rounds/{round}/rectification.xlsx',
  summary: '下载整改台账',
  asks: 'life.lead',
  params: round,
})

export const downloadLifeSet = endpoint({
  method: 'get',
  path: '/api/life-rounds/{round}/set.zip',
  summary: '下载组织生活会全套文书',
  asks: 'life.lead',
  params: round,
})
