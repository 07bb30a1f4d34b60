import { TEMPLATE_TITLES } from '../documents/template-kinds.ts'
import { fieldName, TERMS, type Term } from '../glossary.ts'
import type { Change, Subject, Trace } from './contract.ts'
import { COLUMNS_OF_ELECTIONS, RECORDS_OF_ELECTIONS, VALUES_OF_ELECTIONS } from './words-of-elections.ts'
import { COLUMNS_OF_LIFE, RECORDS_OF_LIFE, VALUES_OF_LIFE } from './words-of-life.ts'

/** The tables of the trail as people know them. What is not named here is no reader's business: sessions, links, counters. */
const RECORDS: Readonly<Record<string, { says: string; about: Subject }>> = {
  ...RECORDS_OF_LIFE,
  ...RECORDS_OF_ELECTIONS,
  person: { says: '个人信息', about: 'people' },
  person_identity: { says: '身份证号', about: 'people' },
  membership: { says: '党籍', about: 'people' },
  import_batch: { says: '名册导入', about: 'people' },
  post: { says: '任职', about: 'posts' },
  organ: { says: '机关', about: 'units' },
  unit: { says: '组织', about: 'units' },
  unit_place: { says: '组织隶属', about: 'units' },
  term: { says: '届次', about: 'units' },
  meeting: { says: '会议', about: 'meetings' },
  meeting_part: { says: '会议内容', about: 'meetings' },
  agenda_item: { says: '议程', about: 'meetings' },
  attendance: { says: '到会情况', about: 'meetings' },
  resolution: { says: '决议', about: 'meetings' },
  follow_up: { says: '议定事项', about: 'meetings' },
  amendment: { says: '更正', about: 'meetings' },
  evidence: { says: '佐证', about: 'duties' },
  excuse: { says: '未做说明', about: 'duties' },
  file: { says: '文件', about: 'files' },
  parameter: { says: '本地参数', about: 'settings' },
  digest_subscription: { says: '每周摘要', about: 'settings' },
  feed: { says: '日历订阅', about: 'settings' },
  account: { says: '账号', about: 'accounts' },
  invitation: { says: '启用链接', about: 'accounts' },
}

/** The tables that a reader sees, all or those of one subject. */
export const tablesAbout = (about: Subject | undefined): string[] =>
  Object.entries(RECORDS)
    .filter(([, record]) => about === undefined || record.about === about)
    .map(([table]) => table)

export const recordName = (table: string): string => RECORDS[table]?.says ?? table

type Values = Readonly<Record<string, unknown>> | null

/** A row of the trail as it is kept, its fields spelled as in the database. */
export type Kept = {
  id: number
  at: Date
  by: string | null
  operation: string
  transaction: string
  table: string
  key: Readonly<Record<string, unknown>>
  did: Trace['did']
  before: Values
  after: Values
}

/** Names of people, units, records and rules by id, so that the trail speaks of them and not of numbers. */
export type Names = ReadonlyMap<string, string>

/** What the reader is told of a row: whose it is and which fields became what. */
export const told = (kept: Kept, names: Names): Trace => ({
  id: kept.id,
  at: kept.at.toISOString(),
  by: kept.by,
  operation: kept.operation === 'system' ? '系统' : kept.operation,
  transaction: kept.transaction,
  did: kept.did,
  record: recordName(kept.table),
  of: subjectOf(kept, names),
  changes: changesOf(kept, names),
})

/** Every id in a row that a name may stand behind. */
export const idsIn = ({ key, before, after }: Kept): string[] =>
  [key, before ?? {}, after ?? {}].flatMap((values) =>
    Object.values(values).filter((value): value is string => typeof value === 'string' && UUID.test(value)),
  )

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

// What tells the reader whose row it is, the nearest first.
const POINTERS = ['person_id', 'id', 'meeting_id', 'unit_id']

const subjectOf = ({ key, before, after }: Kept, names: Names): string | null => {
  const values: Record<string, unknown> = { ...before, ...after, ...key }
  const own = values.name ?? values.title ?? values.file_name ?? values.text ?? values.what
  if (typeof own === 'string') return shortened(own)
  return POINTERS.map((pointer) => names.get(String(values[pointer]))).find((name) => name) ?? null
}

