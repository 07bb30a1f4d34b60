import { Drawer, UnstyledButton } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { sayDay, today } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import css from './appraisals.module.css'
import { useActing } from './asking.ts'
import { type Appraisal, openSelf, recordPaper, type Seat } from './contract.ts'
import { PURPOSE_WORDS, PURPOSES } from './kinds.ts'
import { openPermit } from './permit.ts'

/** Who has handed in a self-appraisal; those on paper are ticked here. */
export const SelfPart = ({ round }: { round: Appraisal }) => {
  const taking = round.seats.filter(({ role }) => role !== 'excluded')
  const missing = taking.filter(({ self }) => self === null)
  const [picked, setPicked] = useState<readonly string[]>([])
  const [on, setOn] = useState(today().toString())
  const [reading, setReading] = useState<Seat>()
  const saving = useActing(
    () =>
      call(recordPaper, {
        params: { appraisal: round.id },
        body: { personIds: [...picked], handedInOn: on },
      }),
    () => setPicked([]),
  )
  const undoing = useActing((person: string) =>
    call(recordPaper, {
      params: { appraisal: round.id },
      body: { personIds: [person], handedInOn: null },
    }),
  )
  const turn = (id: string) =>
    setPicked(picked.includes(id) ? picked.filter((each) => each !== id) : [...picked, id])
  const permit = picked.length === 0 ? ({ may: false, reason: '先勾上交来的人' } as const) : openPermit(round)
  return (
    <section aria-labelledby="self" className={css.section}>
      <h2 id="self">个人自评</h2>
      <p>
        {taking.length} 人中 {taking.length - missing.length}{' '}
        人已交。有账号的党员在「我的」里写，写的时候只有本人能看，提交以后支部才看得到。
      </p>
      {missing.length > 0 && round.closedOn === null && (
        <>
          <fieldset className={css.ticks}>
            <legend>交来纸质自评的</legend>
            {missing.map(({ personId, name }) => (
              <label key={personId}>
                <input type="checkbox" checked={picked.includes(personId)} onChange={() => turn(personId)} />
                {name}
              </label>
            ))}
          </fieldset>
          <div className={css.acts}>
            <Act onClick={() => setPicked(missing.map(({ personId }) => personId))}>全部勾上</Act>
          </div>
          <div className={css.narrow}>
            <DayField label="交来日期" name="handedInOn" value={on} onChange={setOn} today={today()} />
          </div>
          {saving.error && <Failed error={saving.error} />}
          <div className={css.acts}>
            <Act primary permit={permit} loading={saving.isPending} onClick={() => saving.mutate(undefined)}>
              登记交来
            </Act>
          </div>
        </>
      )}
      <ul className={css.grid}>
        {taking
          .filter(({ self }) => self !== null)
          .map((seat) => (
            <li key={seat.personId}>
              {seat.name}
              <span className="aside">
                {sayDay(seat.self!.on)}
                {seat.self!.onPaper ? '交纸质' : '提交'}
              </span>
              {seat.self!.onPaper && round.permits.lead && round.closedOn === null && (
                <UnstyledButton className={css.link} onClick={() => undoing.mutate(seat.personId)}>
                  记错了<span className="unseen">，{seat.name}没有交</span>
                </UnstyledButton>
              )}
              {!seat.self!.onPaper && round.permits.lead && (
                <UnstyledButton className={css.link} onClick={() => setReading(seat)}>
                  打开<span className="unseen">{seat.name}的自评</span>
                </UnstyledButton>
              )}
            </li>
          ))}
      </ul>
      {undoing.error && <Failed error={undoing.error} />}
      <Drawer
        opened={reading !== undefined}
        onClose={() => setReading(undefined)}
        title={`${reading?.name ?? ''}的个人自评`}
        padding="lg"
      >
        {reading && <Reading key={reading.personId} round={round.id} person={reading.personId} />}
      </Drawer>
    </section>
  )
}

const Reading = ({ round, person }: { round: string; person: string }) => {
  const [purpose, setPurpose] = useState<(typeof PURPOSES)[number]>('assess')
  const opening = useMutation({
    mutationFn: () => call(openSelf, { params: { appraisal: round, person }, body: { purpose } }),
  })
  if (opening.data) return <p className={css.prose}>{opening.data.text}</p>
  return (
    <div className="form">
      <p>打开会记下谁、哪一天、为什么，本人看得到。</p>
      <ChoiceField
        label="用途"
        value={purpose}
        onChange={(chosen) => setPurpose(PURPOSES.find((each) => each === chosen) ?? purpose)}
        choices={PURPOSES.map((each) => ({ value: each, label: PURPOSE_WORDS[each] }))}
      />
      {opening.error && <Failed error={opening.error} />}
      <Act primary loading={opening.isPending} onClick={() => opening.mutate()}>
        打开
      </Act>
    </div>
  )
}
