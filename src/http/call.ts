import { type Day, dayOf } from '../kernel/day.ts'
import type { Refusal } from '../kernel/outcome.ts'
import type { Answer, Endpoint, Input } from './endpoint.ts'

/** Thrown by `call` so that queries fail with the refusal in hand; pages show its message and its clause. */
export class Refused extends Error {
  override name = 'Refused'
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/**
 * Asks the server. Answers were parsed against the contract on their way out, so they are not parsed again here.
 * @throws Refused with the server's refusal, or with `unavailable` when it cannot be reached.
 */
export const call = async <E extends Endpoint>(endpoint: E, input: Input<E>): Promise<Answer<E>> => {
  const response = await request(endpoint, input)
  if (response.ok) return (await response.json()) as Answer<E>
  throw new Refused(await refusalOf(response))
}

/** Asks for a file by a request that carries something itself, which no link can. @throws Refused, as `call` does. */
export const callForFile = async <E extends Endpoint>(endpoint: E, input: Input<E>): Promise<File> => {
  const response = await request(endpoint, input)
  if (!response.ok) throw new Refused(await refusalOf(response))
  const name = response.headers.get('content-disposition')?.split("''")[1]
  const type = response.headers.get('content-type') ?? ''
  return new File([await response.blob()], decodeURIComponent(name ?? ''), { type })
}

/** The address of a request that the browser opens by itself, such as a download. */
export const addressOf = <E extends Endpoint>(endpoint: E, input: Input<E>): string => {
  const { params, query } = input as { params?: Record<string, unknown>; query?: Record<string, unknown> }
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params?.[name])),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined) search.set(name, String(value))
  return search.size > 0 ? `${path}?${search}` : path
}

/** The day by the server's calendar, which every answer names: a browser's clock may be wrong, and a demo keeps a day of its own. */
export const serverToday = (): Day => clock().add({ days: ahead })

export const TODAY_HEADER = 'x-today'

let ahead = 0

const clock = (): Day => dayOf(Temporal.Now.instant())

const heed = (told: string | null): void => {
  if (told) ahead = clock().until(told, { largestUnit: 'days' }).days
}

const request = async <E extends Endpoint>(endpoint: E, input: Input<E>): Promise<Response> => {
  const { body, file } = input as { body?: unknown; file?: Blob }
  const sent = file ?? (body === undefined ? null : JSON.stringify(body))
  const type = file ? 'application/octet-stream' : 'application/json'
  try {
    const response = await fetch(addressOf(endpoint, input), {
      method: endpoint.method.toUpperCase(),
      body: sent,
      headers: sent === null ? {} : { 'content-type': type },
      credentials: 'same-origin',
    })
    heed(response.headers.get(TODAY_HEADER))
    return response
  } catch {
    throw new Refused({
      refused: 'unavailable',
      message: '连不上服务。请检查网络，或稍后再试；填写的内容仍在本页。',
    })
  }
}

const refusalOf = async (response: Response): Promise<Refusal> => {
  try {
    return (await response.json()) as Refusal
  } catch {
    return { refused: 'unavailable', message: `服务没有正常回答(${response.status})。请稍后再试。` }
  }
}
