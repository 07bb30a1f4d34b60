import { useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { PEOPLE_WAYS, SubWays } from '../ui/SubWays.tsx'
import css from './changes.module.css'
import { ProbationsPart } from './ProbationsPart.tsx'
import { TransfersParts } from './TransfersParts.tsx'

/** 党员变动: who is on probation, who leaves, who comes. */
export const ChangesPage = () => {
  const here = useHere()
  return (
    <>
      <SubWays label="人与组织" ways={PEOPLE_WAYS} />
      <PageHead
        title="党员变动"
        tab={`${here.unit.name}党员变动`}
        lead={`${here.unit.name}。预备期满、转出和转入，每件有期限、条文和文书。`}
      />
      <div className={css.parts}>
        <ProbationsPart />
        <TransfersParts />
      </div>
    </>
  )
}
