import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import autocannon from 'autocannon'
import { Client } from 'pg'
import { type Figure, rounded } from './figure.ts'
import { ADDRESS, adminOf, memory, newFolder, removeFolder, start } from './server.ts'

const IDLE_SECONDS = 5
const LIST_SECONDS = 8
const MEETINGS = 1_500
const PEOPLE = 30

/** The running product: start, memory, lists over a province, recording over HTTP with durable writes. */
export const running = async (): Promise<Figure[]> => {
  const data = newFolder()
  try {
    const first = await start(data)
    const cookie = await setUp(first.link)
    await first.stop()

    const again = await start(data)
    await pause(IDLE_SECONDS * 1000)
    const idle = memory(again)
    const started: Figure[] = [
      {
        name: 'start to first page, existing data',
        goal: '≤ 1.5 s',
        ...told(again.firstPage, 's', again.firstPage <= 1.5),
      },
      {
        name: 'memory idle, database included (proportional)',
        goal: '≤ 220 MB',
        ...told(idle, 'MB', idle <= 220),
      },
    ]
    say('recording meetings')
    const recording = await recordMeetings(data, cookie)
    const lists = await listMembers(data, cookie)
    await again.stop()
    return [...started, ...recording, ...lists]
  } finally {
    removeFolder(data)
  }
}

const say = (line: string): void => void process.stderr.write(`  ${line} …\n`)

const told = (value: number, unit: string, met: boolean) => ({
  reached: `${rounded(value)} ${unit}`,
  value,
  met,
})

export const setUp = async (token: string | null): Promise<string> => {
  const officer = { name: '林岚', post: 'organization', userName: '林岚', password: 'bench-only-9431' }
  const body = {
    token,
    organ: '测量用机关',
    generalBranch: '机关党总支',
    branch: '机关党支部',
    branchFoundedOn: '2015-01-01',
    groups: [],
    electedOn: '2025-03-20',
    officer,
    posts: [],
  }
  const response = await send('post', '/api/set-up', body)
  if (!response.ok) throw new Error(await response.text())
  return response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
}

const send = (method: string, path: string, body: unknown, cookie = ''): Promise<Response> =>
  fetch(`${ADDRESS}${path}`, {
    method: method.toUpperCase(),
    headers: { 'content-type': 'application/json', origin: ADDRESS, cookie },
    body: JSON.stringify(body),
  })

