import { z } from 'zod'
import type { Permission } from '../kernel/access.ts'

/** One request the product answers: its shape in, its shape out, and the right it asks for. Server, page and tests share it. */
export type Endpoint = {
  method: 'get' | 'post' | 'put' | 'delete'
  /** With parameters as `{name}`; the only spelling of the address anywhere. */
  path: `/api/${string}`
  /** In Chinese; becomes the operation's title in the OpenAPI document and the audit trail's wording. */
  summary: string
  /** `open`: without sign-in; `signed-in`: anyone with a session; else a permission held somewhere, judged per unit by the route. */
  asks: 'open' | 'signed-in' | Permission
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodObject
  /** A file as the raw body of the request, at most so many bytes; its name comes in the query. */
  upload?: { most: number }
  /** The answer's shape, parsed on the way out: a field it does not name never leaves. Absent: the answer is a file. */
  answer?: z.ZodType
}

export const endpoint = <const E extends Endpoint>(of: E): E => of

type Shape<S> = S extends z.ZodType ? z.output<S> : Record<never, never>
type Given<S> = S extends z.ZodType ? z.input<S> : Record<never, never>

export type Params<E extends Endpoint> = Shape<E['params']>
export type Query<E extends Endpoint> = Shape<E['query']>
export type Body<E extends Endpoint> = Shape<E['body']>
export type Answer<E extends Endpoint> = E['answer'] extends z.ZodType ? z.input<E['answer']> : Download

/** What a page hands to `call`: each part only where the endpoint has one. */
export type Input<E extends Endpoint> = (E['params'] extends z.ZodType
  ? { params: Given<E['params']> }
  : object) &
  (E['query'] extends z.ZodType ? { query?: Given<E['query']> } : object) &
  (E['body'] extends z.ZodType ? { body: Given<E['body']> } : object) &
  (E['upload'] extends object ? { file: Blob } : object)

export type Download = { name: string; type: string; bytes: Uint8Array }

// Fields that many contracts share.
export const Id = z.uuid()
/** A day of the two centuries that records can be of; reckoning on from year 9999 would leave what the database can hold. */
export const IsoDay = z.iso
  .date()
  .refine((on) => on >= '1900-01-01' && on <= '2199-12-31', '日期须在 1900 年到 2199 年之间')
export const Version = z.number().int().min(1)
export const Page = {
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}
export const Count = z.number().int().min(0).max(1_000_000)
/** A line of text as typed: outer blanks go, control characters are refused. */
export const Line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused here
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/, '含有不可见的控制字符，请删去')
export const Written = (most: number) => Line(most).min(1)
/** The one shape of every JSON refusal. */
export const RefusalShape = z.object({
  refused: z.string(),
  message: z.string(),
  field: z.string().optional(),
  because: z.unknown().optional(),
})
