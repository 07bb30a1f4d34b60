import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { KeyHint } from '../ui/KeyHint.tsx'
import css from './count.module.css'
import { electionKey } from './ElectionFrame.tsx'
import { dropSheet, finishReading, keepSheet, type Reading } from './reading-contract.ts'
import type { ShownGathering, ShownRound } from './round-contract.ts'
import { SheetForm } from './SheetForm.tsx'

type Sheet = Reading['sheets'][number]
type Props = {
  at: { election: string; round: string; pass: 'first' | 'second' }
  reading: Reading
  round: ShownRound
  people: ShownGathering['people']
}

/** Sheet after sheet: each is saved the moment it is entered, and one may go back to mend any. */
export const ReadingDesk = ({ at, reading, round, people }: Props) => {
  const [kept, setKept] = useState(reading)
  const [place, setPlace] = useState(reading.sheets.length + 1)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { sheets, version, finished } = kept
  const names = round.names.filter(({ writtenIn }) => !writtenIn)

  const keeping = useMutation({
    mutationFn: (sheet: Sheet) => call(keepSheet, { params: at, body: { ...sheet, place, version } }),
    onSuccess: (answer, sheet) => {
      const next = sheets.toSpliced(place - 1, 1, sheet)
      setKept({ ...kept, sheets: next, version: answer.version })
      setPlace(next.length + 1)
    },
  })
  const dropping = useMutation({
    mutationFn: () => call(dropSheet, { params: at, body: { place, version } }),
    onSuccess: (answer) => {
      setKept({ ...kept, sheets: sheets.toSpliced(place - 1, 1), version: answer.version })
      setPlace(sheets.length)
    },
  })
  const ending = useMutation({
    mutationFn: (ends: boolean) => call(finishReading, { params: at, body: { finished: ends, version } }),
    onSuccess: async (answer, ends) => {
      setKept({ ...kept, finished: ends, version: answer.version })
      await queries.invalidateQueries({ queryKey: electionKey(at.election) })
      if (ends) await navigate({ to: '/elections/$election/count', params: { election: at.election } })
    },
  })
  const failure = keeping.error ?? dropping.error ?? ending.error
  const isNew = place > sheets.length
  const short =
    round.returned !== null && sheets.length !== round.returned
      ? `收回 ${round.returned} 张，已读 ${sheets.length} 张`
      : null
  if (finished)
    return (
      <div className={css.desk}>
        <p>这一遍已读完 {sheets.length} 张。</p>
        {failure && <Failed error={failure} />}
        <div className={css.acts}>
          <Act loading={ending.isPending} onClick={() => ending.mutate(false)}>
            继续读或更正
          </Act>
        </div>
      </div>
    )
  return (
    <div className={css.desk}>
      <p role="status" className={css.place}>
        第 {place} 张
        <span className="aside">
          {isNew ? '新的一张' : '更正'} · 已存 {sheets.length} 张
          {round.returned !== null && `，收回 ${round.returned} 张`}
        </span>
      </p>
      <SheetForm
        key={`${place} ${version}`}
        names={names}
        people={people}
        sheet={sheets[place - 1] ?? null}
        seats={round.seats}
        busy={keeping.isPending}
        onKeep={(sheet) => keeping.mutate(sheet)}
        onTurn={(by) => setPlace(Math.min(Math.max(1, place + by), sheets.length + 1))}
      />
      {failure && <Failed error={failure} />}
      <p className="aside">
        <KeyHint keys={['1', '2', '3']} says="赞成、反对、弃权" /> <KeyHint keys={['↑', '↓']} says="换人" />{' '}
        <KeyHint keys={['Enter']} says="存下，下一张" />{' '}
        <KeyHint keys={['PageUp', 'PageDown']} says="翻到前后一张" />
      </p>
      <div className={css.acts}>
        <Act
          permit={place > 1 ? { may: true } : { may: false, reason: '这是第一张' }}
          onClick={() => setPlace(place - 1)}
        >
          上一张
        </Act>
        {!isNew && <Act onClick={() => setPlace(place + 1)}>下一张</Act>}
        {!isNew && (
          <Act loading={dropping.isPending} onClick={() => dropping.mutate()}>
            去掉这张（录重了）
          </Act>
        )}
        <Act
          permit={sheets.length > 0 ? { may: true } : { may: false, reason: '还没有读' }}
          loading={ending.isPending}
          onClick={() => ending.mutate(true)}
        >
          这一遍读完了
        </Act>
        {short && sheets.length > 0 && <span className="aside">{short}</span>}
      </div>
    </div>
  )
}
