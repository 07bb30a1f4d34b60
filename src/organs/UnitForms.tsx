import { TERMS } from '../glossary.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { changeUnit, dissolveUnit, makeUnit, type Unit } from './contract.ts'
import { lineOf } from './placing.ts'
import { TermSection } from './TermSection.tsx'
import css from './UnitsPage.module.css'
import { useChange, useFields } from './using.tsx'

type Props = {
  unit: Unit
  units: readonly Unit[]
  mayChange: boolean
  /** What may be made below it. */
  kinds: readonly Unit['kind'][]
}

/** What is known of a unit and what can be done to it: its terms, a unit below it, a new name or place, its end. */
export const UnitForms = ({ unit, units, mayChange, kinds }: Props) => (
  <div className={css.forms}>
    <TermSection unit={unit} mayChange={mayChange} />
    {mayChange && kinds.length > 0 && <MakeForm under={unit} kinds={kinds} />}
    {mayChange && <ChangeForm unit={unit} units={units} />}
    {mayChange && <DissolveForm unit={unit} />}
  </div>
)

/** A new unit under another, or with null the top of a tree of its own. */
export const MakeForm = ({ under, kinds }: { under: Unit | null; kinds: readonly Unit['kind'][] }) => {
  const [fields, set] = useFields({ name: '', kind: kinds[0] ?? 'group', foundedOn: today().toString() })
  const { act, refusal, errors, isPending } = useChange(makeUnit)
  const { name, kind, foundedOn } = fields
  return (
    <section>
      <h2>{under ? `在「${under.name}」之下建立组织` : '建立妇联组织或工会组织'}</h2>
      {refusal && <RefusalNote refusal={refusal} />}
      <div className={css.row}>
        <TextField label="名称" name="name" value={name} onChange={set('name')} error={errors.name} />
        {kinds.length > 1 && (
          <ChoiceField
            label="类别"
            value={kind}
            onChange={set('kind')}
            choices={kinds.map((each) => ({ value: each, label: TERMS[each] }))}
          />
        )}
        <DayField
          label="成立日期"
          name="foundedOn"
          today={today()}
          value={foundedOn}
          onChange={set('foundedOn')}
          error={errors.foundedOn}
        />
        <Act
          loading={isPending}
          permit={name.trim() ? { may: true } : { may: false, reason: '请先填写名称' }}
          onClick={() =>
            act({
              body: {
                parentId: under?.id ?? null,
                line: lineOf(kind as Unit['kind']),
                kind: kind as Unit['kind'],
                name,
                foundedOn,
              },
            })
          }
        >
          建立
        </Act>
      </div>
    </section>
  )
}

const ChangeForm = ({ unit, units }: { unit: Unit; units: readonly Unit[] }) => {
  const [fields, set] = useFields({
    name: unit.name,
    parentId: unit.parentId ?? '',
    since: today().toString(),
  })
  const { act, refusal, errors, isPending } = useChange(changeUnit)
  const { name, parentId, since } = fields
  const places = units.filter(({ line, path }) => line === unit.line && !path.startsWith(unit.path))
  const isSame = name === unit.name && parentId === (unit.parentId ?? '')
  return (
    <section>
      <h2>更名或调整隶属</h2>
      {refusal && <RefusalNote refusal={refusal} />}
      <div className={css.row}>
        <TextField label="名称" name="newName" value={name} onChange={set('name')} error={errors.name} />
        {places.length > 0 && (
          <ChoiceField
            label="上级组织"
            value={parentId}
            onChange={set('parentId')}
            error={errors.parentId}
            choices={places.map(({ id, name: label }) => ({ value: id, label }))}
          />
        )}
        <DayField
          label="从哪一天起"
          name="since"
          today={today()}
          value={since}
          onChange={set('since')}
          error={errors.since}
        />
        <Act
          loading={isPending}
          permit={isSame ? { may: false, reason: '名称和上级都没有变' } : { may: true }}
          onClick={() =>
            act({
              params: { unit: unit.id },
              body: { name, parentId: parentId || null, since, version: unit.version },
            })
          }
        >
          保存
        </Act>
      </div>
    </section>
  )
}

const DissolveForm = ({ unit }: { unit: Unit }) => {
  const [fields, set] = useFields({ on: today().toString() })
  const { act, refusal, errors, isPending } = useChange(dissolveUnit)
  return (
    <section>
      <h2>撤销</h2>
      {refusal && <RefusalNote refusal={refusal} />}
      <div className={css.row}>
        <DayField
          label="撤销日期"
          name="on"
          hint="党员须先转出，下级组织须先撤销"
          today={today()}
          value={fields.on}
          onChange={set('on')}
          error={errors.on}
        />
        <Act
          loading={isPending}
          onClick={() => act({ params: { unit: unit.id }, body: { on: fields.on, version: unit.version } })}
        >
          撤销「{unit.name}」
        </Act>
      </div>
    </section>
  )
}
