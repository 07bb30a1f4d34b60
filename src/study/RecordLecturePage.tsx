import { useNavigate } from '@tanstack/react-router'
import { call } from '../http/call.ts'
import { refuse } from '../kernel/outcome.ts'
import { today } from '../ui/days.ts'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { useSaving } from '../ui/saving.ts'
import { recordLecture } from './contract.ts'
import { studyGuide } from './guide.ts'
import { type Given, LectureForm } from './LectureForm.tsx'

/** Records a lecture given to cadres or the public. */
export const RecordLecturePage = () => {
  const { unit, may } = useHere()
  const navigate = useNavigate()
  const saving = useSaving(
    recordLecture.body,
    (body: Given) => call(recordLecture, { params: { unit: unit.id }, body }),
    ({ id }) => void navigate({ to: '/outreach/$lecture', params: { lecture: id } }),
  )
  return (
    <>
      <PageHead title="登记宣讲" lead={unit.name} />
      {may(recordLecture.asks, unit.path) ? (
        <>
          <Guide of="宣讲登记" guide={studyGuide.outreach} />
          <LectureForm key={unit.id} unitId={unit.id} start={start()} act="登记宣讲" asks saving={saving} />
        </>
      ) : (
        <RefusalNote refusal={refuse('not-permitted', '宣讲由支委会成员登记，党小组的由组长登记。')} />
      )}
    </>
  )
}

const start = (): Given => ({
  topic: '',
  heldOn: today().toString(),
  place: null,
  lecturerId: null,
  lecturerName: null,
  audience: 'community',
  heads: null,
  questions: [],
})
