import type { ReactNode } from 'react'
import { useState } from 'react'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import type { useAct } from './asking.tsx'
import { PURPOSE_WORDS, type PURPOSES } from './contract.ts'
import css from './life-meetings.module.css'
import { choicesOf } from './wording.ts'

type Purpose = (typeof PURPOSES)[number]

/** What an act was refused for, where no field of the form says it. */
export const Refused = ({ of }: { of: Pick<ReturnType<typeof useAct>, 'refusal' | 'errors' | 'failed'> }) => {
  if (of.failed) return <Failed error={null} />
  return of.refusal && Object.keys(of.errors).length === 0 ? <RefusalNote refusal={of.refusal} /> : null
}

/** Opens sensitive words for a purpose that is chosen; the opening is logged for the person concerned. */
export const OpenFor = ({
  act,
  busy,
  onOpen,
}: {
  act: string
  busy: boolean
  onOpen: (purpose: Purpose) => void
}) => {
  const [purpose, setPurpose] = useState<Purpose>('prepare')
  return (
    <div className={css.line}>
      <ChoiceField
        label="打开的用途"
        hint="打开会留下记录，有关的人看得到"
        value={purpose}
        choices={choicesOf(PURPOSE_WORDS)}
        onChange={(chosen) => setPurpose(chosen as Purpose)}
      />
      <Act loading={busy} onClick={() => onOpen(purpose)}>
        {act}
      </Act>
    </div>
  )
}

/** A part of a step under a heading of its own. */
export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={css.part}>
    <h3>{title}</h3>
    {children}
  </section>
)