// Fields that say nothing to a reader, or that the line says already.
const SILENT = new Set([
  'organ_id',
  'id',
  'version',
  'path',
  'initials',
  'ordinal',
  'transaction',
  'source_id',
  'source_kind',
  'digest',
  'user_agent',
  'ip_address',
  'created_at',
  'updated_at',
  'sequence',
  'made_by',
  'made_at',
  'at',
  'by_person',
  'made',
  'people',
  'email',
  'email_verified',
  'image',
  // These never enter the trail: see audit_shown.
  'token_digest',
  'cipher',
  'masked',
  'content',
  'draft',
])

const isSilent = (column: string): boolean => SILENT.has(column) || column.endsWith('_precision')

const changesOf = (kept: Kept, names: Names): Change[] => {
  const { before, after } = kept
  // Whose row it is stands in front already; a new name is news.
  const subject = kept.did === 'update' ? null : subjectOf(kept, names)
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  const changes = fields
    .filter((field) => !isSilent(field))
    .map((field) => ({
      field: columnName(field),
      before: sayValue(field, before?.[field], names),
      after: sayValue(field, after?.[field], names),
    }))
    .filter((change) => change.before !== change.after && (change.after ?? change.before) !== subject)
  // The host's id and her name of then are one fact to a reader.
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()]
}

const COLUMNS: Readonly<Record<string, string>> = {
  ...COLUMNS_OF_LIFE,
  ...COLUMNS_OF_ELECTIONS,
  born_on: '出生日期',
  meeting_id: '会议',
  host_id: '主持人',
  recorder_id: '记录人',
  name: '姓名或名称',
  line: '组织系统',
  dissolved_on: '撤销日期',
  ended_on: '届满日期',
  done_note: '办结说明',
  host_name: '主持人',
  recorder_name: '记录人',
  owner_name: '负责人',
  recorded_on: '记录日期',
  late_reason: '补录原因',
  noted_by: '审阅人',
  noted_by_name: '审阅人',
  noted_at: '审阅时间',
  cancelled_at: '取消时间',
  cancelled_reason: '取消原因',
  notice_sent_at: '通知发出时间',
  stage: '进展',
  by_name: '经办人',
  invited_by: '发出人',
  withdrawn_at: '撤回时间',
  taken: '收入人数',
  doubles: '重复行数',
  handed_back: '退回行数',
  created: '新增人数',
  changed: '改动人数',
  undone_at: '撤销导入时间',
  file_name: '文件名',
  removed_at: '移除时间',
  removed_reason: '移除原因',
  size: '大小（字节）',
  purpose: '用途',
  state: '到会',
  entitled: '应到',
  votes: '有表决权',
  because: '说明',
  present: '实到',
  passed: '通过',
  judgments: '判定',
  part: '所属内容',
  topic: '主题',
  guests: '列席来宾',
  subject: '对象',
  for_year: '计入年度',
  amount: '数量',
  user_name: '用户名',
  two_factor_enabled: '两步验证',
  closed_at: '停用时间',
  expires_at: '失效时间',
  used_at: '使用时间',
  revoked_at: '停用时间',
  sent_for: '已发至',
  founded_at: '建立时间',
}

const columnName = (column: string): string =>
  COLUMNS[column] ?? fieldName(column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()))

const sayValue = (column: string, value: unknown, names: Names): string | null => {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
    return shortened(value.map((each) => sayValue(column, each, names)).join('、'))
  if (typeof value === 'object') return shortened(JSON.stringify(value))
  const text = String(value)
  const name = column === 'field' ? fieldName(text) : names.get(text)
  if (name) return name
  if (UUID.test(text)) return '（无权查看或已不存在）'
  if (INSTANT.test(text)) return sayInstant(text)
  if (CLOCK.test(text)) return text.slice(0, 5)
  const word = VALUES[`${column} ${text}`] ?? (text in TERMS ? TERMS[text as Term] : VALUES[text])
  return word ?? shortened(text)
}

const VALUES: Readonly<Record<string, string>> = {
  female: '女',
  male: '男',
  attachment: '附件',
  ...VALUES_OF_LIFE,
  ...VALUES_OF_ELECTIONS,
  ...Object.fromEntries(Object.entries(TEMPLATE_TITLES).map(([kind, title]) => [kind, `${title}模板`])),
}

const CLOCK = /^\d{2}:\d{2}:\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/

const sayInstant = (text: string): string => {
  const at = Temporal.Instant.from(text).toZonedDateTimeISO('Asia/Shanghai')
  return `${at.toPlainDate()} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

const MOST = 200
const shortened = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST)}……` : text)
