import { Drawer } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Act } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { MY_WAYS, SubWays } from '../ui/SubWays.tsx'
import { ownTalksQuery } from './asking.ts'
import type { TalkLine } from './contract.ts'
import { TALKS_GUIDE } from './guide.ts'
import { KIND_NAMES } from './kinds.ts'
import { OwnTalkForm } from './OwnTalkForm.tsx'
import css from './talks.module.css'

/** One's own talks: what is arranged, what was held, and entering one. */
export const OwnTalksPage = () => {
  const { data } = useSuspenseQuery(ownTalksQuery)
  const { person } = useHere()
  const [open, setOpen] = useState(false)
  const [partner, setPartner] = useState<string>()
  const enter = (other?: string) => {
    setPartner(other)
    setOpen(true)
  }
  const planned = data.talks.filter(({ stage }) => stage === 'planned')
  const held = data.talks.filter(({ stage }) => stage === 'held')
  const permit = data.unitId
    ? ({ may: true } as const)
    : ({ may: false, reason: '您今天不属于任何党支部，不能登记' } as const)
  const other = (talk: TalkLine) =>
    talk.talkerId === person.id
      ? { id: talk.partnerId, name: talk.partnerName }
      : { id: talk.talkerId, name: talk.talkerName }
  return (
    <>
      <SubWays label="我的" ways={MY_WAYS} />
      <PageHead title="我的谈心谈话" lead="谈了什么只有您和对方看得到；支委会只看到谁和谁、哪一天。">
        <Act primary permit={permit} onClick={() => enter()}>
          登记谈过的话
        </Act>
      </PageHead>
      <Guide of="登记谈心谈话" guide={TALKS_GUIDE.own} />
      {planned.length > 0 && (
        <section className={css.part} aria-labelledby="planned">
          <h2 id="planned">安排给您的</h2>
          <ul className={css.lines}>
            {planned.map((talk) => (
              <li key={talk.id}>
                <span>与 {other(talk).name}</span>
                <span className="aside">{KIND_NAMES[talk.kind]}</span>
                <StateMark state="due" word={`${sayDay(talk.plannedBy ?? '')}前`} />
                <Act onClick={() => enter(other(talk).id)}>
                  登记谈过<span className="unseen">：与{other(talk).name}</span>
                </Act>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={css.part} aria-labelledby="held">
        <h2 id="held">谈过的</h2>
        {held.length === 0 ? (
          <Empty title="还没有登记过谈心谈话">
            <p>谈过以后，在这里登记和谁、哪一天；内容可写可不写。</p>
          </Empty>
        ) : (
          <ul className={css.lines}>
            {held.map((talk) => (
              <li key={talk.id}>
                <Link to="/talks/$talk" params={{ talk: talk.id }}>
                  与 {other(talk).name}
                </Link>
                <span className="aside">{KIND_NAMES[talk.kind]}</span>
                <span>{sayDay(talk.heldOn ?? '')}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <Drawer opened={open} onClose={() => setOpen(false)} title="登记谈过的话" padding="lg">
        {open && (
          <OwnTalkForm people={data.people} {...(partner ? { partner } : {})} onDone={() => setOpen(false)} />
        )}
      </Drawer>
    </>
  )
}
