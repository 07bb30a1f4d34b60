import type { PaperFacts } from './election-facts.ts'
import { assemblyWords, whatWords } from './election-paper.ts'
import type { Tag } from './template-tags.ts'
import { dateWords, GAP, orGap } from './wording.ts'

const dayOr = (on: string | null | undefined): string => (on ? dateWords(on) : GAP)

/** Tags that every template of an election may use. */
export const ELECTION_HEAD: readonly Tag<PaperFacts>[] = [
  { tag: '机关', says: '机关名称', of: ({ organName }) => organName },
  { tag: '组织', says: '进行选举的组织', of: ({ unitName }) => unitName },
  { tag: '选举种类', says: '换届选举或补选', of: whatWords },
  { tag: '大会', says: '如：党员大会', of: assemblyWords },
  { tag: '上级', says: '报送的上级组织', of: ({ superior }) => orGap(superior) },
  { tag: '应选委员', says: '应选委员人数', of: ({ seats }) => String(seats) },
  { tag: '拟选举日期', says: '拟召开大会的日期', of: ({ plannedOn }) => dayOr(plannedOn) },
  { tag: '选举日期', says: '选出的日期', of: ({ electedOn }) => dayOr(electedOn) },
]
