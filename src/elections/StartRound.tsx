import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField, TickField } from '../ui/Field.tsx'
import css from './count.module.css'
import type { OfRole } from './count-asking.ts'
import { useCounting } from './count-asking.ts'
import { COUNT_FORMS, WHY_WORDS } from './count-words.ts'
import { emptyHands, HandsFields, handsIn } from './HandsFields.tsx'
import { ReduceSeats } from './ReduceSeats.tsx'
import { type ShownRole, startRound } from './round-contract.ts'

type Props = { of: OfRole; next: NonNullable<ShownRole['next']> }

/** What may be voted on next: who stands, how it is counted; for seats left, whom the meeting narrows it down to. */
export const StartRound = ({ of, next }: Props) => {
  const { election, gathering, role, version } = of
  const [form, setForm] = useState<'totals' | 'sheets'>('totals')
  const [among, setAmong] = useState(() => next.among.map(({ id }) => id))
  const [hands, setHands] = useState(emptyHands)
  const isNarrowed = among.length < next.among.length
  const starting = useCounting(election, () =>
    call(startRound, {
      params: { election },
      body: {
        gathering: gathering.id,
        role: role.role,
        form,
        among: isNarrowed ? among : null,
        consent: isNarrowed ? handsIn(hands) : null,
        version,
      },
    }),
  )
  const reason = role.barred ?? (among.length < next.seats ? `至少留 ${next.seats} 名候选人` : null)
  return (
    <div className={css.start}>
      <p>
        {WHY_WORDS[next.why]}：选 {next.seats} 人，候选人{' '}
        {next.among.length === 0 ? '还没有' : next.among.map(({ name }) => name).join('、')}。
      </p>
      {next.why === 'shortfall' && next.among.length > next.seats && (
        <fieldset className={css.ticks}>
          <legend>大会缩减候选人的，去掉不再选的人</legend>
          {next.among.map(({ id, name }) => (
            <TickField
              key={id}
              label={name}
              value={among.includes(id)}
              onChange={(stays) =>
                setAmong(
                  next.among
                    .map((each) => each.id)
                    .filter((each) => (each === id ? stays : among.includes(each))),
                )
              }
            />
          ))}
        </fieldset>
      )}
      {isNarrowed && <HandsFields about="缩减候选人的表决" hands={hands} onChange={setHands} />}
      <ChoiceField
        label="怎样计票"
        name={`form-${role.role}`}
        value={form}
        onChange={(value) => setForm(value as typeof form)}
        choices={Object.entries(COUNT_FORMS).map(([value, label]) => ({ value, label }))}
      />
      {starting.error && <Failed error={starting.error} />}
      <div className={css.acts}>
        <Act
          primary
          permit={reason ? { may: false, reason } : { may: true }}
          loading={starting.isPending}
          onClick={() => starting.mutate(undefined)}
        >
          {next.why === 'first' ? '发票，开始投票' : '发票，再次投票'}
        </Act>
      </div>
      {role.reduction && <ReduceSeats of={of} seats={next.seats} reduction={role.reduction} />}
    </div>
  )
}
