import { Act } from '../ui/Act.tsx'
import type { PersonChoice } from '../ui/choosing.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { AreaField, TextField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import type { Told } from './contract.ts'
import css from './study.module.css'

type Rows<Row> = { rows: readonly Row[]; onChange: (rows: Row[]) => void }

const turned = <Row,>(rows: readonly Row[], at: number, row: Row): Row[] =>
  rows.map((each, place) => (place === at ? row : each))

/** What was read, and where it is from. */
export const MaterialRows = ({ rows, onChange }: Rows<Told['materials'][number]>) => (
  <fieldset className={css.group}>
    <legend>学习材料</legend>
    {rows.map((row, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a material is its place
      <div key={at} className={css.row}>
        <TextField
          label={`材料 ${at + 1} 名称`}
          name={`materials.${at}.title`}
          value={row.title}
          onChange={(title) => onChange(turned(rows, at, { ...row, title }))}
        />
        <TextField
          label={`材料 ${at + 1} 来源`}
          name={`materials.${at}.source`}
          optional
          value={row.source ?? ''}
          onChange={(source) => onChange(turned(rows, at, { ...row, source }))}
        />
      </div>
    ))}
    <Act onClick={() => onChange([...rows, { title: '', source: null }])}>加一份材料</Act>
  </fieldset>
)

/** What people asked. Nobody needs to have asked anything. */
export const QuestionRows = ({ rows, onChange }: Rows<string>) => (
  <fieldset className={css.group}>
    <legend>提出的问题</legend>
    {rows.map((text, at) => (
      <AreaField
        // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place
        key={at}
        label={`问题 ${at + 1}`}
        name={`questions.${at}`}
        rows={2}
        most={1000}
        value={text}
        onChange={(words) => onChange(turned(rows, at, words))}
      />
    ))}
    <Act onClick={() => onChange([...rows, ''])}>加一个问题</Act>
  </fieldset>
)

type Tasks = Rows<Told['followUps'][number]> & { people: readonly PersonChoice[] }

/** What was decided from it: what, by whom, by when. Stands on its owner's 今日 until it is done. */
export const FollowUpRows = ({ rows, people, onChange }: Tasks) => (
  <fieldset className={css.group}>
    <legend>由此议定的事项</legend>
    {rows.map((row, at) => (
      <fieldset
        // biome-ignore lint/suspicious/noArrayIndexKey: a task is its place
        key={at}
        className={css.item}
      >
        <legend className="unseen">议定事项 {at + 1}</legend>
        <TextField
          label={`议定事项 ${at + 1} 内容`}
          name={`followUps.${at}.what`}
          value={row.what}
          onChange={(what) => onChange(turned(rows, at, { ...row, what }))}
        />
        <div className={css.row}>
          <PersonPicker
            label={`议定事项 ${at + 1} 负责人`}
            name={`followUps.${at}.ownerId`}
            optional
            people={people}
            most={1}
            value={row.ownerId ? [row.ownerId] : []}
            onChange={([ownerId]) => onChange(turned(rows, at, { ...row, ownerId: ownerId ?? null }))}
          />
          <DayField
            label={`议定事项 ${at + 1} 完成日期`}
            name={`followUps.${at}.dueOn`}
            optional
            today={today()}
            value={row.dueOn ?? ''}
            onChange={(dueOn) => onChange(turned(rows, at, { ...row, dueOn: dueOn || null }))}
          />
        </div>
      </fieldset>
    ))}
    <Act onClick={() => onChange([...rows, { what: '', ownerId: null, dueOn: null }])}>加一项议定事项</Act>
  </fieldset>
)
