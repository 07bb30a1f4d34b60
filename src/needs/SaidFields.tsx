import { Radio } from '@mantine/core'
import { AreaField } from '../ui/Field.tsx'
import { SATISFIED, SATISFIED_NAMES, SOLVED, SOLVED_NAMES } from './told.ts'

export type Said = { solved: string; satisfied: string; text: string }
export const UNSAID: Said = { solved: '', satisfied: '', text: '' }
export const SAID_LABELS = { solved: '解决了没有', satisfied: '是否满意', text: '想说的话' }

type Props = {
  said: Said
  onChange: (said: Said) => void
  errors: Readonly<Record<string, string>>
  /** Where she is asked herself. */
  herself?: boolean
}

/** What she says: two choices, and words if she likes. */
export const SaidFields = ({ said, onChange, errors, herself = false }: Props) => (
  <>
    <Radio.Group
      id="field-solved"
      label={herself ? '您反映的事解决了没有？' : '本人说解决了没有'}
      value={said.solved}
      error={errors.solved}
      onChange={(solved) => onChange({ ...said, solved })}
    >
      {SOLVED.map((value) => (
        <Radio key={value} value={value} label={SOLVED_NAMES[value]} my="xs" />
      ))}
    </Radio.Group>
    <Radio.Group
      id="field-satisfied"
      label={herself ? '对办理的过程，您满意吗？' : '本人是否满意'}
      value={said.satisfied}
      error={errors.satisfied}
      onChange={(satisfied) => onChange({ ...said, satisfied })}
    >
      {SATISFIED.map((value) => (
        <Radio key={value} value={value} label={SATISFIED_NAMES[value]} my="xs" />
      ))}
    </Radio.Group>
    <AreaField
      name="text"
      label={herself ? '想说的话' : '本人的话'}
      rows={4}
      most={1000}
      value={said.text}
      onChange={(text) => onChange({ ...said, text })}
      error={errors.text}
      optional
    />
  </>
)
