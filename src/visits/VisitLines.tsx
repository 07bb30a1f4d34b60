import { Link } from '@tanstack/react-router'
import { sayDay } from '../ui/days.ts'
import type { VisitLine } from './contract.ts'
import css from './visits.module.css'

/** Visits by day: where and who went, never a word of what was said. */
export const VisitLines = ({ visits }: { visits: readonly VisitLine[] }) => (
  <ul className={css.list}>
    {visits.map(({ id, stage, heldOn, plannedOn, where, visitors, promisesOpen }) => (
      <li key={id} className={css.line}>
        <span className={css.when}>
          {sayDay((heldOn ?? plannedOn)!)}
          {stage === 'planned' && '（计划）'}
        </span>
        <span className={css.what}>
          <Link to="/visits/$visit" params={{ visit: id }}>
            {where}
          </Link>
          <span className="aside">{visitors.map(({ name }) => name).join('、')}</span>
        </span>
        <span className="aside">{promisesOpen > 0 ? '有答应的事未了结' : ''}</span>
      </li>
    ))}
  </ul>
)
