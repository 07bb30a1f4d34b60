import type { ConversionData } from '../documents/conversion-paper.ts'
import type { Candidate, Probation } from './probation-shape.ts'

type Person = {
  sex: string | null
  bornOn: string | null
  education: string | null
}

type Decided = Candidate & { place: string | null; hostName: string | null }

/** What the papers at the end of a probation tell; null while no meeting has decided. */
export const conversionData = (
  probation: Probation,
  person: Person | undefined,
  decided: Decided | undefined,
  superior: string | null,
): ConversionData | null => {
  const { unitName, personName, beganOn, endsOn, outcome, extendedTo } = probation
  if (!decided || outcome === null || beganOn === null || endsOn === null) return null
  const { appliedOn, groupOpinionOn, contactsOpinionOn, publicityFrom, publicityTo } = probation
  const { submittedOn, approvedOn, approvalNumber } = probation
  const { heldOn, place, hostName, text, entitled, present, approve, oppose, abstain, passed, judgments } =
    decided
  return {
    ...{ unitName, superior, personName, beganOn, endsOn, outcome, extendedTo },
    ...{ appliedOn, groupOpinionOn, contactsOpinionOn, publicityFrom, publicityTo },
    ...{ submittedOn, approvedOn, approvalNumber },
    sex: (person?.sex ?? null) as 'female' | 'male' | null,
    bornOn: person?.bornOn ?? null,
    education: person?.education ?? null,
    meeting: { heldOn, place, hostName },
    vote: { text, entitled, present, approve, oppose, abstain, passed, judgments },
  }
}
