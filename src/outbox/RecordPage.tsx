import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { today } from '../ui/days.ts'
import { Guide } from '../ui/Guide.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import type { Kit } from './contract.ts'
import { newDraft } from './draft.ts'
import { outboxGuide } from './guide.ts'
import { OfVisit } from './OfVisit.tsx'
import css from './outbox.module.css'
import type { Outbox } from './outbox.ts'
import { NotReady, Standing, Ways } from './Standing.tsx'
import { useOutbox } from './using.ts'
import { Writing } from './Writing.tsx'

/** 记走访: one form for a visit and the needs told on it, which works without a network once it was opened. */
export const RecordPage = () => {
  const outbox = useOutbox()
  const { draft, visit } = useSearch({ strict: false }) as { draft?: string; visit?: string }
  return (
    <>
      <Ways />
      <PageHead
        title={visit ? '改走访' : '记走访'}
        lead="没有网络也可以写，写的内容加密存在本机，有网络时自己上传。"
      />
      {!outbox.ready ? (
        <Loading what="走访登记" />
      ) : outbox.kit ? (
        <>
          <Standing outbox={outbox} />
          <Guide of="走访登记" guide={outboxGuide.record} />
          {visit ? (
            <OfVisit key={visit} visit={visit} kit={outbox.kit} />
          ) : (
            <Kept key={draft ?? 'new'} id={draft} outbox={outbox} kit={outbox.kit} />
          )}
        </>
      ) : (
        <NotReady outbox={outbox} />
      )}
    </>
  )
}

const Kept = ({ id, outbox, kit }: { id: string | undefined; outbox: Outbox; kit: Kit }) => {
  // As it was when it was opened: what is saved meanwhile comes from this very form.
  const [start] = useState(() =>
    id ? (outbox.items.find((item) => item.id === id)?.draft ?? null) : newDraft(kit, today().toString()),
  )
  return start ? (
    <Writing start={start} kit={kit} />
  ) : (
    <p className={css.trouble}>
      这件草稿现在打不开。联网登录后可以查看和修改；已经上传的，请到走访记录里看。
    </p>
  )
}
