import { Link, Outlet, useRouteContext } from '@tanstack/react-router'
import css from '../outbox/outbox.module.css'
import { Frame } from './Frame.tsx'

/** Around the pages that also open without a network: the frame, or, where the server does not answer, these two pages alone. */
export const Pocket = () => {
  const { alone } = useRouteContext({ from: '/pocket' })
  return alone ? <Alone /> : <Frame />
}

const Alone = () => (
  <>
    <header className={css.bar}>
      <strong>知行</strong>
      <nav aria-label="断网可用">
        <Link to="/visits/record">记走访</Link> <Link to="/outbox">待传</Link>
      </nav>
      <a href="/">回到今日</a>
    </header>
    <main id="content" className={css.alone}>
      <Outlet />
    </main>
  </>
)
