import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { UnitKind, UnitLine } from './contract.ts'

/** The line each kind belongs to, and the kinds it may stand under; a kind that may be topmost has `null` among them. */
const KINDS: Record<UnitKind, { line: UnitLine; name: string; under: readonly (UnitKind | null)[] }> = {
  'committee-unit': { line: 'party', name: '机关党委', under: [null] },
  'general-branch': { line: 'party', name: '党总支', under: [null, 'committee-unit'] },
  branch: { line: 'party', name: '党支部', under: [null, 'committee-unit', 'general-branch'] },
  group: { line: 'party', name: '党小组', under: ['branch'] },
  'federation-city': { line: 'federation', name: '市妇联', under: [null] },
  'federation-district': { line: 'federation', name: '区妇联', under: [null, 'federation-city'] },
  'federation-town': { line: 'federation', name: '街道（乡镇）妇联', under: [null, 'federation-district'] },
  'federation-village': { line: 'federation', name: '社区（村）妇联', under: [null, 'federation-town'] },
  'women-committee': {
    line: 'federation',
    name: '机关妇委会',
    under: [null, 'federation-city', 'federation-district', 'federation-town'],
  },
  union: { line: 'union', name: '工会', under: [null, 'union'] },
}

/** Why a unit of this kind cannot stand under that one; null where it can. */
export const misplaced = (kind: UnitKind, under: UnitKind | null): Refusal | null => {
  if (KINDS[kind].under.includes(under)) return null
  const wanted = KINDS[kind].under.map((above) => (above === null ? '本机关（不设上级）' : KINDS[above].name))
  const found = under === null ? '没有上级' : `上级是${KINDS[under].name}`
  return refuse(
    'invalid',
    `${KINDS[kind].name}的上级应是${wanted.join('、')}，这里${found}。请重新选择上级组织。`,
    {
      field: 'parentId',
    },
  )
}

export const lineOf = (kind: UnitKind): UnitLine => KINDS[kind].line

/** Why the line does not suit the kind; null where it does. */
export const misaligned = (line: UnitLine, kind: UnitKind): Refusal | null =>
  KINDS[kind].line === line
    ? null
    : refuse('invalid', `${KINDS[kind].name}不属于所选的组织系统。请重新选择。`, { field: 'line' })