export const asAdmin = async <T>(data: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client(adminOf(data))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const recordMeetings = async (data: string, cookie: string): Promise<Figure[]> => {
  const { meetings, people } = await asAdmin(data, layMeetings)
  const filled = {
    title: '十月份支部党员大会',
    heldOn: '2026-11-20',
    startsAt: '15:00',
    endsAt: '16:20',
    place: '三楼会议室',
    guests: null,
    hostId: people[0],
    recorderId: people[1],
    parts: [{ kind: 'general-meeting', topic: null, lecturerId: null, lecturerName: null }],
    agenda: [
      { part: 1, title: '通报第三季度工作', points: '林岚通报走访情况；讨论下季度安排。', differing: null },
    ],
    attendance: people.map((personId) => ({ personId, state: 'present', reason: null })),
    resolutions: [{ part: 1, text: '通过下季度走访安排。', approve: 29, oppose: 0, abstain: 1 }],
    followUps: [{ what: '排出走访名单', ownerId: people[2], dueOn: '2026-12-05' }],
  }
  const body = JSON.stringify({ filled, lateReason: null, version: 1 })
  const requests = meetings.map((id) => ({
    method: 'POST' as const,
    path: `/api/meetings/${id}/record`,
    body,
  }))
  const headers = { 'content-type': 'application/json', origin: ADDRESS, cookie }
  // Each connection takes requests of its own: a meeting is recorded once.
  let next = 0
  const load = autocannon({
    url: ADDRESS,
    connections: 10,
    amount: requests.length,
    headers,
    requests: [
      { method: 'POST', setupRequest: (request) => ({ ...request, ...requests[next++ % requests.length] }) },
    ],
  })
  const { requests: done, non2xx, latency, duration } = await load
  const perSecond = (done.total - non2xx) / duration
  return [
    {
      name: `record one meeting with ${PEOPLE} people, 10 connections`,
      goal: '≥ 400/s',
      reached: `${rounded(perSecond, 0)}/s, p99 ${latency.p99} ms${non2xx > 0 ? `, ${non2xx} refused` : ''}`,
      value: perSecond,
      met: perSecond >= 400 && non2xx === 0,
    },
  ]
}

const layMeetings = async (client: Client) => {
  await client.query('set session_replication_role = replica')
  const { rows: places } = await client.query<{ organ_id: string; id: string }>(
    `select organ_id, id from unit where kind = 'branch'`,
  )
  const { organ_id, id } = places[0] as { organ_id: string; id: string }
  const { rows: people } = await client.query<{ id: string }>(
    `insert into person (organ_id, name, initials, unit_id)
     select $1, '党员' || n, 'dy', $2 from generate_series(2, $3) n returning id`,
    [organ_id, id, PEOPLE],
  )
  await client.query(
    `insert into membership (organ_id, person_id, unit_id, status, since)
     select organ_id, id, unit_id, 'full', '2016-01-01' from person p
     where not exists (select from membership m where m.person_id = p.id)`,
  )
  // Triggers slept: the paths that they would have set.
  for (const table of ['person', 'membership'])
    await client.query(
      `update ${table} t set path = u.path from unit u where u.organ_id = t.organ_id and u.id = t.unit_id and t.path = ''`,
    )
  const { rows: officer } = await client.query<{ id: string }>(`select id from person where name = '林岚'`)
  const { rows: meetings } = await client.query<{ id: string }>(
    `insert into meeting (organ_id, unit_id, title, held_on, starts_at)
     select $1, $2, '十月份支部党员大会', '2026-11-20', '15:00' from generate_series(1, $3) returning id`,
    [organ_id, id, MEETINGS],
  )
  await client.query(
    `insert into meeting_part (organ_id, meeting_id, unit_id, ordinal, kind)
     select organ_id, id, unit_id, 1, 'general-meeting' from meeting`,
  )
  await client.query('set session_replication_role = origin')
  return { meetings: meetings.map((each) => each.id), people: [...officer, ...people].map((each) => each.id) }
}

const listMembers = async (data: string, cookie: string): Promise<Figure[]> => {
  say('laying a province')
  const units = await asAdmin(data, async (client) => {
    await client.query(readFileSync(join(import.meta.dirname, 'province.sql'), 'utf8'))
    const { rows } = await client.query<{ branch: string; district: string }>(
      `select (select id from unit where name = '第7党支部' limit 1) as branch, (select id from unit where name = '第4区机关党委') as district`,
    )
    return rows[0] as { branch: string; district: string }
  })
  await pause(6_000)
  say('listing members')
  const branch = await list(cookie, units.branch)
  const district = await list(cookie, units.district)
  return [
    listed('list 50 members of a branch, among 200,000 in 1,350 units', 1_500, branch),
    listed('list 50 members of a district, among 200,000 in 1,350 units', 1_000, district),
  ]
}

const list = (cookie: string, unit: string) =>
  autocannon({
    url: `${ADDRESS}/api/units/${unit}/members?limit=50`,
    connections: 10,
    duration: LIST_SECONDS,
    headers: { cookie },
  })

const listed = (
  name: string,
  goal: number,
  { requests, latency, non2xx }: Awaited<ReturnType<typeof list>>,
): Figure => ({
  name,
  goal: `≥ ${rounded(goal)}/s, p99 < 50 ms`,
  reached: `${rounded(requests.average, 0)}/s, p99 ${latency.p99} ms${non2xx > 0 ? `, ${non2xx} refused` : ''}`,
  value: requests.average,
  met: requests.average >= goal && latency.p99 < 50 && non2xx === 0,
})
