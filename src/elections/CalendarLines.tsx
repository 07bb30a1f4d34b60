import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { TERMS, type Term } from '../glossary.ts'
import { useRules } from '../regulations/using.tsx'
import { termRulesOf } from '../rules/term.ts'
import { sayDay } from '../ui/days.ts'
import { FormAct } from '../ui/FormAct.tsx'
import { Why } from '../ui/WhyPanel.tsx'
import css from './calendar.module.css'
import type { CalendarEntry } from './calendar-contract.ts'
import { KIND_WORDS } from './labels.ts'
import { OpenElectionForm } from './OpenElectionForm.tsx'

/** The term of each unit on one line: when it began, when it ends, what is due now, and the act that answers it. */
export const CalendarLines = ({ entries }: { entries: readonly CalendarEntry[] }) => (
  <ul className={css.lines}>
    {entries.map((entry) => (
      <li key={entry.unitId} className={css.entry}>
        <div>
          <h3 className={css.name}>{entry.unitName}</h3>
          <span className="aside">{TERMS[entry.unitKind]}</span>
        </div>
        <TermDates entry={entry} />
        <Now entry={entry} />
        <Acts entry={entry} />
      </li>
    ))}
  </ul>
)

const TermDates = ({ entry: { term, request } }: { entry: CalendarEntry }) => {
  if (!term) return <div />
  return (
    <dl className={css.days}>
      <Dated name="选举" on={term.electedOn} />
      <Dated name={term.shift ? '批准至' : '届满'} on={term.dueOn} />
      <Dated name="提醒" on={term.remindOn} />
      {request && <Dated name="请示最迟" on={request.on} />}
    </dl>
  )
}

const Dated = ({ name, on }: { name: string; on: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{sayDay(on)}</dd>
  </div>
)

const Now = ({ entry }: { entry: CalendarEntry }) => {
  const { term, words, level, elections, vacancies } = entry
  return (
    <div className={css.now}>
      <p data-level={level}>
        {words} {term && <TermWhy entry={entry} />}
      </p>
      {term?.shift && (
        <p className="aside">
          {term.shift.words}
          {term.approvalNote && `批准：${term.approvalNote}`}
        </p>
      )}
      {elections.map(({ id, kind, next }) => (
        <p key={id}>
          <Link to="/elections/$election" params={{ election: id }}>
            {KIND_WORDS[kind]}
          </Link>
          {next ? `：下一步${next.title}` : '：各步都已登记'}
          {next?.by && <span className="aside"> {sayDay(next.by)}前</span>}
        </p>
      ))}
      {vacancies.map(({ post, name, on }) => (
        <p key={`${post} ${name} ${on}`}>
          {TERMS[post as Term] ?? post}空缺：{name}任职到{sayDay(on)}，还没有人接任。
        </p>
      ))}
    </div>
  )
}

const TermWhy = ({ entry: { unitKind, unitName, term, words } }: { entry: CalendarEntry }) => {
  const ids = termRulesOf(unitKind)
  const rules = useRules(
    ids ? [ids.term, ids.reminder, ids.request, ids.latest, ids.earliest].filter((id) => id !== null) : [],
  )
  if (!term) return null
  return (
    <Why
      of={`${unitName}的届次`}
      grounds={{
        about: `${unitName}的届次`,
        verdict: `${sayDay(term.electedOn)}选举，按规则${sayDay(term.ruledOn)}届满。${words}`,
        rules,
      }}
    />
  )
}

const Acts = ({ entry }: { entry: CalendarEntry }): ReactNode => {
  const { unitId, unitKind, unitName, term, elections, vacancies, mayLead } = entry
  if (!mayLead) return <div />
  const isOpen = (kind: 'renewal' | 'by-election') => elections.some((each) => each.kind === kind)
  return (
    <div className={css.acts}>
      {!isOpen('renewal') && (
        <FormAct act="开始换届" title={`${unitName}换届选举`}>
          {() => <OpenElectionForm unit={unitId} unitKind={unitKind} kind="renewal" />}
        </FormAct>
      )}
      {vacancies.length > 0 && !isOpen('by-election') && (
        <FormAct act="办理补选" title={`${unitName}补选`}>
          {() => <OpenElectionForm unit={unitId} unitKind={unitKind} kind="by-election" />}
        </FormAct>
      )}
      {!term && <Link to="/units">登记本届</Link>}
    </div>
  )
}
