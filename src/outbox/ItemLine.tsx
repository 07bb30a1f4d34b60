import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Act } from '../ui/Act.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { sayInstant } from '../ui/days.ts'
import { ConflictPart } from './ConflictPart.tsx'
import { titleOf } from './draft.ts'
import css from './outbox.module.css'
import { discard, type Item, type Outbox, save, send } from './outbox.ts'

const STAGES = {
  writing: '写到一半',
  waiting: '等待上传',
  refused: '没有收下',
  conflict: '两人都改过',
  sent: '已上传',
} as const

/** A draft: how far it is, why it waits, and what can be done about it. */
export const ItemLine = ({ item, outbox }: { item: Item; outbox: Outbox }) => {
  const { draft, answer, stage } = item
  const points = outbox.kit?.points ?? []
  const word = stage === 'waiting' && outbox.sending ? '正在上传' : STAGES[stage]
  return (
    <li className={css.line} data-stage={stage}>
      <div className={css.lead}>
        <strong>{draft ? titleOf(draft, points) : stage === 'sent' ? '走访' : '加密的草稿'}</strong>
        <span>{word}</span>
        <span className="aside">{sayInstant(item.since)}</span>
      </div>
      {stage === 'sent' && <a href={`/visits/${item.id}`}>看走访记录</a>}
      {stage !== 'sent' && !draft && <p className={css.note}>联网登录后可以查看和修改。</p>}
      {stage === 'writing' && <p className={css.note}>还没有写完，不会上传。</p>}
      {answer?.kind === 'refused' && (
        <div className={css.trouble}>
          <p>{answer.message}</p>
          {draft?.needs.map(
            ({ id, line }) =>
              answer.needs[id] && (
                <p key={id}>
                  「{line}」：{answer.needs[id]}
                </p>
              ),
          )}
        </div>
      )}
      {answer?.kind === 'conflict' && draft && outbox.kit && (
        <ConflictPart draft={draft} conflict={answer} kit={outbox.kit} />
      )}
      {stage !== 'sent' && <ItemActs item={item} />}
    </li>
  )
}

const ItemActs = ({ item: { id, draft, stage } }: { item: Item }) => {
  const [asking, setAsking] = useState(false)
  return (
    <div className={css.acts}>
      {draft && stage !== 'conflict' && (
        <Link to="/visits/record" search={{ draft: id }}>
          {stage === 'writing' ? '接着写' : '打开修改'}
        </Link>
      )}
      {draft && stage === 'refused' && (
        <Act onClick={() => void save(draft, 'waiting').then(send)}>原样再传</Act>
      )}
      <Act onClick={() => setAsking(true)}>删除</Act>
      <ConfirmDialog
        opened={asking}
        title="要删除这件草稿吗"
        act="删除草稿"
        onAct={() => void discard(id)}
        onClose={() => setAsking(false)}
      >
        <p>它只在这台设备上，删除以后找不回来。要留一份的，先导出。</p>
      </ConfirmDialog>
    </div>
  )
}
