import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { type Here, HereContext } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import css from './Frame.module.css'
import { allows, hereOf, type SignedIn, sessionQuery, unitsQuery } from './session.ts'
import { askToSignIn, isWrittenOn, signOut } from './sign-out.ts'
import { WAYS } from './ways.ts'

/** What stands around every page of a person who is signed in: the ways in, the unit, the person. */
export const Frame = () => {
  const { signedIn: session, demo } = useSuspenseQuery(sessionQuery).data
  useEffect(() => {
    if (!session) askToSignIn()
  }, [session])
  return session && <Framed session={session} demo={demo} />
}

const Framed = ({ session, demo }: { session: SignedIn; demo: boolean }) => {
  const { units } = useSuspenseQuery(unitsQuery).data
  const { unit } = useSearch({ strict: false })
  const [open, setOpen] = useState(false)
  const main = useReadingPlace(() => setOpen(false))
  const here = hereOf(session, units, unit)
  const { pathname } = useLocation()
  useEffect(() => void import('../outbox/using.ts').then(({ sendFromAnywhere }) => sendFromAnywhere()), [])
  const ways = WAYS.filter(
    ({ asks }) => asks.length === 0 || asks.some((permission) => allows(session, permission)),
  )

  return (
    <div className={css.frame}>
      <a className={`unseen ${css.skip}`} href="#content">
        跳到正文
      </a>
      <header className={css.bar}>
        <button
          type="button"
          className={css.burger}
          aria-expanded={open}
          aria-controls="ways"
          onClick={() => setOpen(!open)}
        >
          {open ? '收起' : '菜单'}
        </button>
        <Link to="/" className={css.brand}>
          知行
        </Link>
        <div className={css.unit}>
          <span className={css.organ}>
            {session.organ.name}
            {demo && '（示例）'}
          </span>
          {here && <UnitChoice here={here} />}
        </div>
        <Person name={session.person.name} />
      </header>
      <nav id="ways" className={css.ways} data-open={open || undefined} aria-label="主要入口">
        <ul>
          {ways.map(({ to, title, under = [] }) => (
            <li key={to} data-here={under.some((place) => pathname.startsWith(place)) || undefined}>
              <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <main id="content" ref={main} className={css.content} tabIndex={-1}>
        {here ? (
          <HereContext value={here}>
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </HereContext>
        ) : (
          <NoPost />
        )}
      </main>
    </div>
  )
}

/** A new page is read from its beginning: the focus goes to the text. The first page is where the browser already stands. */
const useReadingPlace = (onMove: () => void) => {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    onMove()
    main.current?.focus({ preventScroll: true })
  })
  return main
}

/** The unit whose affairs the pages show. Groups are reached through their branch; with one unit there is nothing to choose. */
const UnitChoice = ({ here: { unit, units } }: { here: Here }) => {
  const navigate = useNavigate()
  const choices = units.filter(({ id, kind }) => kind !== 'group' || id === unit.id)
  if (choices.length < 2) return <span>{unit.name}</span>
  return (
    <select
      aria-label="当前组织"
      value={unit.id}
      onChange={({ currentTarget }) => void navigate({ to: '/', search: { unit: currentTarget.value } })}
    >
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

const Leaving = lazy(() => import('../outbox/Leaving.tsx').then((found) => ({ default: found.Leaving })))

const Person = ({ name }: { name: string }) => {
  const [leaving, setLeaving] = useState(false)
  // What was written on this device is seen to first.
  const leave = async (): Promise<void> => ((await isWrittenOn()) ? setLeaving(true) : signOut())
  return (
    <div className={css.person}>
      <Link to="/account" title="我的账号">
        {name}
      </Link>
      <button type="button" onClick={() => void leave()}>
        退出
      </button>
      {leaving && (
        <Suspense>
          <Leaving signOut={signOut} onStay={() => setLeaving(false)} />
        </Suspense>
      )}
    </div>
  )
}

const NoPost = () => (
  <>
    <PageHead title="您目前没有可办理的事项" />
    <p>您的账号还没有对应的任职或党员身份。请联系所在支部的组织委员登记。</p>
  </>
)
