import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sayDay, today } from '../ui/days.ts'
import type { NeedLine } from './contract.ts'
import { dueWords, type Nearness, nearnessOf } from './due-words.ts'
import { CATEGORY_NAMES, CHANNEL_NAMES, LEVEL_NAMES, STATE_NAMES } from './kinds.ts'
import { numberOf } from './matter.ts'
import css from './queue.module.css'

/** Matters as a list: number, what, state, who, by when. Of a sensitive one no word. */
export const QueueLines = ({ needs, label }: { needs: readonly NeedLine[]; label: string }) => (
  <ul className={css.lines} aria-label={label}>
    {needs.map((need) => (
      <li key={need.id} className={css.line}>
        <Link className={css.number} to="/needs/$need" params={{ need: need.id }}>
          {numberOf(need)}
        </Link>
        <span className={css.what}>
          <span>
            <LevelMark level={need.level} />
            {need.sensitive ? '封存' : (need.line ?? '无内容')}
          </span>
          <span className="aside">
            {[
              `${sayDay(need.receivedOn)}${CHANNEL_NAMES[need.channel]}`,
              need.category && CATEGORY_NAMES[need.category],
              need.area,
              need.anonymous && '匿名',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <span>{STATE_NAMES[need.state]}</span>
        <span>{need.ownerName ?? <span className="aside">未定承办人</span>}</span>
        <DueMark need={need} />
      </li>
    ))}
  </ul>
)

export const LevelMark = ({ level }: { level: NeedLine['level'] }) =>
  level && (
    <span className={css.level} data-level={level} title={LEVEL_NAMES[level]}>
      {level}
    </span>
  )

/** ■ 逾期 3 天, ◆ 还有 2 天, ○ 还有 20 天: by shape and word. */
const DueMark = ({ need }: { need: NeedLine }) => {
  const near = nearnessOf(need, today().toString())
  return (
    <span className={css.due}>
      <span className={css.mark} data-near={near}>
        {SHAPES[near]}
        {dueWords(need, today().toString())}
      </span>
      {near !== 'none' && need.dueOn && <span className="aside">{sayDay(need.dueOn)}</span>}
    </span>
  )
}

const drawn = (shape: ReactNode) => (
  <svg viewBox="0 0 12 12" aria-hidden="true">
    {shape}
  </svg>
)
const SHAPES: Record<Nearness, ReactNode> = {
  overdue: drawn(<rect x="1" y="1" width="10" height="10" fill="currentColor" />),
  near: drawn(<path d="M6 .5 11.5 6 6 11.5.5 6z" fill="currentColor" />),
  later: drawn(<circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />),
  none: null,
}
