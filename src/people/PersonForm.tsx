import { useState } from 'react'
import { call } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import { type Clash, ConflictView, type Side } from '../ui/ConflictView.tsx'
import { AreaField, ChoiceField, TextField } from '../ui/Field.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import { changePerson, type Person, readPerson } from './contract.ts'

const LABELS = {
  name: '姓名',
  sex: '性别',
  ethnicity: '民族',
  phone: '电话',
  education: '学历',
  nativePlace: '籍贯',
  occupation: '工作岗位',
  remark: '备注',
}
type Field = keyof typeof LABELS
type Typed = Record<Field, string>

const FIELDS = Object.keys(LABELS) as Field[]
const SEXES = { '': '未填', female: '女', male: '男' }

const typedOf = (person: Person): Typed =>
  Object.fromEntries(FIELDS.map((field) => [field, person[field] ?? ''])) as Typed

/** What is known of a person herself. When two change it at once, both values stand side by side. */
export const PersonForm = ({ person, onDone }: { person: Person; onDone: () => void }) => {
  const [base, setBase] = useState(person)
  const [typed, setTyped] = useState(() => typedOf(person))
  const [theirs, setTheirs] = useState<Person>()
  const saving = useSaving(
    changePerson.body,
    (body: Body<typeof changePerson>) =>
      call(changePerson, { params: { person: person.id }, body }).catch(async (error) => {
        setTheirs(await newer(person.id, base.version))
        throw error
      }),
    onDone,
  )
  const field = (name: Field) => ({
    name,
    label: LABELS[name],
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
    error: saving.errors[name],
    optional: name !== 'name',
  })
  const send = (values: Typed, version: number): void =>
    saving.save({
      ...Object.fromEntries(
        FIELDS.map((name) => [name, name === 'name' ? values.name : orNull(values[name])]),
      ),
      version,
    })

  if (saving.isStale && theirs) {
    const merged = mergedOf(typedOf(base), typed, typedOf(theirs))
    return (
      <ConflictView
        by="另一位同志"
        clashes={merged.clashes}
        busy={saving.busy}
        onSettle={(sides) => {
          const settled = settledBy(merged, sides)
          setTyped(settled)
          setBase(theirs)
          send(settled, theirs.version)
        }}
      />
    )
  }
  return (
    <SavedForm saving={saving} labels={LABELS} act="保存" onSend={() => send(typed, base.version)}>
      <TextField {...field('name')} />
      <ChoiceField
        {...field('sex')}
        choices={[
          { value: 'female', label: '女' },
          { value: 'male', label: '男' },
        ]}
      />
      <TextField {...field('ethnicity')} />
      <TextField {...field('nativePlace')} />
      <TextField {...field('education')} />
      <TextField {...field('occupation')} />
      <TextField {...field('phone')} inputMode="tel" />
      <AreaField {...field('remark')} most={500} />
    </SavedForm>
  )
}

/** The person as another hand left her; undefined where the failure had another cause. */
const newer = async (id: string, version: number): Promise<Person | undefined> => {
  const person = await call(readPerson, { params: { person: id } }).catch(() => undefined)
  return person && person.version > version ? person : undefined
}

type Merged = { values: Typed; clashes: Clash[]; mine: Typed; theirs: Typed }

/** Fields that only one of the two changed are taken as changed; the others are for the person to settle. */
const mergedOf = (base: Typed, mine: Typed, theirs: Typed): Merged => {
  const clashing = FIELDS.filter(
    (field) => mine[field] !== base[field] && theirs[field] !== base[field] && mine[field] !== theirs[field],
  )
  return {
    mine,
    theirs,
    values: Object.fromEntries(
      FIELDS.map((field) => [field, mine[field] === base[field] ? theirs[field] : mine[field]]),
    ) as Typed,
    clashes: clashing.map((name) => ({
      name,
      label: LABELS[name],
      mine: said(name, mine[name]),
      theirs: said(name, theirs[name]),
    })),
  }
}

const settledBy = (
  { values, mine, theirs, clashes }: Merged,
  sides: Readonly<Record<string, Side>>,
): Typed => ({
  ...values,
  ...Object.fromEntries(
    clashes.map(({ name }) => [name, (sides[name] === 'theirs' ? theirs : mine)[name as Field]]),
  ),
})

const said = (field: Field, value: string): string =>
  field === 'sex' ? SEXES[value as keyof typeof SEXES] : value
