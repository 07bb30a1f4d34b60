import { useQuery } from '@tanstack/react-query'
import { PAPER_NAMES } from '../documents/petition.ts'
import { TERMS } from '../glossary.ts'
import { addressOf, call } from '../http/call.ts'
import { useRules } from '../regulations/using.tsx'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { Why } from '../ui/WhyPanel.tsx'
import { ExtendForm, KeepForm, PauseForm, RaiseForm, ResumeForm, StartForm } from './ClockForms.tsx'
import { readClocks, type ShownClock } from './clock-contract.ts'
import { CLOCK_GUIDE } from './clock-guide.ts'
import { dayWords } from './clock-words.ts'
import type { Need } from './contract.ts'
import type { PartProps } from './part.ts'
import { papersOf } from './petition.ts'
import { downloadPetitionPaper } from './petition-contract.ts'
import css from './triage.module.css'

/** 期限: what runs, by which clause, till when; pauses, extension, and passing it on where it is stuck. */
export const ClocksPart = ({ need }: PartProps) => {
  const { person, may } = useHere()
  const read = useQuery({
    queryKey: ['need', need.id, 'clocks'],
    queryFn: () => call(readClocks, { params: { need: need.id } }),
    enabled: need.state !== 'received' && need.knows,
  })
  if (need.state === 'received' || !need.knows) return null
  if (read.error) return <Failed error={read.error} again={() => void read.refetch()} />
  if (!read.data) return null
  const { clocks, startable, stuckSince } = read.data
  const isHers =
    need.ownerId === person.id ||
    need.helpers.some(({ personId, until }) => personId === person.id && until === null) ||
    may('need.handle', need.unitPath)
  const acts = isHers && need.state !== 'closed' && need.sealedOn === null
  const isPaused = need.pauses.some(({ until }) => until === null)
  return (
    <section className={css.part} aria-label="期限">
      <h2>期限</h2>
      {need.raisedTo && <p>已上报{TERMS[need.raisedTo]}。</p>}
      {stuckSince && (
        <p>
          从{sayDay(stuckSince)}起没有新的记录。 <WhyRule id="need.stuck" of="没有进展的上报" />
        </p>
      )}
      {clocks.length === 0 ? (
        <p className="aside">没有要计算的期限。</p>
      ) : (
        <ul className={css.clocks}>
          {clocks.map((clock) => (
            <ClockLine key={clock.id} need={need} clock={clock} acts={acts} />
          ))}
        </ul>
      )}
      {isPaused && <p>已暂停：内部时限停着，法定期限照常计算。</p>}
      {acts && need.state === 'handling' && (
        <div className={css.acts}>
          {isPaused ? (
            <FormAct act="恢复办理" title="恢复办理">
              {(close) => <ResumeForm need={need} onDone={close} />}
            </FormAct>
          ) : (
            <FormAct act="暂停" title="暂停办理">
              {(close) => <PauseForm need={need} onDone={close} />}
            </FormAct>
          )}
          {startable.length > 0 && (
            <FormAct act="计算另一个期限" title="计算另一个期限">
              {(close) => <StartForm need={need} startable={startable} onDone={close} />}
            </FormAct>
          )}
          {need.raisedTo !== 'federation-leader' && (
            <FormAct act="上报一级" title="上报一级">
              {(close) => <RaiseForm need={need} onDone={close} />}
            </FormAct>
          )}
        </div>
      )}
      <PaperLinks need={need} />
      <Guide of="期限" guide={CLOCK_GUIDE.clocks} />
    </section>
  )
}

const PaperLinks = ({ need }: { need: Need }) => {
  const papers = papersOf(need)
  if (papers.length === 0) return null
  if (need.words === null) return <p className="aside">打开以后可以下载信访文书。</p>
  return (
    <p>
      下载：
      {papers.map((paper, at) => (
        <span key={paper}>
          {at > 0 && '、'}
          <a href={addressOf(downloadPetitionPaper, { params: { need: need.id, paper } })} download>
            {PAPER_NAMES[paper]}
          </a>
        </span>
      ))}
      <span className="aside">（按记录填写，没有记的留〔未记〕）</span>
    </p>
  )
}

const ClockLine = ({ need, clock, acts }: { need: Need; clock: ShownClock; acts: boolean }) => (
  <li data-state={clock.state}>
    <div>
      {clock.title} <WhyRule id={clock.rule} of={clock.title} />
      <br />
      <strong>{dayWords(clock)}</strong>{' '}
      <span className="aside">
        {clock.ofLaw ? '法定期限' : '内部时限'}，{sayDay(clock.eventOn)}起算
        {clock.extendedUntil ? '，已延期' : ''}
      </span>
    </div>
    {acts && clock.keptOn === null && (
      <div className={css.acts}>
        <FormAct act="已办到" title={clock.title}>
          {(close) => <KeepForm need={need} clock={clock} onDone={close} />}
        </FormAct>
        {clock.extendableTo !== null && (
          <FormAct act="延期" title="延长办理期限">
            {(close) => <ExtendForm need={need} clock={clock} onDone={close} />}
          </FormAct>
        )}
      </div>
    )}
  </li>
)

const WhyRule = ({ id, of }: { id: string; of: string }) => {
  const rules = useRules([id])
  return <Why of={of} grounds={{ about: of, rules }} />
}
