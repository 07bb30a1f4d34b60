import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { BALLOT_SIZES, type BallotSize, MARKS, type Marks } from '../documents/ballot-marks.ts'
import { addressOf, call } from '../http/call.ts'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import type { ElectionHead } from './contract.ts'
import { electionKey } from './ElectionFrame.tsx'
import { type Ballots, listBallots, printBallots } from './paper-contract.ts'
import css from './papers.module.css'

const SIZE_WORDS: Record<BallotSize, string> = { A5: 'A5，两张一页，对裁', A4: 'A4，一张一页' }
const MARK_WORDS: Record<Marks, string> = {
  circle: '画“○”',
  tick: '画“√”',
  each: '赞成“○”、反对“×”、弃权“△”',
}
const MOST = 2000

/** 印选票: which ballot, on what paper, marked how, and how many. The ballots bear no number; the cover of the pad does. */
export const BallotPrint = ({ head }: { head: ElectionHead }) => {
  const { data } = useQuery({
    queryKey: [...electionKey(head.id), 'ballots'],
    queryFn: () => call(listBallots, { params: { election: head.id } }),
  })
  if (!data || data.ballots.length === 0) return null
  return (
    <section className={css.print} aria-label="印选票">
      <h2>印选票</h2>
      <p className="aside">选票上不编号，张数写在整本的封面上。怎样画写，印在选票的说明里。</p>
      {data.ballots.map((ballot) => (
        <BallotLine key={`${ballot.role}-${ballot.round}`} election={head.id} ballot={ballot} />
      ))}
    </section>
  )
}

type Line = { election: string; ballot: Ballots['ballots'][number] }

const BallotLine = ({ election, ballot }: Line) => {
  const { role, round, title, again, seats, names, halves } = ballot
  const [size, setSize] = useState<BallotSize>(halves ? 'A5' : 'A4')
  const [marks, setMarks] = useState<Marks>('each')
  const [typed, setTyped] = useState(String(ballot.copies))
  const copies = /^\d+$/.test(typed) ? Number(typed) : 0
  const fault = copies >= 1 && copies <= MOST ? undefined : `填 1 到 ${MOST} 之间的张数。`
  const name = `${title}${again ? `（${again}）` : ''}`
  const address = addressOf(printBallots, {
    params: { election },
    query: { role, size, marks, copies, ...(round && { round }) },
  })
  return (
    <fieldset className={css.ballot}>
      <legend>{name}</legend>
      <p>
        应选 {seats} 人，候选人：{names.join('、')}
      </p>
      <div className={css.choices}>
        <ChoiceField
          label="选票大小"
          value={size}
          onChange={(chosen) => setSize(chosen as BallotSize)}
          choices={BALLOT_SIZES.map((value) => ({
            value,
            label: SIZE_WORDS[value],
            disabled: value === 'A5' && !halves,
          }))}
        />
        <ChoiceField
          label="画票符号"
          value={marks}
          onChange={(chosen) => setMarks(chosen as Marks)}
          choices={MARKS.map((value) => ({ value, label: MARK_WORDS[value] }))}
        />
        <TextField label="印制张数" inputMode="numeric" value={typed} onChange={setTyped} error={fault} />
        {fault === undefined && (
          <a href={address} download>
            下载{name}
          </a>
        )}
      </div>
    </fieldset>
  )
}
