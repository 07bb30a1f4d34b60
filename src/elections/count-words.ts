import type { Choice } from '../ballots/ballot.ts'
import type { Body, Round } from './gathering.ts'

export const WHY_WORDS: Record<Round['why'], string> = {
  first: '投票',
  tie: '得票相等，再次投票',
  shortfall: '名额不足，再次选举',
  void: '上次无效，重新投票',
}

export const COUNT_FORMS: Record<Round['form'], string> = {
  totals: '按总数计票：计票人唱票画票后，录每人的票数',
  sheets: '逐张计票：两名计票人各自独立读一遍，系统核对后相加',
}

export const MARK_WORDS: Record<Choice, string> = { approve: '赞成', oppose: '反对', abstain: '弃权' }

export const PASS_WORDS = { first: '第一遍', second: '第二遍' } as const

export const COUNTED_BODIES: Record<Body, string> = { members: '选举大会', committee: '委员会第一次全体会议' }
