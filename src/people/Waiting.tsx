import { useEffect, useState } from 'react'
import css from './Roster.module.css'

const LONG = 5

/** Work of unknown length: how long it has taken so far, and that one may leave it alone. */
export const Waiting = ({ what, hint = '人多的表要等一会儿。' }: { what: string; hint?: string }) => {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((passed) => passed + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className={css.waiting}>
      <p role="status">
        {what}
        {seconds >= LONG && `。${hint}`}
      </p>
      <progress aria-label={what} />
      {seconds > 0 && <span className="aside">已用 {seconds} 秒</span>}
    </div>
  )
}
