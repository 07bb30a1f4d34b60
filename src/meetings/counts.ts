import type { Attendance } from './contract.ts'

type Seen = { entitled: boolean; votes: boolean; state: Attendance }

/** 应到 / 实到 / 请假 / 缺席 / 未填 / 列席, and those with a vote. Observers are in no base. */
export const countsOf = (attendance: readonly Seen[]) => {
  const expected = attendance.filter(({ entitled }) => entitled)
  const voting = expected.filter(({ votes }) => votes)
  const of = (people: readonly Seen[], state: Attendance) =>
    people.filter((seen) => seen.state === state).length
  return {
    entitled: expected.length,
    present: of(expected, 'present'),
    excused: of(expected, 'excused'),
    absent: of(expected, 'absent'),
    notStated: of(expected, 'not-stated'),
    observing: of(attendance, 'observing'),
    voting: voting.length,
    votingPresent: of(voting, 'present'),
  }
}

export type Counts = ReturnType<typeof countsOf>
