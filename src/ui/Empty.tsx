import type { ReactNode } from 'react'
import css from './notice.module.css'

/** Nothing here: says so plainly, and what one may do. Nothing to do is a good page, too. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className={css.empty}>
    <h2>{title}</h2>
    {children}
  </div>
)
