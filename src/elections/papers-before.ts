import { agenda, script } from '../documents/election-agenda.ts'
import { termCalendar } from '../documents/election-calendar.ts'
import { candidatesRequest } from '../documents/election-candidates.ts'
import { decision } from '../documents/election-decision.ts'
import { method } from '../documents/election-method.ts'
import { nomination } from '../documents/election-nomination.ts'
import type { ElectionPaper } from '../documents/election-paper.ts'
import type { ElectionPaperId } from '../documents/election-papers.ts'
import { notice, plan } from '../documents/election-plan.ts'
import { candidatesReply, reply } from '../documents/election-reply.ts'
import { request } from '../documents/election-request.ts'
import { voters, votersInner } from '../documents/election-voters.ts'
import { workReport } from '../documents/election-work-report.ts'

/** Builders of the papers up to the agenda of the meeting: numbers 0–11. */
export const BEFORE: Readonly<Partial<Record<ElectionPaperId, ElectionPaper>>> = {
  // One a line.
  'term-calendar': termCalendar,
  decision,
  request,
  reply,
  plan,
  notice,
  voters,
  'voters-inner': votersInner,
  nomination,
  'candidates-request': candidatesRequest,
  'candidates-reply': candidatesReply,
  'work-report': workReport,
  method,
  agenda,
  script,
}
