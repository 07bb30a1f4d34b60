import { FormAct } from '../ui/FormAct.tsx'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { CLOCK_GUIDE } from './clock-guide.ts'
import { LEVEL_NAMES, PETITION_NAMES } from './kinds.ts'
import type { PartProps } from './part.ts'
import { TriageForm } from './TriageForm.tsx'
import css from './triage.module.css'

/** 分诊: how soon, whether it is a petition, and who takes it. */
export const TriagePart = ({ need }: PartProps) => {
  const { may } = useHere()
  const mayTriage = may('need.handle', need.unitPath) && need.knows
  const isOpen = need.state === 'received' || need.state === 'handling'
  return (
    <section className={css.part} aria-label="分诊">
      <h2>分诊</h2>
      {need.state === 'received' ? (
        mayTriage ? (
          <>
            <TriageForm need={need} onDone={() => {}} />
            <Guide of="分诊" guide={CLOCK_GUIDE.triage} />
          </>
        ) : (
          <p className="aside">
            {need.knows ? '还没有分诊，由接待部门办理。' : '还没有分诊。由知悉这件需求的人分诊。'}
          </p>
        )
      ) : (
        <>
          <dl className={css.facts}>
            <dt>多急</dt>
            <dd>{need.level ? `${need.level} ${LEVEL_NAMES[need.level]}` : '没有定级'}</dd>
            <dt>信访</dt>
            <dd>{need.petition ? PETITION_NAMES[need.petition] : '没有判断'}</dd>
          </dl>
          {mayTriage && isOpen && (
            <FormAct act="重新分诊" title="重新分诊">
              {(close) => <TriageForm need={need} onDone={close} />}
            </FormAct>
          )}
        </>
      )}
    </section>
  )
}
