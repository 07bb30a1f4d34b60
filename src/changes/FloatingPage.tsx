import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../http/call.ts'
import { useRules } from '../regulations/using.tsx'
import type { Permit } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failed } from '../ui/Failed.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { Guide } from '../ui/Guide.tsx'
import { type Here, useHere } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { PEOPLE_WAYS, SubWays } from '../ui/SubWays.tsx'
import { Why } from '../ui/WhyPanel.tsx'
import { concernsOf } from './away.ts'
import css from './changes.module.css'
import { beginFloating, endFloating, type Floating, listFloating } from './contract.ts'
import { ContactForm, EndForm, FloatingForm } from './FloatingForms.tsx'
import { CHANGES_GUIDE } from './guide.ts'
import { END_WORDS, MOVE_WORDS } from './labels.ts'

/** 流动党员: who is away, who is a guest, and when each was last spoken with. */
export const FloatingPage = () => {
  const here = useHere()
  const { unit } = here
  const read = useQuery({
    queryKey: ['floating', unit.id],
    queryFn: () => call(listFloating, { params: { unit: unit.id } }),
  })
  return (
    <>
      <SubWays label="人与组织" ways={PEOPLE_WAYS} />
      <PageHead title="流动党员" tab={`${unit.name}流动党员`} lead={unit.name}>
        {here.may(beginFloating.asks, unit.path) && (
          <FormAct act="登记流动党员" title="登记流动党员" permit={permitIn(here)}>
            {(close) => <FloatingForm onDone={close} />}
          </FormAct>
        )}
      </PageHead>
      <div className={css.parts}>
        <Guide of="流动党员登记" guide={CHANGES_GUIDE.floating} />
        {read.error ? (
          <Failed error={read.error} again={() => void read.refetch()} />
        ) : !read.data ? (
          <Loading what="流动党员" lines={3} />
        ) : read.data.floating.length === 0 ? (
          <Empty title="没有流动党员">
            <p>有党员外出，或有外来党员编入本支部参加组织生活时，在这里登记。</p>
          </Empty>
        ) : (
          <ul className={css.list} aria-label="流动党员">
            {read.data.floating.map((each) => (
              <Line key={each.id} floating={each} here={here} on={read.data.on} />
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

const permitIn = ({ unit }: Here): Permit =>
  unit.kind === 'branch' ? { may: true } : { may: false, reason: '请先在页首选择一个党支部' }

type LineProps = { floating: Floating; here: Here; on: string }

const Line = ({ floating, here, on }: LineProps) => {
  const { personId, personName, direction, place, reason, since, expectedUntil } = floating
  const { contactName, certificate, endedOn, endedHow, lastOn, lastBy, unitName, path } = floating
  const said = [
    `${MOVE_WORDS[reason]}，${sayDay(since)}起${expectedUntil ? `，预计到${sayDay(expectedUntil)}` : ''}`,
    contactName && `联系人${contactName}`,
    certificate && '带有流动党员活动证',
    unitName,
  ]
  return (
    <li data-past={endedOn !== null || undefined}>
      {personId ? (
        <Link to="/people/$person" params={{ person: personId }}>
          {personName}
        </Link>
      ) : (
        <span>{personName}</span>
      )}
      <span className={css.what}>
        <span>
          {direction === 'away' ? `在${place}` : `来自${place}，在这里参加组织生活，表决和选举回原支部`}
        </span>
        <span className="aside">{said.filter(Boolean).join(' · ')}</span>
        {(lastOn || direction === 'away') && (
          <span className="aside">
            {lastOn ? `最近联系${sayDay(lastOn)}，${lastBy}` : '还没有登记过联系'}
          </span>
        )}
        <Concerns floating={floating} on={on} />
      </span>
      <span className={css.acts}>
        {endedOn ? (
          `${sayDay(endedOn)}${endedHow ? END_WORDS[endedHow] : ''}`
        ) : (
          <>
            {here.may('meeting.record', path) && (
              <FormAct act="登记联系" title={`最近一次联系${personName}`}>
                {(close) => <ContactForm floating={floating} onDone={close} />}
              </FormAct>
            )}
            {here.may(endFloating.asks, path) && (
              <FormAct act="结束" title={`${personName}的流动结束`}>
                {(close) => <EndForm floating={floating} onDone={close} />}
              </FormAct>
            )}
          </>
        )}
      </span>
    </li>
  )
}

const RULES = {
  move: ['member.transfer-duty'],
  lost: ['member.lost-contact', 'member.lost-removal', 'member.rectify'],
} as const

/** What the branch has to think of, with its clause; deciding is the branch's. */
const Concerns = ({ floating, on }: { floating: Floating; on: string }) => {
  const { moveFrom, lostFrom, personName } = floating
  const words = {
    move: `外出已满六个月（${moveFrom && sayDay(moveFrom)}），地点固定的应转接组织关系。`,
    lost: `到${lostFrom && sayDay(lostFrom)}已六个月没有联系上，请支部查找并讨论怎么办。`,
  }
  return concernsOf(floating, on).map((concern) => (
    <Concern
      key={concern}
      about={`${personName}：${words[concern]}`}
      says={words[concern]}
      rules={RULES[concern]}
    />
  ))
}

const Concern = ({ about, says, rules }: { about: string; says: string; rules: readonly string[] }) => {
  const texts = useRules(rules)
  return (
    <span className={css.late}>
      {says}{' '}
      {texts.length > 0 && <Why grounds={{ about: '要商量的事', verdict: says, rules: texts }} of={about} />}
    </span>
  )
}
