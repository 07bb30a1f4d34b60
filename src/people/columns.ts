import { z } from 'zod'
import { type Cell, tightOf } from './cell.ts'

/** What a column of a roster may hold. `category` is 人员类别 (full or probationary), `standing` 党籍状态. */
export const FIELDS = [
  'name',
  'identityNumber',
  'sex',
  'ethnicity',
  'birth',
  'education',
  'nativePlace',
  'category',
  'standing',
  'joined',
  'becameFull',
  'branch',
  'group',
  'partyPost',
  'work',
  'phone',
  'remark',
] as const

export const Field = z.enum(FIELDS)
export type Field = z.infer<typeof Field>

/** The words for a field, in pages and in exported sheets. */
export const FIELD_NAMES: Record<Field, string> = {
  name: '姓名',
  identityNumber: '公民身份号码',
  sex: '性别',
  ethnicity: '民族',
  birth: '出生日期',
  education: '学历',
  nativePlace: '籍贯',
  category: '人员类别',
  standing: '党籍状态',
  joined: '加入党组织日期',
  becameFull: '转为正式党员日期',
  branch: '所在党支部',
  group: '所在党小组',
  partyPost: '党内职务',
  work: '工作岗位',
  phone: '联系电话',
  remark: '备注',
}

/** Fields that may be put together from several columns, such as 部门 and 职务. */
export const GATHERED: ReadonlySet<Field> = new Set(['work', 'education', 'remark'])

const HEADERS: Record<Field, string> = {
  name: '姓名 党员姓名 名字 成员姓名 同志姓名',
  identityNumber:
    '身份证号 身份证号码 公民身份号码 公民身份证号 公民身份证号码 居民身份证号 居民身份证号码 身份证 身份号码 证件号码 证件号',
  sex: '性别',
  ethnicity: '民族 民族成份 民族成分',
  birth: '出生日期 出生年月 出生年月日 出生时间 出生 生日 出生日',
  education: '学历 文化程度 学历学位 学历及学位 最高学历 教育程度 学历层次 文化',
  nativePlace: '籍贯',
  category: '人员类别 党员类别 党员类型 人员类型 党员身份 政治面貌 类别',
  standing: '党籍状态 党籍 党员状态 党籍情况 状态',
  joined:
    '入党时间 入党日期 入党年月 加入党组织日期 加入党组织时间 加入中国共产党日期 加入中国共产党时间 入党年月日 入党 何时入党 党龄起算时间',
  becameFull:
    '转正时间 转正日期 转正年月 转为正式党员日期 转为正式党员时间 转正 转正年月日 成为正式党员日期 成为正式党员时间 何时转正',
  branch:
    '所在党支部 党支部 所在支部 所属党支部 所属支部 支部名称 党支部名称 支部 所在党组织 所属党组织 组织名称 党组织名称',
  group: '所在小组 党小组 所在党小组 小组 组别 所属党小组 所属小组 党小组名称 小组名称 分组',
  partyPost: '党内职务 支部职务 党内任职 党支部职务 支委职务 党组织职务 支部分工 党务职务',
  work: '工作岗位 部门 工作部门 所在部门 处室 科室 所在处室 所在科室 工作单位 单位 工作单位及职务 单位及职务 单位职务 部门及职务 行政职务 岗位 职务 现任职务 部门职务 工作单位及岗位 所在单位',
  phone: '联系电话 手机 手机号 手机号码 电话 电话号码 联系方式 移动电话 联系手机',
  remark: '备注 说明 备注说明',
}

const EXACT = new Map<string, Field>(
  FIELDS.flatMap((field) => HEADERS[field].split(' ').map((header): [string, Field] => [header, field])),
)

/** Columns that rosters carry and this register has no use for: understood, and left. */
const LEFT = new Set(
  '序号 编号 序 号 年龄 党龄 学位 照片 工龄 参加工作时间 邮箱 电子邮箱 退回原因 原表行号 籍贯代码 毕业院校 专业 家庭住址 住址 现居住地 婚姻状况 入党介绍人 介绍人 申请入党时间 递交入党申请书时间 列为积极分子时间 列为发展对象时间'.split(
    ' ',
  ),
)

/** Names of other people and of earlier steps look much like a member's own columns. */
const OTHERS =
  /申请|积极分子|发展对象|介绍人|培养|紧急|配偶|家属|父|母|子女|填表|审核|代办|参加工作|住址|地址|办公电话|传真|邮/

const LIKELY: readonly [RegExp, Field][] = [
  [/姓名/, 'name'],
  [/身份证|公民身份|证件号/, 'identityNumber'],
  [/性别/, 'sex'],
  [/民族/, 'ethnicity'],
  [/出生(?!地)|生日/, 'birth'],
  [/转正|转为正式|成为正式/, 'becameFull'],
  [/入党|加入(中国共产党|党组织)/, 'joined'],
  [/手机|电话|联系方式/, 'phone'],
  [/学历|文化程度/, 'education'],
  [/籍贯/, 'nativePlace'],
  [/党.{0,4}职|支部.{0,2}职/, 'partyPost'],
  [/小组/, 'group'],
  [/支部(?!.*(时间|日期))/, 'branch'],
  [/(党员|人员)(类|身份)/, 'category'],
  [/党籍/, 'standing'],
  [/部门|处室|科室|岗位|单位|职务/, 'work'],
  [/备注/, 'remark'],
]

/** How a header is understood: `sure` when it is one of the known words, whole. */
export type HeaderReading = { field: Field | null; sure: boolean }

/** A header without line breaks, stars, colons and remarks in brackets: *姓 名(必填): → 姓名. */
export const plainHeader = (cell: Cell | undefined): string =>
  tightOf(cell)
    .replace(/[(（【[].*?[)）】\]]/g, '')
    .replace(/[*★※:：、,，。.]/g, '')

export const readHeader = (header: string): HeaderReading => {
  const exact = EXACT.get(header)
  if (exact) return { field: exact, sure: true }
  if (LEFT.has(header)) return { field: null, sure: true }
  if (header === '' || header.length > 20 || OTHERS.test(header)) return { field: null, sure: false }
  return { field: LIKELY.find(([words]) => words.test(header))?.[1] ?? null, sure: false }
}

export const isKnownHeader = (header: string): boolean => EXACT.has(header) || LEFT.has(header)
