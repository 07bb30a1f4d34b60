import type { ReactNode } from 'react'
import css from './PageHead.module.css'

type Props = {
  title: string
  /** The whole title of the browser's tab where the heading alone would not tell. */
  tab?: string
  /** One plain sentence under the heading. */
  lead?: ReactNode
  /** The acts of the page. */
  children?: ReactNode
}

/** Heading, tab title, one sentence, acts. */
export const PageHead = ({ title, tab = title, lead, children }: Props) => (
  <header className={css.head}>
    <title>{`${tab} · 知行`}</title>
    <div>
      <h1>{title}</h1>
      {lead && <p className={css.lead}>{lead}</p>}
    </div>
    {children && <div className={css.acts}>{children}</div>}
  </header>
)
