import { Button } from '@mantine/core'
import { CATEGORIES, CATEGORY_NAMES, type Category, isSensitive } from '../needs/contract.ts'
import type { Errors } from '../ui/errors.ts'
import { AreaField, ChoiceField, TextField, TickField } from '../ui/Field.tsx'
import { newTold, type Told } from './draft.ts'
import css from './outbox.module.css'

type Props = { needs: readonly Told[]; onChange: (needs: Told[]) => void; errors: Errors }

/** What one visit brings home at most, before it is better written down as two. */
const MOST = 5

/** The needs told on the visit. Each goes to the desk that receives them, under a number of its own. */
export const NeedRows = ({ needs, onChange, errors }: Props) => (
  <section aria-labelledby="needs">
    <h2 id="needs">她提出的需求</h2>
    {needs.map((need, at) => (
      <NeedRow
        key={need.id}
        need={need}
        at={at}
        errors={errors}
        onChange={(change) =>
          onChange(needs.map((each) => (each.id === need.id ? { ...each, ...change } : each)))
        }
        onRemove={() => onChange(needs.filter(({ id }) => id !== need.id))}
      />
    ))}
    {needs.length < MOST && (
      <Button variant="default" onClick={() => onChange([...needs, newTold()])}>
        加一件需求
      </Button>
    )}
  </section>
)

type RowProps = {
  need: Told
  at: number
  errors: Errors
  onChange: (change: Partial<Told>) => void
  onRemove: () => void
}

const CHOICES = CATEGORIES.map((value) => ({ value, label: CATEGORY_NAMES[value] }))

const NeedRow = ({ need, at, errors, onChange, onRemove }: RowProps) => {
  const of = (field: string) => ({ name: `needs.${at}.${field}`, error: errors[`needs.${at}.${field}`] })
  const called = `需求 ${at + 1}`
  return (
    <fieldset className={css.row}>
      <legend>{called}</legend>
      <TextField
        {...of('line')}
        label={`${called} 一句话`}
        value={need.line}
        onChange={(line) => onChange({ line })}
        hint="60 字以内，不写姓名。"
      />
      <ChoiceField
        {...of('category')}
        label={`${called} 类别`}
        value={need.category}
        onChange={(category) => onChange({ category: category as Category })}
        choices={CHOICES}
      />
      {need.category && isSensitive(need.category) && (
        <p className={css.note}>这一类收下后单独封存，只有准许的人能打开。</p>
      )}
      <TextField
        {...of('wish')}
        label={`${called} 她希望怎样`}
        value={need.wish}
        onChange={(wish) => onChange({ wish })}
        optional
      />
      <TickField
        label={`${called} 眼下有危险`}
        value={need.danger}
        onChange={(danger) => onChange({ danger })}
      />
      {need.danger && (
        <p className={css.danger} role="alert">
          先拨 110，不要等上传。孩子受侵害的也先报警；本页随后补记。
        </p>
      )}
      <details className={css.more}>
        <summary>情况、称呼和电话</summary>
        <AreaField
          {...of('facts')}
          label={`${called} 情况`}
          value={need.facts}
          onChange={(facts) => onChange({ facts })}
          most={5_000}
          optional
        />
        <TextField
          {...of('name')}
          label={`${called} 称呼`}
          value={need.name}
          onChange={(name) => onChange({ name })}
          hint="她愿意才留。"
          optional
        />
        <TextField
          {...of('phone')}
          label={`${called} 电话`}
          value={need.phone}
          onChange={(phone) => onChange({ phone })}
          inputMode="tel"
          optional
        />
      </details>
      <Button variant="subtle" color="gray" onClick={onRemove}>
        去掉{called}
      </Button>
    </fieldset>
  )
}
