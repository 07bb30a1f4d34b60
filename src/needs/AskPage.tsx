import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Failed } from '../ui/Failed.tsx'
import { Loading } from '../ui/Loading.tsx'
import { AskDone, type Sent } from './AskDone.tsx'
import { AskForm } from './AskForm.tsx'
import { AskFrame } from './AskFrame.tsx'
import css from './public.module.css'
import { listPublicDesks } from './public-contract.ts'

const TITLE = '向妇联求助'

/** 向妇联求助: for anybody, without an account. Where several organs are open, she first chooses which. */
export const AskPage = () => {
  const { organ } = useParams({ strict: false }) as { organ?: string }
  const [sent, setSent] = useState<Sent | null>(null)
  const desks = useQuery({ queryKey: ['public-desks'], queryFn: () => call(listPublicDesks, {}) })
  if (desks.isPending || desks.error)
    return (
      <AskFrame title={TITLE}>
        {desks.error ? <Failed error={desks.error} again={() => void desks.refetch()} /> : <Loading />}
      </AskFrame>
    )
  const open = desks.data.desks
  const desk = organ ? open.find(({ organId }) => organId === organ) : open.length === 1 ? open[0] : undefined
  if (sent && desk)
    return (
      <AskFrame title="已经收到" by={desk.name}>
        <AskDone sent={sent} />
      </AskFrame>
    )
  if (desk)
    return (
      <AskFrame title={TITLE} by={desk.name}>
        <p>
          您写的内容会直接交给妇联的工作人员。不用注册，不用登录，可以不留姓名。也可以打电话
          {desk.phone || '12338'}
          {desk.phoneHours && `（${desk.phoneHours}）`}。
        </p>
        <p>
          <Link to="/ask/status">已经提交过，看办到哪一步</Link>
        </p>
        <AskForm organ={desk.organId} onSent={setSent} />
      </AskFrame>
    )
  return (
    <AskFrame title={TITLE}>
      {!organ && open.length > 1 ? (
        <>
          <p>请选择离您近的妇联。</p>
          <ul className={css.choices}>
            {open.map(({ organId, name }) => (
              <li key={organId}>
                <Link to="/ask/$organ" params={{ organ: organId }}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>这里现在不接收网上提交。请打 12338 妇女热线，或者到附近的妇联当面说。</p>
      )}
      <p>
        <Link to="/ask/status">已经提交过，看办到哪一步</Link>
      </p>
    </AskFrame>
  )
}
