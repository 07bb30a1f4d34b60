import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sayDay } from '../ui/days.ts'
import { STATE_NAMES } from './kinds.ts'
import { numberOf } from './matter.ts'
import css from './queue.module.css'
import type { Alike } from './queue-contract.ts'

type Props = { alike: readonly Alike[]; children?: (alike: Alike) => ReactNode }

/** Matters that may be the same, each with why it is shown. */
export const AlikeLines = ({ alike, children }: Props) => (
  <ul className={css.alike}>
    {alike.map((each) => (
      <li key={each.id}>
        <span>
          <Link to="/needs/$need" params={{ need: each.id }}>
            {numberOf(each)}
          </Link>{' '}
          {each.line}
        </span>
        <span className="aside">
          {sayDay(each.receivedOn)} · {STATE_NAMES[each.state]} · {why(each)}
        </span>
        {children?.(each)}
      </li>
    ))}
  </ul>
)

const why = ({ byPhone, common }: Alike): string =>
  [byPhone && '电话相同', common.length > 0 && `都写到${common.map((word) => `“${word}”`).join('')}`]
    .filter(Boolean)
    .join('，')
