import type { ReactNode } from 'react'
import css from './wellbeing.module.css'

/** A table that may be wider than a telephone. */
export const Scroll = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
  <section className={css.scroll} tabIndex={0} aria-label={label}>
    {children}
  </section>
)
