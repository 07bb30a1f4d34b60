import { Link } from '@tanstack/react-router'
import css from './SubWays.module.css'

type SubWay = { to: string; title: string }

/** The pages that lie side by side under one way in, above their heading. */
export const SubWays = ({ label, ways }: { label: string; ways: readonly SubWay[] }) => (
  <nav className={css.ways} aria-label={label}>
    {ways.map(({ to, title }) => (
      <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
        {title}
      </Link>
    ))}
  </nav>
)

/** Under 人与组织. Pages of several slices share it. */
export const PEOPLE_WAYS: readonly SubWay[] = [
  { to: '/members', title: '名册' },
  { to: '/posts', title: '任职' },
  { to: '/units', title: '组织架构' },
]
