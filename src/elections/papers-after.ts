import { attendanceSheet } from '../documents/election-attendance.ts'
import { headBallot, memberBallot } from '../documents/election-ballots.ts'
import { closingList } from '../documents/election-closing.ts'
import { ballotReport, tallySheet } from '../documents/election-count-sheets.ts'
import { officersList } from '../documents/election-officers.ts'
import type { ElectionPaper } from '../documents/election-paper.ts'
import type { ElectionPaperId } from '../documents/election-papers.ts'
import { plenaryMinutes } from '../documents/election-plenary.ts'
import { publicNotice, resultReply, resultReport } from '../documents/election-result-letter.ts'
import { resultToMeeting } from '../documents/election-result-sheet.ts'

/** Builders of the papers from the attendance sheet on: numbers 12–21. */
export const AFTER: Readonly<Partial<Record<ElectionPaperId, ElectionPaper>>> = {
  // One a line.
  attendance: attendanceSheet,
  officers: officersList,
  'ballot-members': memberBallot,
  'ballot-heads': headBallot,
  'ballot-report': ballotReport,
  tally: tallySheet,
  'result-to-meeting': resultToMeeting,
  plenary: plenaryMinutes,
  'result-report': resultReport,
  'result-reply': resultReply,
  'public-notice': publicNotice,
  'closing-list': closingList,
}
