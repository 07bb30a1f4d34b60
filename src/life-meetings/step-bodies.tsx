import type { FC } from 'react'
import { CheckPart } from './CheckPart.tsx'
import type { LifeRound, StepId } from './contract.ts'
import { MeetingPart } from './MeetingPart.tsx'
import { NotesPart } from './NotesPart.tsx'
import { OpinionsPart } from './OpinionsPart.tsx'
import { PlanPart, StudyPart } from './PlanPart.tsx'
import { ClosingPart, ProblemsPart, PromisesPart } from './ProblemsPart.tsx'
import { RemarksPart } from './RemarksPart.tsx'
import { ReportPart } from './ReportPart.tsx'
import { TalksPart } from './TalksPart.tsx'

/** What stands under each step. */
export const BODIES: Record<StepId, FC<{ round: LifeRound }>> = {
  promises: PromisesPart,
  plan: PlanPart,
  study: StudyPart,
  opinions: OpinionsPart,
  talks: TalksPart,
  check: CheckPart,
  notes: NotesPart,
  meeting: MeetingPart,
  remarks: RemarksPart,
  problems: ProblemsPart,
  closing: ClosingPart,
  report: ReportPart,
}
