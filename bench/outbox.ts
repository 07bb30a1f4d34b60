import { keyIn, seal, unseal } from '../src/outbox/box.ts'
import { type Figure, rounded, seconds } from './figure.ts'
import { setUp } from './running.ts'
import { ADDRESS, newFolder, removeFolder, start } from './server.ts'

const DRAFTS = 1_000
const A_REQUEST = 200

type Kit = { person: { id: string }; publicKey: string }
type Judged = { judged: { outcome: string }[] }

/** A phone's thousand drafts, a visit with one need each and every tenth sensitive: opened, sent over HTTP and judged. */
export const outbox = async (): Promise<Figure[]> => {
  const data = newFolder()
  try {
    const served = await start(data)
    const cookie = await setUp(served.link)
    const ask = async <Answer>(path: string, body?: unknown): Promise<Answer> => {
      const response = await fetch(`${ADDRESS}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'content-type': 'application/json', origin: ADDRESS, cookie },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
      return (await response.json()) as Answer
    }
    const kit = await ask<Kit>('/api/outbox/kit', {})
    const { privateKey } = await ask<{ privateKey: string }>('/api/outbox/key')
    const key = await keyIn(privateKey)
    const drafts = Array.from({ length: DRAFTS }, (_, at) => draftOf(kit.person.id, at))
    const boxes = await Promise.all(
      drafts.map((draft) => seal(kit.publicKey, JSON.stringify(draft), 'bench')),
    )

    const send = async (): Promise<{ took: number; outcomes: string[] }> => {
      const began = performance.now()
      const opened = await Promise.all(
        boxes.map(async (box) => JSON.parse(await unseal(key, box, 'bench')) as (typeof drafts)[number]),
      )
      const outcomes: string[] = []
      for (let from = 0; from < DRAFTS; from += A_REQUEST) {
        const some = opened.slice(from, from + A_REQUEST)
        const visits = await ask<Judged>('/api/visits/drafts', { drafts: some.map(({ visit }) => visit) })
        const needs = await ask<Judged>('/api/needs/drafts', { drafts: some.map(({ need }) => need) })
        outcomes.push(...[...visits.judged, ...needs.judged].map(({ outcome }) => outcome))
      }
      return { took: seconds(began), outcomes }
    }
    const first = await send()
    const again = await send()
    await served.stop()
    if (first.outcomes.some((each) => each !== 'taken')) throw new Error('a draft was not taken')
    if (again.outcomes.some((each) => each !== 'known')) throw new Error('a draft was entered twice')
    return [
      {
        name: `${rounded(DRAFTS)} offline drafts, each a visit with a need, opened and synchronised`,
        goal: '< 5 s',
        reached: `${rounded(first.took)} s`,
        value: first.took,
        met: first.took < 5,
      },
      {
        name: 'the same sent a second time: known, none entered twice',
        goal: '0 twice',
        reached: `0 twice, ${rounded(again.took)} s`,
        value: again.took,
        met: true,
      },
    ]
  } finally {
    removeFolder(data)
  }
}

const draftOf = (person: string, at: number) => {
  const id = crypto.randomUUID()
  const heldOn = '2026-11-10'
  return {
    visit: {
      id,
      revision: crypto.randomUUID(),
      pointId: null,
      place: `第 ${at} 处`,
      heldOn,
      visitors: [person],
      whom: '两位女工',
      seen: '夜班后没有班车，走二十分钟到地铁口。'.repeat(5),
      done: '当场问了门卫。',
      promises: [],
      consent: 'given',
    },
    need: {
      id: crypto.randomUUID(),
      visitId: id,
      receivedOn: heldOn,
      line: '希望夜班后有班车',
      category: at % 10 === 0 ? 'harassment' : 'labour',
      facts: '三个班次都一样，冬天更难走。'.repeat(5),
    },
  }
}
