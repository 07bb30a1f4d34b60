import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { ComparisonPart } from './ComparisonPart.tsx'
import css from './count.module.css'
import type { OfRole } from './count-asking.ts'
import { PASS_WORDS } from './count-words.ts'
import { electionKey } from './ElectionFrame.tsx'
import { PASSES } from './gathering.ts'
import { beginReading, dropReading } from './reading-contract.ts'
import type { ShownRound } from './round-contract.ts'

type Props = { of: OfRole; round: ShownRound }
type Pass = (typeof PASSES)[number]

/** Two tellers read the pile, each by herself; then the two readings are compared. */
export const ReadingsPart = ({ of, round }: Props) => {
  const both = round.readings.length === 2 && round.readings.every(({ finished }) => finished)
  return (
    <>
      <div className={css.readings}>
        {PASSES.map((pass) => {
          const reading = round.readings.find((each) => each.pass === pass)
          return reading ? (
            <Begun key={pass} of={of} round={round} reading={reading} />
          ) : (
            <Begin key={pass} of={of} round={round} pass={pass} />
          )
        })}
      </div>
      {both && <ComparisonPart election={of.election} round={round} />}
    </>
  )
}

const Begin = ({ of, round, pass }: Props & { pass: Pass }) => {
  const { election, gathering } = of
  const navigate = useNavigate()
  const [teller, setTeller] = useState('')
  const others = round.readings.map(({ tellerId }) => tellerId)
  const tellers = gathering.officers.filter(({ id, role }) => role === 'teller' && !others.includes(id))
  const params = { election, round: round.id, pass }
  const beginning = useMutation({
    mutationFn: () => call(beginReading, { params, body: { teller } }),
    onSuccess: () => navigate({ to: '/elections/$election/count/$round/$pass', params }),
  })
  return (
    <section aria-label={PASS_WORDS[pass]}>
      <h5>{PASS_WORDS[pass]}</h5>
      {tellers.length === 0 ? (
        <p className="aside">没有可选的计票人。逐张计票要两名计票人，先在“大会”里登记并通过。</p>
      ) : (
        <>
          <ChoiceField
            label="读票的计票人"
            name={`teller-${pass}`}
            value={teller}
            onChange={setTeller}
            choices={tellers.map(({ id, name }) => ({ value: id, label: name }))}
          />
          {beginning.error && <Failed error={beginning.error} />}
          <Act
            permit={teller === '' ? { may: false, reason: '先选计票人' } : { may: true }}
            loading={beginning.isPending}
            onClick={() => beginning.mutate()}
          >
            开始读票
          </Act>
        </>
      )}
    </section>
  )
}

const Begun = ({ of, round, reading }: Props & { reading: ShownRound['readings'][number] }) => {
  const { election } = of
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const { pass, tellerName, sheets, finished, version } = reading
  const params = { election, round: round.id, pass }
  const dropping = useMutation({
    mutationFn: () => call(dropReading, { params, body: { version } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: electionKey(election) })
      setAsking(false)
    },
  })
  return (
    <section aria-label={PASS_WORDS[pass]}>
      <h5>
        {PASS_WORDS[pass]} <span className="aside">{tellerName}</span>
      </h5>
      <p>
        {finished ? '已读完' : '正在读'} {sheets} 张。
      </p>
      {dropping.error && <Failed error={dropping.error} />}
      <div className={css.acts}>
        <Link to="/elections/$election/count/$round/$pass" params={params}>
          {finished ? '再看这一遍' : '继续读票'}
        </Link>
        <Act onClick={() => setAsking(true)}>作废这一遍</Act>
      </div>
      <ConfirmDialog
        opened={asking}
        title={`要作废${tellerName}读的这一遍吗？`}
        act="作废这一遍"
        busy={dropping.isPending}
        onAct={() => dropping.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>已读的 {sheets} 张全部删除，要从头再读。另一遍不受影响。</p>
      </ConfirmDialog>
    </section>
  )
}
