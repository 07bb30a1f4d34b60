import { useRules } from '../regulations/using.tsx'
import { sayDay } from '../ui/days.ts'
import { FormAct } from '../ui/FormAct.tsx'
import { Guide } from '../ui/Guide.tsx'
import { APPLICANT_NAMES, MEASURE_NAMES, MEASURES } from './kinds.ts'
import { MeasureForm } from './MeasureForm.tsx'
import { rulesOf } from './measures.ts'
import type { PartProps } from './part.ts'
import css from './sealed.module.css'
import { SEALED_GUIDE } from './sealed-guide.ts'
import type { MeasureWords } from './words.ts'

/** 保护措施: orders of the court, warnings of the police, reports of harm to a child; each with the clause it stands on. */
export const MeasuresPart = ({ need }: PartProps) => {
  if (!need.sensitive || !need.words) return null
  const open = need.state !== 'closed' && !need.sealedOn
  return (
    <section className={css.part} aria-labelledby="measures">
      <h2 id="measures">保护措施</h2>
      {need.measures.length === 0 && <p className="aside">还没有登记。</p>}
      {need.measures.map((measure) => (
        <article key={measure.id} className={css.measure} aria-label={MEASURE_NAMES[measure.words.kind]}>
          <h3>
            {MEASURE_NAMES[measure.words.kind]}
            {measure.words.office && `：${measure.words.office}`}
          </h3>
          <p>{stateOf(measure.words)}</p>
          {measure.dueOn && <p>下一个要办的日子：{sayDay(measure.dueOn)}</p>}
          <Clauses words={measure.words} />
          {measure.words.note && <p>{measure.words.note}</p>}
          {open && (
            <FormAct act="更新" title={`更新${MEASURE_NAMES[measure.words.kind]}`}>
              {(close) => (
                <MeasureForm need={need} measure={measure} kind={measure.words.kind} onDone={close} />
              )}
            </FormAct>
          )}
        </article>
      ))}
      {open && (
        <div className={css.acts}>
          {MEASURES.map((kind) => (
            <FormAct key={kind} act={`登记${MEASURE_NAMES[kind]}`} title={`登记${MEASURE_NAMES[kind]}`}>
              {(close) => <MeasureForm need={need} measure={null} kind={kind} onDone={close} />}
            </FormAct>
          ))}
        </div>
      )}
      <Guide of="保护措施" guide={SEALED_GUIDE.measures} />
    </section>
  )
}

const Clauses = ({ words }: { words: MeasureWords }) => {
  const rules = useRules(rulesOf(words))
  return rules.map(({ id, says, citation }) => (
    <p key={id} className="aside">
      {says}（{citation}）
    </p>
  ))
}

const stateOf = (words: MeasureWords): string => {
  const { kind, applicant, appliedOn, acceptedOn, madeOn, refusedOn, until, urgent, renewalOn, receipt } =
    words
  const said = {
    'protection-order': [
      APPLICANT_NAMES[applicant],
      appliedOn && `${sayDay(appliedOn)}申请`,
      acceptedOn && `${sayDay(acceptedOn)}受理${urgent ? '（情况紧急）' : ''}`,
      madeOn && `${sayDay(madeOn)}作出`,
      until && `有效到${sayDay(until)}`,
      refusedOn && `${sayDay(refusedOn)}驳回`,
      renewalOn && `${sayDay(renewalOn)}申请延长`,
    ],
    warning: [madeOn && `${sayDay(madeOn)}送达`, words.visitedOn && `${sayDay(words.visitedOn)}回访`],
    report: [
      appliedOn && `${sayDay(appliedOn)}发现`,
      madeOn ? `${sayDay(madeOn)}报告` : '还没有报告',
      receipt && `回执：${receipt}`,
    ],
  }[kind]
  return `${said.filter(Boolean).join('；')}。`
}
