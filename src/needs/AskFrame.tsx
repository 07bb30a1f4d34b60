import type { ReactNode } from 'react'
import css from './public.module.css'

/** The frame of every page for the public: whom to call at once stands above all, and one press leaves the page. */
export const AskFrame = ({ title, by, children }: { title: string; by?: string; children: ReactNode }) => (
  <main className={css.page}>
    <title>{title}</title>
    <div className={css.danger}>
      <p>
        现在有危险，先打电话：
        <a href="tel:110">110 报警</a>
        <a href="tel:120">120 急救</a>
        <a href="tel:12338">12338 妇女热线</a>
      </p>
      <button type="button" className={css.leave} onClick={leave}>
        马上离开这一页
      </button>
    </div>
    <header>
      {by && <p className="aside">{by}</p>}
      <h1>{title}</h1>
    </header>
    {children}
  </main>
)

/** An empty page in place of this one: the button back does not lead here again. */
const leave = (): void => location.replace('about:blank')
