import { TextField } from '../ui/Field.tsx'
import css from './count.module.css'

export type TypedHands = { approve: string; oppose: string; abstain: string }

export const emptyHands: TypedHands = { approve: '', oppose: '', abstain: '' }

export const handsIn = ({ approve, oppose, abstain }: TypedHands) => ({
  approve: wholeIn(approve) ?? 0,
  oppose: wholeIn(oppose) ?? 0,
  abstain: wholeIn(abstain) ?? 0,
})

/** A whole number as typed; null where nothing, or no number, stands. */
export const wholeIn = (text: string): number | null => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : null)

type Props = { about: string; hands: TypedHands; onChange: (hands: TypedHands) => void }

/** How a meeting voted by show of hands. */
export const HandsFields = ({ about, hands, onChange }: Props) => (
  <fieldset className={css.numbers}>
    <legend>{about}</legend>
    {(
      [
        ['approve', '赞成人数'],
        ['oppose', '反对人数'],
        ['abstain', '弃权人数'],
      ] as const
    ).map(([field, label]) => (
      <TextField
        key={field}
        label={label}
        inputMode="numeric"
        value={hands[field]}
        onChange={(text) => onChange({ ...hands, [field]: text })}
      />
    ))}
  </fieldset>
)
