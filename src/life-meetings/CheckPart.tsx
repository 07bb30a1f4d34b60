import { useState } from 'react'
import { Act } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import { AreaField } from '../ui/Field.tsx'
import { useAct } from './asking.tsx'
import { type LifeRound, writeCheck } from './contract.ts'
import css from './life-meetings.module.css'
import { Refused } from './Parts.tsx'

/** 支委会对照检查: a draft until it is declared final; reopened by saving it as a draft again. */
export const CheckPart = ({ round }: { round: LifeRound }) => {
  const { check } = round
  const [text, setText] = useState(check?.text ?? '')
  const saved = useAct(writeCheck)
  const save = (final: boolean) =>
    saved.act({ params: { round: round.id }, body: { text, final, version: check?.version ?? null } })
  if (round.reach !== 'lead' || check?.finalOn)
    return (
      <>
        <p className={css.words}>{check?.text || '还没有写。'}</p>
        {check?.finalOn && <p className="aside">{sayDay(check.finalOn)}定稿</p>}
        {check?.finalOn && round.reach === 'lead' && (
          <div className={css.acts}>
            <Act loading={saved.busy} onClick={() => save(false)}>
              改回草稿
            </Act>
          </div>
        )}
        <Refused of={saved} />
      </>
    )
  return (
    <div className={css.form}>
      <Refused of={saved} />
      <AreaField
        name="text"
        label="对照检查"
        hint="查摆的问题、原因、改进的打算。写具体的事，不写套话"
        rows={14}
        most={20_000}
        value={text}
        error={saved.errors.text}
        onChange={setText}
      />
      <div className={css.acts}>
        <Act loading={saved.busy} onClick={() => save(false)}>
          保存草稿
        </Act>
        <Act onClick={() => save(true)}>定稿</Act>
      </div>
    </div>
  )
}
