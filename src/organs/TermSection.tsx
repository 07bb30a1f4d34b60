import { useQuery } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { hasTerms } from '../rules/term.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { sayDay, today } from '../ui/days.ts'
import { TextField } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { approveShift, beginTerm, listTerms, type Term, type Unit } from './contract.ts'
import css from './UnitsPage.module.css'
import { useChange, useFields } from './using.tsx'

/** 届次: when elected, when due by which clause, what was approved; and a new term, which closes the one before. */
export const TermSection = ({ unit, mayChange }: { unit: Unit; mayChange: boolean }) => {
  const { data } = useQuery({
    queryKey: ['terms', unit.id],
    queryFn: () => call(listTerms, { params: { unit: unit.id } }),
  })
  if (!hasTerms(unit.kind) || data === undefined) return null
  const present = data.terms.find(({ endedOn }) => endedOn === null)
  return (
    <section>
      <h2>届次</h2>
      {data.terms.length === 0 ? (
        <p>还没有登记届次。</p>
      ) : (
        <ul>
          {data.terms.map((term) => (
            <li key={term.id}>
              <TermLine term={term} />
            </li>
          ))}
        </ul>
      )}
      {mayChange && <BeginForm unit={unit} />}
      {mayChange && present && <ShiftForm key={present.version} term={present} />}
    </section>
  )
}

const TermLine = ({ term }: { term: Term }) => (
  <>
    {sayDay(term.electedOn)}选举
    {term.endedOn ? `，${sayDay(term.endedOn)}届满` : `，${sayDay(term.dueOn)}前换届`}{' '}
    <span className="aside">
      {term.endedOn === null && `${sayDay(term.remindOn)}起筹备 · `}
      {term.approvedUntil ? `经批准调整：${term.approvalNote}` : term.citation}
    </span>
    {term.shift && (
      <span className={css.shift} data-holds={term.shift.holds}>
        {term.shift.words}
        {term.shift.citation && <span className="aside"> {term.shift.citation}</span>}
      </span>
    )}
  </>
)

const BeginForm = ({ unit }: { unit: Unit }) => {
  const [fields, set] = useFields({ electedOn: today().toString() })
  const { act, refusal, errors, isPending } = useChange(beginTerm)
  return (
    <>
      {refusal && <RefusalNote refusal={refusal} />}
      <div className={css.row}>
        <DayField
          label="新一届选举日期"
          name="electedOn"
          today={today()}
          value={fields.electedOn}
          onChange={set('electedOn')}
          error={errors.electedOn}
        />
        <Act loading={isPending} onClick={() => act({ params: { unit: unit.id }, body: fields })}>
          登记新一届
        </Act>
      </div>
    </>
  )
}

/** What the unit above may usually approve, before anything is typed. */
const usualOf = ({ earliestOn, latestOn }: Term): string => {
  const usual = [
    earliestOn && `提前一般最早到${sayDay(earliestOn)}`,
    latestOn && `延期一般最迟到${sayDay(latestOn)}`,
  ].filter(Boolean)
  return ['上级批准延期或提前的，填批准到哪一天', ...usual].join('；')
}

const ShiftForm = ({ term }: { term: Term }) => {
  const [fields, set] = useFields({ approvedUntil: '', approvalNote: '' })
  const { act, refusal, errors, isPending } = useChange(approveShift)
  const isFilled = fields.approvedUntil !== '' && fields.approvalNote.trim() !== ''
  return (
    <>
      {refusal && <RefusalNote refusal={refusal} />}
      <div className={css.row}>
        <DayField
          label="批准的换届日期"
          name="approvedUntil"
          hint={usualOf(term)}
          today={today()}
          value={fields.approvedUntil}
          onChange={set('approvedUntil')}
          error={errors.approvedUntil}
        />
        <TextField
          label="批准文号或说明"
          name="approvalNote"
          value={fields.approvalNote}
          onChange={set('approvalNote')}
          error={errors.approvalNote}
        />
        <Act
          loading={isPending}
          permit={isFilled ? { may: true } : { may: false, reason: '请先填写日期和文号' }}
          onClick={() => act({ params: { term: term.id }, body: { ...fields, version: term.version } })}
        >
          登记批准
        </Act>
      </div>
    </>
  )
}
