import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Act } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { Loading } from '../ui/Loading.tsx'
import { meetingQuery } from './meeting-asking.tsx'
import type { Meeting } from './meeting-shape.ts'
import { RoomSlide } from './RoomSlide.tsx'
import css from './room.module.css'
import { slidesOf } from './slides.ts'

// What another desk enters is on the wall a moment later.
const AGAIN = 4000

/** The screen of the meeting: one step of the agenda at a time, walked with the arrow keys. */
export const ElectionRoomPage = () => {
  const { election } = useParams({ strict: false }) as { election: string }
  const { body = 'members' } = useSearch({ strict: false }) as { body?: 'members' | 'committee' }
  const { data, error, refetch } = useQuery({
    ...meetingQuery(election, body),
    refetchInterval: AGAIN,
  })
  if (error)
    return (
      <main className={css.room}>
        <Failed error={error} again={() => void refetch()} />
      </main>
    )
  if (!data) return <Loading what="大会" />
  return <Screen meeting={data} />
}

const Screen = ({ meeting }: { meeting: Meeting }) => {
  const slides = slidesOf(meeting)
  const now = meeting.agenda.findIndex(({ state }) => state === 'now')
  const [shown, setShown] = useState<string>()
  const at = Math.max(
    0,
    shown === undefined ? (now === -1 ? slides.length - 1 : now) : slides.findIndex(({ id }) => id === shown),
  )
  const slide = slides[at]!
  const go = (to: number): void => setShown(slides[Math.min(Math.max(to, 0), slides.length - 1)]!.id)
  const screen = useRef<HTMLElement>(null)
  useEffect(() => screen.current?.focus(), [])
  const onKey = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    go(at + by)
  }
  const { gathering, unitName, kind } = meeting
  const params = { election: meeting.electionId }
  return (
    <main className={css.room} ref={screen} tabIndex={-1} onKeyDown={onKey}>
      <title>{`${slide.title} · 知行`}</title>
      <header>
        <p>
          {unitName}
          {kind === 'renewal' ? '换届选举' : '补选'}
          {meeting.body === 'members' ? '大会' : ' · 新一届委员会第一次全体会议'}
        </p>
        <p>{gathering && sayDay(gathering.heldOn)}</p>
      </header>
      <RoomSlide slide={slide} />
      <footer>
        {meeting.body === 'members' ? (
          <Link to="/elections/$election/meeting" params={params}>
            回到大会
          </Link>
        ) : (
          <Link to="/elections/$election/plenary" params={params}>
            回到全体会议
          </Link>
        )}
        <nav aria-label="议程">
          <Act permit={at > 0 ? { may: true } : { may: false, reason: '' }} onClick={() => go(at - 1)}>
            上一项
          </Act>
          <span>
            {at + 1} / {slides.length}
          </span>
          <Act
            permit={at < slides.length - 1 ? { may: true } : { may: false, reason: '' }}
            onClick={() => go(at + 1)}
          >
            下一项
          </Act>
        </nav>
      </footer>
    </main>
  )
}
