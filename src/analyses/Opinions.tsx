import { sayDay } from '../ui/days.ts'
import css from './analyses.module.css'
import type { Opinion } from './contract.ts'

/** What the group and the branch answered. */
export const Opinions = ({ opinions }: { opinions: readonly Opinion[] }) =>
  opinions.map(({ id, unitName, text, byName, givenOn }) => (
    <div key={id} className={css.opinion}>
      <p>{text}</p>
      <p className="aside">
        {unitName}意见，{byName}，{sayDay(givenOn)}
      </p>
    </div>
  ))
