import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { useHere } from '../ui/here.ts'
import { type Handover, recordPaperSigning, SIDES, type Side } from './contract.ts'
import css from './Handovers.module.css'

type Props = { sheet: Handover; onChanged: (sheet: Handover) => Promise<void> }

/** A party who cannot sign here signed the printed sheet: who, and on which day. */
export const PaperSigning = ({ sheet, onChanged }: Props) => {
  const { person } = useHere()
  const sides = SIDES.filter((side) => sheet[side].signedOn === null && sheet[`${side}Id`] !== person.id)
  const [opened, setOpened] = useState(false)
  const [side, setSide] = useState<Side>(sides[0] ?? 'from')
  const [signedOn, setSignedOn] = useState(() => today().toString())
  const sign = useMutation({
    mutationFn: () =>
      call(recordPaperSigning, {
        params: { handover: sheet.id },
        body: { side, signedOn, version: sheet.version },
      }),
    onSuccess: onChanged,
  })
  if (sides.length === 0) return null
  if (!opened)
    return (
      <span>
        <Act size="xs" onClick={() => setOpened(true)}>
          登记纸质签字
        </Act>
      </span>
    )
  return (
    <div className={css.row}>
      <ChoiceField
        label="谁签的字"
        name="side"
        value={side}
        onChange={(chosen) => setSide(chosen as Side)}
        choices={sides.map((each) => ({
          value: each,
          label: `${each === 'from' ? '移交人' : '接任人'} ${sheet[`${each}Name`]}`,
        }))}
      />
      <DayField label="签字日期" name="signedOn" today={today()} value={signedOn} onChange={setSignedOn} />
      <Act loading={sign.isPending} onClick={() => sign.mutate()}>
        登记
      </Act>
      {sign.error && <Failed error={sign.error} />}
    </div>
  )
}
