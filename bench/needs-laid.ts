import type { Client } from 'pg'
import type { Sealed } from '../src/database/sealed.ts'
import { marksOf } from '../src/needs/search-jobs.ts'
import type { NeedWords } from '../src/needs/words.ts'

export const MATTERS = 200_000
const BATCH = 1_000
const INDEXES = {
  need_search_by_digest:
    'create index need_search_by_digest on need_search using gin (digest) with (fastupdate = off)',
  need_search_by_token:
    'create index need_search_by_token on need_search using gin (token) with (fastupdate = off)',
} as const

// Words by their rank: the first stand in every third matter, the last in a handful, as in letters that people write.
const COMMON =
  '工资 离婚 孩子 单位 社区 产假 丈夫 公司 老人 抚养 贷款 培训 户口 住房 就业 医保 学校 调解 赡养 补偿'.split(
    ' ',
  )
const LETTERS =
  '安保北本边部参长场车城成程出处村大带单道地电东动都对多儿发法反方房分风夫服父妇改干个更工公古关光规国过海合河后户花化话回会火机基级计技家加间见教街节结解金进经井居局具卡开看科口劳老类里立理力利联良两林路论落马满每门面民明母目内能年农女盘配朋片票平期气千前请求区取全然人认日入三色山商上少社身生声师十时实食世市事室手受书数水税思四送宿岁所他台太体天条通同头图土外完王往为卫位文问我屋物西习系下先现线相乡想小校些心新信行姓许学压要业医一已以意因银应用友有于余雨元园原月云在早增展站张真正证政支知职中种众重主住助专转装资子自字总走族组最作做坐'
const CHANNELS = ['call', 'call', 'call', 'letter', 'reception', 'web', 'visit', 'transfer']
const CATEGORIES = [
  'marriage',
  'labour',
  'livelihood',
  'employment',
  'education',
  'property',
  'land',
  'other',
]

/** Random, and the same each time. */
const chance = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}

/** 200,000 matters of three years, a tenth of them sensitive, half still open; laid in without the trail, since nobody did it. */
export const layNeeds = async (
  client: Client,
  { sealed, organ, unit, person }: { sealed: Sealed; organ: string; unit: string; person: string },
): Promise<void> => {
  const random = chance(7)
  const keys = { sealed: remembering(sealed), actor: { organ } }
  await client.query('set session_replication_role = replica')
  for (const name of Object.keys(INDEXES)) await client.query(`drop index ${name}`)
  for (let from = 0; from < MATTERS; from += BATCH) {
    const matters = Array.from({ length: BATCH }, (_, at) => matterOf(random, from + at))
    await client.query(
      `insert into need (organ_id, id, unit_id, year, number, channel, received_on, received_at, received_by, received_by_name, sensitive,
         category, area, level, state, owner_id, owner_name, due_on, outcome, resolved_on, told_on, closed_on, content)
       select $1::uuid, (m ->> 'id')::uuid, $2::uuid, 2026, (m ->> 'number')::int, m ->> 'channel', (m ->> 'on')::date, now(), $3::uuid, '林岚',
         (m ->> 'sensitive')::boolean, m ->> 'category', m ->> 'area', m ->> 'level', m ->> 'state',
         case when m ->> 'state' <> 'received' then $3::uuid end, case when m ->> 'state' <> 'received' then '林岚' end, (m ->> 'due')::date,
         case when m ->> 'state' = 'closed' then 'resolved' end,
         case when m ->> 'state' = 'closed' then (m ->> 'on')::date + 20 end, case when m ->> 'state' = 'closed' then (m ->> 'on')::date + 20 end,
         case when m ->> 'state' = 'closed' then (m ->> 'on')::date + 21 end, decode(m ->> 'content', 'base64')
       from jsonb_array_elements($4::jsonb) m`,
      [
        organ,
        unit,
        person,
        JSON.stringify(
          matters.map(({ words, ...row }) => ({ ...row, content: contentOf(sealed, row, words) })),
        ),
      ],
    )
    await keepMarks(
      client,
      organ,
      matters
        .filter(({ sensitive }) => !sensitive)
        .map(({ id, on, words }) => {
          const { digest, alike, phone } = marksOf(keys, words, null)
          return { id, on, digest, token: phone === null ? alike : [...alike, phone] }
        }),
    )
  }
  await client.query(`set maintenance_work_mem = '256MB'`)
  for (const statement of Object.values(INDEXES)) await client.query(statement)
  await client.query('set session_replication_role = origin')
  await client.query('vacuum analyze need')
  await client.query('vacuum analyze need_search')
}

type Marked = { id: string; on: string; digest: number[]; token: number[] }

export const keepMarks = (client: Client, organ: string, rows: readonly Marked[]) =>
  client.query(
    `insert into need_search (organ_id, need_id, received_on, digest, token)
     select $1::uuid, r.id, r."on", r.digest, r.token
     from jsonb_to_recordset($2::jsonb) r(id uuid, "on" date, digest integer[], token integer[])`,
    [organ, JSON.stringify(rows)],
  )

const matterOf = (random: () => number, at: number) => {
  const id = crypto.randomUUID()
  const back = Math.floor(random() * 1_000)
  const on = Temporal.PlainDate.from('2026-11-20').subtract({ days: back })
  const sensitive = random() < 0.1
  const state = random() < 0.5 ? 'closed' : random() < 0.3 ? 'received' : 'handling'
  const due = state === 'closed' ? '9999-12-31' : on.add({ days: 10 + Math.floor(random() * 900) }).toString()
  return {
    id,
    number: at + 1,
    channel: CHANNELS[Math.floor(random() * CHANNELS.length)],
    on: on.toString(),
    sensitive,
    category: sensitive ? null : CATEGORIES[Math.floor(random() * CATEGORIES.length)],
    area: sensitive ? null : '城东区',
    level: random() < 0.02 ? 'R0' : 'R2',
    state,
    due,
    words: wordsOf(random, at),
  }
}

const wordsOf = (random: () => number, at: number): NeedWords => ({
  line: sentence(random, 18),
  facts: sentence(random, 90),
  wish: sentence(random, 20),
  before: '',
  asker: { name: sentence(random, 2), phone: `141${String(at).padStart(8, '0')}`, note: '' },
  category: null,
  area: null,
})

const sentence = (random: () => number, letters: number): string => {
  let text = ''
  while (text.length < letters) {
    const rank = Math.floor(COMMON.length * random() ** 2)
    text += random() < 0.15 ? COMMON[rank] : LETTERS[Math.floor(LETTERS.length * random() ** 1.5)]
    if (random() < 0.06) text += '，'
  }
  return text
}

const contentOf = (
  sealed: Sealed,
  { id, sensitive }: { id: string; sensitive: boolean },
  words: NeedWords,
) => (sensitive ? null : sealed.conceal(JSON.stringify(words), `need ${id} content`).toString('base64'))

/** The same digests come again and again; each is made once. */
const remembering = (sealed: Sealed): Sealed => {
  const known = new Map<string, string>()
  return {
    ...sealed,
    fingerprint: (text, of) => {
      const found = known.get(text) ?? sealed.fingerprint(text, of)
      known.set(text, found)
      return found
    },
  }
}

/** Pairs of letters by how often they stand somewhere: in many, in some, in few. */
export const looked = {
  frequent: COMMON.slice(0, 3),
  middling: COMMON.slice(-5),
  rare: ['盘压', '井组', '坐族', '宿井'],
}
