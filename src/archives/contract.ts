import { z } from 'zod'
import { Count, endpoint, Id } from '../http/endpoint.ts'

export const JOB_KINDS = ['book', 'sheets', 'archive'] as const
export type JobKind = (typeof JOB_KINDS)[number]

export const JOB_STAGES = ['making', 'made', 'failed', 'interrupted', 'removed'] as const

/** A file that was or is being made of a year. */
export const Job = z.object({
  id: Id,
  kind: z.enum(JOB_KINDS),
  year: z.number().int(),
  stage: z.enum(JOB_STAGES),
  /** While it is made: which step of how many, and at what. */
  step: Count.nullable(),
  steps: Count.nullable(),
  doing: z.string().nullable(),
  fileName: z.string().nullable(),
  size: z.number().int().nullable(),
  fault: z.string().nullable(),
  madeByName: z.string(),
  madeAt: z.string(),
  expiresAt: z.string().nullable(),
})
export type Job = z.infer<typeof Job>

const Year = z.coerce.number().int().min(1990).max(2100)

export const readArchive = endpoint({
  method: 'get',
  path: '/api/units/{unit}/archive',
  summary: '查看年度手册和归档的内容',
  asks: 'archive.take',
  params: z.strictObject({ unit: Id }),
  query: z.strictObject({ year: Year.optional() }),
  answer: z.object({
    year: z.number().int(),
    unitName: z.string(),
    /** The units that get a book of their own. */
    books: z.array(z.string()),
    /** Why nothing can be made for this unit; null where it can. */
    whyNot: z.string().nullable(),
    /** What each chapter would hold; null where the reader's post does not open its records. */
    chapters: z.array(z.object({ id: z.string(), title: z.string(), records: Count.nullable() })),
    notKept: z.array(z.string()),
    retentions: z.array(z.object({ series: z.string(), title: z.string(), retention: z.string() })),
  }),
})

export const listArchiveJobs = endpoint({
  method: 'get',
  path: '/api/units/{unit}/archive/jobs',
  summary: '查看生成的手册和归档',
  asks: 'archive.take',
  params: z.strictObject({ unit: Id }),
  answer: z.object({ jobs: z.array(Job) }),
})

export const makeArchive = endpoint({
  method: 'post',
  path: '/api/units/{unit}/archive/jobs',
  summary: '生成手册或归档',
  asks: 'archive.take',
  params: z.strictObject({ unit: Id }),
  body: z.strictObject({ kind: z.enum(JOB_KINDS), year: z.number().int().min(1990).max(2100) }),
  answer: z.object({ id: Id }),
})

export const downloadArchive = endpoint({
  method: 'get',
  path: '/api/archive/jobs/{job}/file',
  summary: '下载手册或归档',
  asks: 'archive.take',
  params: z.strictObject({ job: Id }),
})
