import type { PersonChoice } from '../ui/choosing.ts'
import { ChoiceField } from '../ui/Field.tsx'
import { useHere } from '../ui/here.ts'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { AUDIENCE_NAMES, AUDIENCES, type Audience } from './kinds.ts'
import { LABELS } from './labels.ts'

type Choice = { audience: Audience; groupId: string | null; personIds: string[] }
type Props = {
  unitId: string
  value: Choice
  people: readonly PersonChoice[]
  errors: Readonly<Record<string, string>>
  onChange: (value: Choice) => void
}

/** For whom it is: everybody, the committee, one group, or people picked. */
export const Whom = ({ unitId, value, people, errors, onChange }: Props) => {
  const { units } = useHere()
  const groups = units.filter(({ kind, parentId }) => kind === 'group' && parentId === unitId)
  const isGroup = units.find(({ id }) => id === unitId)?.kind === 'group'
  const offered = AUDIENCES.filter(
    (each) => each === 'all' || each === 'named' || (each === 'group' ? groups.length > 0 : !isGroup),
  )
  return (
    <>
      <ChoiceField
        label={LABELS.audience}
        name="audience"
        error={errors.audience}
        value={value.audience}
        onChange={(audience) => onChange({ ...value, audience: audience as Audience, groupId: null })}
        choices={offered.map((each) => ({
          value: each,
          label: each === 'all' && isGroup ? '全组党员' : AUDIENCE_NAMES[each],
        }))}
      />
      {value.audience === 'group' && (
        <ChoiceField
          label={LABELS.groupId}
          name="groupId"
          error={errors.groupId}
          value={value.groupId ?? ''}
          onChange={(groupId) => onChange({ ...value, groupId })}
          choices={groups.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {value.audience === 'named' && (
        <PersonPicker
          label={LABELS.personIds}
          name="personIds"
          error={errors.personIds}
          people={people}
          value={value.personIds}
          onChange={(personIds) => onChange({ ...value, personIds: [...personIds] })}
        />
      )}
    </>
  )
}
