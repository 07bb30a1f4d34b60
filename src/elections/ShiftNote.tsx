import { Link } from '@tanstack/react-router'
import { useRules } from '../regulations/using.tsx'
import { sayDay } from '../ui/days.ts'
import { Why } from '../ui/WhyPanel.tsx'
import css from './preparation.module.css'
import type { Preparation } from './preparation-contract.ts'

/** 提前 or 延期换届: what the superior must have agreed to, judged with its numbers; the approval is kept with the term. */
export const ShiftNote = ({ shift }: { shift: NonNullable<Preparation['shift']> }) => {
  const { way, dueOn, approvedUntil, usualBound, told } = shift
  const rules = useRules(['renewal.shift-approved', way === 'late' ? 'renewal.latest' : 'renewal.earliest'])
  const holds = told?.judgment.holds ?? true
  return (
    <p className={css.shift} data-holds={holds}>
      {way === 'late' ? '延期换届' : '提前换届'}：本届到{sayDay(dueOn)}届满。
      {approvedUntil ? `上级已批准到${sayDay(approvedUntil)}。` : '还没有登记上级的批准。'}
      {usualBound &&
        (way === 'late' ? `一般最迟到${sayDay(usualBound)}。` : `一般最早从${sayDay(usualBound)}。`)}
      {told && !holds && told.words}{' '}
      {told && (
        <Why
          grounds={{
            about: way === 'late' ? '延期换届' : '提前换届',
            verdict: told.words,
            rules,
            judgments: [told.judgment],
          }}
        />
      )}{' '}
      {!holds && <Link to="/units">到组织架构的届次登记批准</Link>}
    </p>
  )
}
