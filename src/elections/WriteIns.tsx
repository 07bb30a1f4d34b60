import { Act } from '../ui/Act.tsx'
import { TextField } from '../ui/Field.tsx'
import { given } from '../ui/given.ts'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import css from './count.module.css'
import type { ShownGathering } from './round-contract.ts'

export type TypedWriteIn = { key: string; personId: string | null; name: string; approve: string }

type People = ShownGathering['people']

/** The people of the meeting as a picker offers them. */
export const pickable = (people: People) =>
  people.map(({ id, name, initials, group }) => ({
    id,
    name,
    initials,
    ...given({ group: group ?? undefined }),
  }))

type Props = {
  people: People
  writeIns: readonly TypedWriteIn[]
  onChange: (writeIns: TypedWriteIn[]) => void
}

/** 另选他人: picked from the list of the meeting, or, for whoever is not on it, named. */
export const WriteIns = ({ people, writeIns, onChange }: Props) => {
  const change = (key: string, part: Partial<TypedWriteIn>): void =>
    onChange(writeIns.map((each) => (each.key === key ? { ...each, ...part } : each)))
  return (
    <div className={css.writeIns}>
      {writeIns.map(({ key, personId, name, approve }, at) => (
        <fieldset key={key} className={css.writeIn}>
          <legend className="unseen">另选第 {at + 1} 人</legend>
          <PersonPicker
            label="另选他人"
            most={1}
            people={pickable(people)}
            value={personId === null ? [] : [personId]}
            onChange={([picked]) =>
              change(key, {
                personId: picked ?? null,
                name: people.find(({ id }) => id === picked)?.name ?? '',
              })
            }
          />
          {personId === null && (
            <TextField
              label="不在名单上的，写姓名"
              optional
              value={name}
              onChange={(text) => change(key, { name: text })}
            />
          )}
          <TextField
            label="得票"
            inputMode="numeric"
            value={approve}
            onChange={(text) => change(key, { approve: text.replace(/\D/g, '') })}
          />
          <Act onClick={() => onChange(writeIns.filter((each) => each.key !== key))}>去掉</Act>
        </fieldset>
      ))}
      <div className={css.acts}>
        <Act
          onClick={() =>
            onChange([...writeIns, { key: crypto.randomUUID(), personId: null, name: '', approve: '' }])
          }
        >
          有人另选他人
        </Act>
      </div>
    </div>
  )
}
