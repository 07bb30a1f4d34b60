import { z } from 'zod'
import { endpoint, Id, Version, Written } from '../http/endpoint.ts'
import { GROUNDS } from './contract.ts'

export const MOST_BYTES = 10 * 1024 * 1024
export const MOST_PUBLIC_FILES = 3

/** What is answered of a file that was kept: its fingerprint is the SHA-256 of what was handed in. */
export const Kept = z.object({ name: z.string(), size: z.int(), fingerprint: z.string() })

export const addNeedFile = endpoint({
  method: 'post',
  path: '/api/needs/{need}/files',
  summary: '加入需求材料',
  asks: 'need.receive',
  params: z.object({ need: Id }),
  query: z.object({ name: Written(120), version: z.coerce.number().pipe(Version) }),
  upload: { most: MOST_BYTES },
  answer: Kept,
})

/** By post: a file of a sensitive matter is opened with a ground, which is written down before it is given out. */
export const takeNeedFile = endpoint({
  method: 'post',
  path: '/api/needs/{need}/files/{file}',
  summary: '下载需求材料',
  asks: 'need.receive',
  params: z.object({ need: Id, file: Id }),
  body: z.object({ ground: z.enum(GROUNDS).nullable().default(null) }),
})
