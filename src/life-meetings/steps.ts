import type { Day } from '../kernel/day.ts'
import { day } from '../kernel/day.ts'
import type { LifeRound, LifeStep, Problem, StepId } from './contract.ts'

/** What a round has, as far as its steps go by it. */
export type Course = Pick<
  LifeRound,
  | 'form'
  | 'topic'
  | 'meetOn'
  | 'studies'
  | 'opinions'
  | 'box'
  | 'talks'
  | 'check'
  | 'notes'
  | 'sittings'
  | 'groups'
  | 'groupsDoneOn'
  | 'remarks'
  | 'problems'
  | 'promises'
  | 'reportSentOn'
>

export const STEP_TITLES: Record<StepId, string> = {
  promises: '上年整改的结果',
  plan: '方案',
  study: '会前学习',
  opinions: '征求意见',
  talks: '谈心谈话',
  check: '支委会对照检查',
  notes: '发言提纲',
  meeting: '召开会议',
  remarks: '批评和自我批评',
  problems: '问题和整改措施',
  closing: '整改销号',
  report: '向上级报告',
}

export const PHASE_TITLES = { before: '会前', at: '会上', after: '会后' } as const

const PHASE: Record<StepId, LifeStep['phase']> = {
  promises: 'before',
  plan: 'before',
  study: 'before',
  opinions: 'before',
  talks: 'before',
  check: 'before',
  notes: 'before',
  meeting: 'at',
  remarks: 'at',
  problems: 'after',
  closing: 'after',
  report: 'after',
}

type Found = { done: boolean; note: string }

/** Where each step of the round stands. Nothing is barred by an unfinished step before it: life is not that orderly. */
export const stepsOf = (course: Course, today: Day): LifeStep[] => {
  const held = heldOf(course)
  return (Object.keys(PHASE) as StepId[]).map((id) => {
    const { done, note } = FIND[id](course, today)
    const isLater = PHASE[id] !== 'before' && !held && id !== 'meeting'
    return { id, phase: PHASE[id], state: done ? 'done' : isLater ? 'later' : 'now', note }
  })
}

/** Whether the gathering is on record: one sitting, or in groups each of theirs. */
export const heldOf = ({ form, sittings, groupsDoneOn }: Course): boolean =>
  form === 'groups' ? groupsDoneOn !== null : sittings.some(isRecorded)

const isRecorded = ({ stage }: { stage: string }): boolean => stage === 'recorded' || stage === 'noted'

const FIND: Record<StepId, (course: Course, today: Day) => Found> = {
  promises: ({ promises }) => {
    if (promises === null) return { done: true, note: '没有上一年的整改清单' }
    const open = promises.problems.filter(({ closedOn }) => closedOn === null).length
    const closed = promises.problems.length - open
    return {
      done: open === 0,
      note: open === 0 ? `${closed} 项都已销号` : `已销号 ${closed} 项，${open} 项没有完成，转入本年`,
    }
  },
  plan: ({ meetOn }) => ({
    done: meetOn !== null,
    note: meetOn === null ? '还没有定召开日期' : `定在 ${dayNote(meetOn)}召开`,
  }),
  study: ({ studies }) => {
    const done = studies.filter((study) => study.done).length
    if (studies.length === 0) return { done: false, note: '还没有列学习材料' }
    return { done: done === studies.length, note: `学完 ${done} 份，共 ${studies.length} 份` }
  },
  opinions: ({ opinions, box }) => ({
    done: opinions.length > 0 && box.openedOn !== null,
    note: `已登记 ${opinions.length} 条${box.openedOn === null ? '，意见箱还在收' : ''}`,
  }),
  talks: ({ talks }) => ({
    done: talks.members > 0 && talks.talked >= talks.members,
    note: talks.talked === 0 ? '本年还没有登记谈话' : `${talks.members} 人中 ${talks.talked} 人谈过`,
  }),
  check: ({ check }) => {
    if (check === null) return { done: false, note: '还没有写' }
    return { done: check.finalOn !== null, note: check.finalOn === null ? '草稿' : '已定稿' }
  },
  notes: ({ notes }) => {
    const open = notes.filter(({ state }) => state === 'none').length
    return {
      done: notes.length > 0 && open === 0,
      note: notes.length === 0 ? '由书记、组织委员等收取' : open === 0 ? '都已交来' : `${open} 人还没有交`,
    }
  },
  meeting: (course, today) => {
    const recorded = course.sittings.filter(isRecorded)
    if (heldOf(course))
      return { done: true, note: `${dayNote(recorded[0]?.heldOn ?? course.groupsDoneOn ?? '')}召开` }
    if (course.form === 'groups')
      return { done: false, note: `${course.groups.length} 个小组，已记录 ${recorded.length} 次` }
    const [next] = course.sittings
    if (next)
      return {
        done: false,
        note: `${dayNote(next.heldOn)}的会议${next.stage === 'planned' ? '已安排' : '记录没有提交'}`,
      }
    const isPast = course.meetOn !== null && day(course.meetOn).until(today).sign > 0
    return { done: false, note: isPast ? '预定日期已过，还没有会议记录' : '还没有安排会议' }
  },
  remarks: ({ remarks }) => ({
    done: remarks.selves > 0 && remarks.between > 0,
    note: `自我批评 ${remarks.selves} 人，相互批评 ${remarks.between} 条`,
  }),
  problems: ({ problems }) => {
    const bare = problems.filter(isBare).length
    if (problems.length === 0) return { done: false, note: '还没有登记问题' }
    return {
      done: bare === 0,
      note: bare === 0 ? `${problems.length} 项，都有措施、人和日期` : `${bare} 项缺措施、人或日期`,
    }
  },
  closing: ({ problems }) => {
    const open = problems.filter(({ closedOn }) => closedOn === null)
    const late = open.filter(({ overdue }) => overdue).length
    return {
      done: problems.length > 0 && open.length === 0,
      note:
        problems.length === 0
          ? '没有要销号的'
          : `未销号 ${open.length} 项${late > 0 ? `，其中过期 ${late} 项` : ''}`,
    }
  },
  report: ({ reportSentOn }) => ({
    done: reportSentOn !== null,
    note: reportSentOn === null ? '还没有报送' : `${dayNote(reportSentOn)}报送`,
  }),
}

/** Without a measure, a person or a day it is no promise yet. */
export const isBare = ({
  measure,
  ownerId,
  dueOn,
}: Pick<Problem, 'measure' | 'ownerId' | 'dueOn'>): boolean => !measure || ownerId === null || dueOn === null

const dayNote = (on: string): string => {
  const [, month, date] = on.split('-').map(Number)
  return `${month}月${date}日`
}

/** Of study, talks and opinions (支部工作条例 art. 17), how many are done at least in part. */
export const preparedOf = ({ studies, talks, opinions }: Course): number =>
  [studies.some(({ done }) => done), talks.talked > 0, opinions.length > 0].filter(Boolean).length
