import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { useAutosave } from '../ui/autosave.ts'
import { refusalIn } from '../ui/errors.ts'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import { Saved } from '../ui/Saved.tsx'
import { CloseRound } from './CloseRound.tsx'
import css from './count.module.css'
import type { OfRole } from './count-asking.ts'
import { countQuery, useCounting } from './count-asking.ts'
import { COUNT_FORMS } from './count-words.ts'
import { wholeIn } from './HandsFields.tsx'
import { OutcomePart } from './OutcomePart.tsx'
import { ReadingsPart } from './ReadingsPart.tsx'
import { type SaveRound, type ShownRound, saveRound } from './round-contract.ts'
import { TotalsGrid, type TypedVotes, typedVotes, votesIn } from './TotalsGrid.tsx'
import { type TypedWriteIn, WriteIns } from './WriteIns.tsx'

type Typed = {
  form: ShownRound['form']
  printed: string
  issued: string
  spoiled: string
  returned: string
  void: string
  votes: TypedVotes
  writeIns: TypedWriteIn[]
}

type Props = { of: OfRole; round: ShownRound }

/** A ballot while it is counted; where another hand was quicker, its numbers are shown before anything more is typed. */
export const OpenRound = ({ of, round }: Props) => {
  const [turn, setTurn] = useState(0)
  const { refetch } = useQuery(countQuery(of.election))
  if (!of.mayLead) return <p className="aside">正在计票，封定后显示结果。</p>
  const renew = async (): Promise<void> => {
    await refetch()
    setTurn(turn + 1)
  }
  return <Counting key={turn} of={of} round={round} onRenew={() => void renew()} />
}

/** Every number is saved as it stands; what does not add up is told at its place. */
const Counting = ({ of, round, onRenew }: Props & { onRenew: () => void }) => {
  const { election, gathering } = of
  const [typed, setTyped] = useState(() => typedOf(round))
  const version = useRef(round.version)
  version.current = Math.max(version.current, round.version)
  const saving = useCounting(election, (body: SaveRound) =>
    call(saveRound, { params: { election, round: round.id }, body }),
  )
  const { state, again } = useAutosave(
    typed,
    async (now) => {
      const sent = version.current
      await saving.mutateAsync(bodyOf(now, round, sent))
      version.current = sent + 1
    },
    500,
  )
  const set = (change: Partial<Typed>): void => setTyped({ ...typed, ...change })
  // A fault speaks of what was saved; while something newer is on its way it is not told.
  const fault = state === 'waiting' || state === 'saving' ? null : round.fault
  const at = (field: string) => (fault?.field === field ? fault.message : undefined)
  const field = (
    name: 'printed' | 'issued' | 'spoiled' | 'returned' | 'void',
    label: string,
    optional = false,
  ) => (
    <TextField
      label={label}
      name={`${name}-${round.id}`}
      inputMode="numeric"
      optional={optional}
      value={typed[name]}
      onChange={(text) => set({ [name]: text.replace(/\D/g, '') })}
      error={at(name)}
    />
  )
  return (
    <>
      <div className={css.numbers}>
        {field('printed', '印制', true)}
        {field('issued', '发出')}
        {field('spoiled', '写坏换发', true)}
        {field('returned', '收回')}
        {typed.form === 'totals' && field('void', '其中作废', true)}
        {round.remainder !== null && round.remainder >= 0 && (
          <p className={css.remainder}>
            剩余 {round.remainder} 张<span className="aside">当场封存</span>
          </p>
        )}
      </div>
      <ChoiceField
        label="怎样计票"
        name={`form-${round.id}`}
        value={typed.form}
        disabled={round.readings.length > 0}
        hint={round.readings.length > 0 ? '已经开始读票；改用总数，先作废两遍读票。' : undefined}
        onChange={(form) => set({ form: form as Typed['form'] })}
        choices={Object.entries(COUNT_FORMS).map(([value, label]) => ({ value, label }))}
      />
      {typed.form === 'totals' && (
        <>
          <TotalsGrid
            names={round.names.filter(({ writtenIn }) => !writtenIn)}
            valid={(wholeIn(typed.returned) ?? 0) - (wholeIn(typed.void) ?? 0)}
            votes={typed.votes}
            fault={fault}
            onChange={(votes) => set({ votes })}
          />
          <WriteIns
            people={gathering.people}
            writeIns={typed.writeIns}
            onChange={(writeIns) => set({ writeIns })}
          />
        </>
      )}
      {typed.form === 'sheets' && round.form === 'sheets' && <ReadingsPart of={of} round={round} />}
      {fault && !round.fault?.field?.startsWith('votes.') && !FIELDS.has(fault.field ?? '') && (
        <p className={css.fault} role="alert">
          {fault.message}
        </p>
      )}
      {state === 'failed' && saving.error && (
        <>
          <Failed error={saving.error} />
          {refusalIn(saving.error)?.refused === 'stale' && <Act onClick={onRenew}>看新的数字</Act>}
        </>
      )}
      <Saved state={state} again={again} />
      <OutcomePart round={round} />
      <CloseRound of={of} round={round} busy={state === 'waiting' || state === 'saving'} />
    </>
  )
}

const FIELDS = new Set(['printed', 'issued', 'spoiled', 'returned', 'void'])

const typedOf = ({ names, ...round }: ShownRound): Typed => ({
  form: round.form,
  printed: textOf(round.printed),
  issued: textOf(round.issued),
  spoiled: round.spoiled === 0 ? '' : String(round.spoiled),
  returned: textOf(round.returned),
  void: textOf(round.void),
  votes: typedVotes(names),
  writeIns: names
    .filter(({ writtenIn }) => writtenIn)
    .map(({ id, personId, name, approve }) => ({ key: id, personId, name, approve: textOf(approve) })),
})

const textOf = (count: number | null): string => (count === null ? '' : String(count))

const bodyOf = (typed: Typed, { names }: ShownRound, version: number): SaveRound => ({
  form: typed.form,
  printed: wholeIn(typed.printed),
  issued: wholeIn(typed.issued),
  spoiled: wholeIn(typed.spoiled) ?? 0,
  returned: wholeIn(typed.returned),
  void: wholeIn(typed.void),
  votes: typed.form === 'sheets' ? [] : votesIn(typed.votes, names),
  writeIns:
    typed.form === 'sheets'
      ? []
      : typed.writeIns
          .filter(({ name }) => name.trim() !== '')
          .map(({ personId, name, approve }) => ({ personId, name, approve: wholeIn(approve) ?? 0 })),
  version,
})
