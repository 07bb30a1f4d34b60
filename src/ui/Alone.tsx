import type { ReactNode } from 'react'
import css from './Alone.module.css'

/** A page outside the frame: one thing, in one column. */
export const Alone = ({
  title,
  tab = title,
  wide = false,
  children,
}: {
  title: string
  tab?: string
  wide?: boolean
  children: ReactNode
}) => (
  <main className={css.alone} data-wide={wide || undefined}>
    <title>{`${tab} · 知行`}</title>
    <p className={css.brand}>知行</p>
    <h1>{title}</h1>
    {children}
  </main>
)
