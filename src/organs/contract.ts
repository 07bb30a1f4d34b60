import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'

export const LINES = ['party', 'federation', 'union'] as const
export const UNIT_KINDS = [
  'committee-unit',
  'general-branch',
  'branch',
  'group',
  'federation-city',
  'federation-district',
  'federation-town',
  'federation-village',
  'women-committee',
  'union',
] as const
export type UnitLine = (typeof LINES)[number]
export type UnitKind = (typeof UNIT_KINDS)[number]

/** A unit as it stood on the day asked for. `path` is its present place and decides rights; `parentId` is that day's. */
export const Unit = z.object({
  id: Id,
  parentId: Id.nullable(),
  line: z.enum(LINES),
  kind: z.enum(UNIT_KINDS),
  name: z.string(),
  path: z.string(),
  foundedOn: IsoDay,
  dissolvedOn: IsoDay.nullable(),
  version: Version,
})
export type Unit = z.infer<typeof Unit>

/** A committee's term (届). `dueOn` is computed from the rule of the day of election; approval may have moved it. */
export const Term = z.object({
  id: Id,
  unitId: Id,
  electedOn: IsoDay,
  endedOn: IsoDay.nullable(),
  approvedUntil: IsoDay.nullable(),
  approvalNote: z.string().nullable(),
  /** The last day by the rule alone. */
  ruledOn: IsoDay,
  dueOn: IsoDay,
  remindOn: IsoDay,
  /** What the unit above may usually approve; null where no rule says. */
  earliestOn: IsoDay.nullable(),
  latestOn: IsoDay.nullable(),
  /** How an approved extension or advance stands to what is usual; beyond it, the reason on record answers for it. */
  shift: z
    .object({
      way: z.enum(['early', 'late']),
      bound: IsoDay.nullable(),
      holds: z.boolean(),
      words: z.string(),
      citation: z.string().nullable(),
    })
    .nullable(),
  citation: z.string(),
  version: Version,
})
export type Term = z.infer<typeof Term>

/** A local parameter: its present choice, what else may be chosen, and what it affects. Shares are written 4/5. */
export const Parameter = z.object({
  key: z.string(),
  title: z.string(),
  says: z.string(),
  /** The rules it bears on, by id. */
  affects: z.array(z.string()),
  choice: z.string(),
  byDefault: z.string(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })).nullable(),
  range: z.object({ least: z.string(), most: z.string(), unit: z.string().nullable() }).nullable(),
  since: IsoDay.nullable(),
})
export type Parameter = z.infer<typeof Parameter>

export const listUnits = endpoint({
  method: 'get',
  path: '/api/units',
  summary: '查看组织架构',
  asks: 'unit.read',
  query: z.strictObject({ on: IsoDay.optional() }),
  answer: z.object({ on: IsoDay, units: z.array(Unit) }),
})

export const makeUnit = endpoint({
  method: 'post',
  path: '/api/units',
  summary: '建立组织',
  asks: 'unit.change',
  body: z.strictObject({
    /** Null for the topmost unit of the federation or the union. */
    parentId: Id.nullable(),
    line: z.enum(LINES),
    kind: z.enum(UNIT_KINDS),
    name: Written(100),
    foundedOn: IsoDay,
  }),
  answer: Unit,
})

export const changeUnit = endpoint({
  method: 'put',
  path: '/api/units/{unit}',
  summary: '更名或调整隶属',
  asks: 'unit.change',
  params: z.strictObject({ unit: Id }),
  body: z.strictObject({ name: Written(100), parentId: Id.nullable(), since: IsoDay, version: Version }),
  answer: Unit,
})

export const dissolveUnit = endpoint({
  method: 'post',
  path: '/api/units/{unit}/dissolution',
  summary: '撤销组织',
  asks: 'unit.change',
  params: z.strictObject({ unit: Id }),
  body: z.strictObject({ on: IsoDay, version: Version }),
  answer: Unit,
})

export const listTerms = endpoint({
  method: 'get',
  path: '/api/units/{unit}/terms',
  summary: '查看届次',
  asks: 'unit.read',
  params: z.strictObject({ unit: Id }),
  answer: z.object({ terms: z.array(Term) }),
})

export const beginTerm = endpoint({
  method: 'post',
  path: '/api/units/{unit}/terms',
  summary: '登记届次',
  asks: 'unit.change',
  params: z.strictObject({ unit: Id }),
  body: z.strictObject({ electedOn: IsoDay }),
  answer: Term,
})

export const approveShift = endpoint({
  method: 'put',
  path: '/api/terms/{term}/shift',
  summary: '登记批准延期或提前换届',
  asks: 'unit.change',
  params: z.strictObject({ term: Id }),
  body: z.strictObject({ approvedUntil: IsoDay, approvalNote: Written(500), version: Version }),
  answer: Term,
})

export const listParameters = endpoint({
  method: 'get',
  path: '/api/parameters',
  summary: '查看本地参数',
  asks: 'unit.read',
  query: z.strictObject({ on: IsoDay.optional() }),
  answer: z.object({ parameters: z.array(Parameter) }),
})

export const chooseParameter = endpoint({
  method: 'post',
  path: '/api/parameters',
  summary: '选定本地参数',
  asks: 'parameter.change',
  body: z.strictObject({
    key: Written(100),
    choice: Written(60),
    since: IsoDay,
    reason: Line(500).optional(),
  }),
  answer: Parameter,
})
