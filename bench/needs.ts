import { setTimeout as pause } from 'node:timers/promises'
import autocannon from 'autocannon'
import { sealedWith } from '../src/database/sealed.ts'
import { secretsIn } from '../src/secrets.ts'
import { type Figure, rounded, seconds } from './figure.ts'
import { keepMarks, layNeeds, looked, MATTERS } from './needs-laid.ts'
import { asAdmin, setUp } from './running.ts'
import { ADDRESS, newFolder, removeFolder, start } from './server.ts'

const USERS = 50
const TURNS = 20
const LOOP_SECONDS = 8

/** The work queue and the search among 200,000 matters, over HTTP with a session, as the head of the desk asks. */
export const needs = async (): Promise<Figure[]> => {
  const data = newFolder()
  try {
    const served = await start(data)
    const cookie = await setUp(served.link)
    say('laying matters')
    const began = performance.now()
    const trail = await asAdmin(data, async (client) => {
      const { rows } = await client.query(
        `with officer as (select organ_id, person_id from post where post = 'organization' limit 1),
           desk as (insert into unit (organ_id, line, kind, name, path, founded_on)
             select organ_id, 'federation', 'federation-city', '测量用市妇联', '/f0000000/', '2015-01-01' from officer returning organ_id, id),
           head as (insert into post (organ_id, person_id, unit_id, post, since)
             select o.organ_id, o.person_id, d.id, 'rights-head', '2020-01-01' from officer o, desk d returning 1)
         select o.organ_id as organ, o.person_id as person, d.id as unit from officer o, desk d`,
      )
      const sealed = sealedWith(secretsIn(data).columns)
      await layNeeds(client, { sealed, ...rows[0] })
      return trailOf(client, rows[0].organ)
    })
    say(`laid in ${rounded(seconds(began), 0)} s`)
    // Rights are remembered for five seconds, and the disk is to be quiet.
    await pause(8_000)
    const figures = await measured(cookie)
    await served.stop()
    return [...figures, trail]
  } finally {
    removeFolder(data)
  }
}

const measured = async (cookie: string): Promise<Figure[]> => {
  const list = '/api/needs?scope=desk&limit=50'
  const queue = [
    await paced('first page of the queue', () => get(list, cookie)),
    await closedLoop('first page of the queue', list, cookie),
  ]
  const found: Figure[] = []
  for (const [often, words] of Object.entries(looked))
    found.push(await alone(`search by two characters that are ${often}`, words, cookie))
  const all = Object.values(looked).flat()
  let next = 0
  found.push(await paced('search by two characters', () => find(all[next++ % all.length]!, cookie)))
  return [...queue, ...found]
}

const say = (line: string): void => void process.stderr.write(`  ${line} …\n`)

const get = (path: string, cookie: string) => fetch(`${ADDRESS}${path}`, { headers: { cookie } })

const find = (words: string, cookie: string) =>
  fetch(`${ADDRESS}/api/needs/search`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: ADDRESS, cookie },
    body: JSON.stringify({ words }),
  })

const timed = async (ask: () => Promise<Response>): Promise<number> => {
  const began = performance.now()
  const response = await ask()
  const text = await response.text()
  if (!response.ok) throw new Error(text)
  return performance.now() - began
}

const p = (times: readonly number[], share: number): number =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * share))]!

/** Fifty users, each asking once a second, not all in the same moment. */
const paced = async (what: string, ask: () => Promise<Response>): Promise<Figure> => {
  for (let warm = 0; warm < 20; warm += 1) await timed(ask)
  const users = Array.from({ length: USERS }, async (_, at) => {
    await pause((at * 1_000) / USERS)
    const times: number[] = []
    for (let turn = 0; turn < TURNS; turn += 1) {
      const took = await timed(ask)
      times.push(took)
      await pause(Math.max(0, 1_000 - took))
    }
    return times
  })
  return told(`${what}, ${USERS} users once a second each`, (await Promise.all(users)).flat())
}

const told = (name: string, times: number[]): Figure => {
  const last = p(times, 0.99)
  return {
    name: `${name}, among ${rounded(MATTERS)}`,
    goal: 'p99 < 50 ms',
    reached: `p50 ${rounded(p(times, 0.5), 1)} ms, p99 ${rounded(last, 1)} ms, longest ${rounded(Math.max(...times), 1)} ms (${times.length} requests)`,
    value: last,
    met: last < 50,
  }
}

/** Fifty connections, each asking again as soon as it is answered: how much the machine can serve. */
const closedLoop = async (what: string, path: string, cookie: string): Promise<Figure> => {
  const { requests, latency, non2xx } = await autocannon({
    url: `${ADDRESS}${path}`,
    connections: USERS,
    duration: LOOP_SECONDS,
    headers: { cookie },
  })
  return {
    name: `${what}, ${USERS} connections without pause`,
    goal: 'beside it',
    reached: `${rounded(requests.average, 0)}/s, p99 ${latency.p99} ms${non2xx > 0 ? `, ${non2xx} refused` : ''}`,
    value: requests.average,
    met: non2xx === 0,
  }
}

const alone = async (what: string, words: readonly string[], cookie: string): Promise<Figure> => {
  const times: number[] = []
  for (const each of words) await timed(() => find(each, cookie))
  for (let turn = 0; turn < 100; turn += 1)
    times.push(await timed(() => find(words[turn % words.length]!, cookie)))
  return told(what, times)
}

type Client = Parameters<Parameters<typeof asAdmin>[1]>[0]

/** What the trail and the indexes cost a row of the search, by inserting some again with and without. */
const trailOf = async (client: Client, organ: string): Promise<Figure> => {
  const insert = async (role: 'origin' | 'replica'): Promise<number> => {
    await client.query('begin')
    const { rows } = await client.query(
      `delete from need_search where need_id in (select need_id from need_search limit 2000) returning need_id as id, received_on::text as "on", digest, token`,
    )
    await client.query(`set local session_replication_role = ${role}`)
    await client.query(`select set_config('zhixing.organ', $1, true)`, [organ])
    const began = performance.now()
    await keepMarks(client, organ, rows)
    const took = performance.now() - began
    await client.query('rollback')
    return took / rows.length
  }
  await insert('replica')
  const [bare, whole] = [await insert('replica'), await insert('origin')]
  const { rows } = await client.query(
    `select pg_total_relation_size('need_search') / 1048576 as table, pg_relation_size('need_search_by_digest') / 1048576 as gin`,
  )
  return {
    name: 'marks of one matter kept, with trail and checks',
    goal: 'beside it',
    reached: `${rounded(whole)} ms (${rounded(bare)} ms without); table and indexes of ${rounded(MATTERS)} ${rows[0].table} MB, of which digests ${rows[0].gin} MB`,
    value: whole,
    met: true,
  }
}
