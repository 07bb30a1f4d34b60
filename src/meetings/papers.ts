import type { MinutesData, PaperMeeting, RegisterRow } from '../documents/contract.ts'
import type { Meeting } from './contract.ts'

/** The meeting as paper shows it: what was amended of several things says which one. */
export const paperOf = ({ amendments, resolutions, ...meeting }: Meeting): PaperMeeting => ({
  ...meeting,
  // A draft's vote that nobody counted yet is no vote on paper.
  resolutions: resolutions.flatMap(({ approve, oppose, abstain, ...vote }) =>
    approve === null || oppose === null || abstain === null ? [] : [{ ...vote, approve, oppose, abstain }],
  ),
  amendments: amendments.map(({ subject, was, ...row }) => ({
    ...row,
    was: subject === null ? was : `${subject}：${was ?? '未填'}`,
  })),
})

export const minutesData = (meeting: Meeting, organName: string, ordinal: number): MinutesData => ({
  organName,
  ordinal,
  meeting: paperOf(meeting),
})

type Line = Omit<RegisterRow, 'entitled' | 'present' | 'excused' | 'absent'> & {
  entitled: number
  present: number
  excused: number
  absent: number
}

/** A line of the register; before the record is handed in nothing was counted, which is not the same as nobody. */
export const registerRow = ({ entitled, present, excused, absent, ...line }: Line): RegisterRow => ({
  ...line,
  ...(line.recordedOn === null
    ? { entitled: null, present: null, excused: null, absent: null }
    : { entitled, present, excused, absent }),
})

/** The calendar entry's id: the same for the life of the meeting, in files and in the feed. */
export const uidOf = (meeting: string): string => `meeting-${meeting}@zhixing`
