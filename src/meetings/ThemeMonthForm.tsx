import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { errorsOf } from '../ui/errors.ts'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import type { HereUnit } from '../ui/here.ts'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import css from './meetings.module.css'
import { usePeople } from './people.ts'
import { planThemes, type ThemeMonth, type ThemeYear } from './theme-contract.ts'
import { THEME_FORMS, type ThemeForm } from './theme-days.ts'
import { todayHere } from './today.ts'

type Props = {
  unit: HereUnit
  themes: ThemeYear
  month: ThemeMonth
  onSaved: (themes: ThemeYear) => Promise<void>
  onBack: () => void
}

/** What is meant for one month: theme, form, and the parts with whoever prepares each. */
export const ThemeMonthForm = ({ unit, themes, month, onSaved, onBack }: Props) => {
  const [theme, setTheme] = useState(month.theme ?? '')
  const [form, setForm] = useState<ThemeForm | null>(month.form)
  const [parts, setParts] = useState(() =>
    month.parts.map(({ title, fixed, ownerId }) => ({ title, fixed, ownerId })),
  )
  const people = usePeople(unit.id, todayHere().toString())
  const save = useMutation({
    mutationFn: () => {
      const told = parts.filter(({ title }) => title.trim() !== '')
      const { preparerId, version } = month
      const body = { month: month.month, theme, form, preparerId, parts: told, version }
      return call(planThemes, { params: { unit: unit.id }, body: { year: themes.year, months: [body] } })
    },
    onSuccess: onSaved,
  })
  const errors = errorsOf(save.error)
  const turn = (at: number, more: Partial<(typeof parts)[number]>) =>
    setParts(parts.map((part, place) => (place === at ? { ...part, ...more } : part)))
  return (
    <form
      className="form"
      noValidate
      aria-label={`${month.month}月的安排`}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <h3>{month.month}月</h3>
      <div className={css.row}>
        <TextField
          label="主题"
          name="theme"
          hint="写要做的一件事，不写口号"
          value={theme}
          error={errors['months.0.theme'] ?? errors.theme}
          onChange={setTheme}
        />
        <ChoiceField
          label="活动形式"
          name="form"
          optional
          value={form ?? 'none'}
          onChange={(chosen) => setForm(chosen === 'none' ? null : (chosen as ThemeForm))}
          choices={[
            { value: 'none', label: '未定' },
            ...Object.entries(THEME_FORMS).map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
      {parts.map((part, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
          key={at}
          className={css.row}
        >
          {part.fixed ? (
            <p className={css.fixedPart}>
              {part.title}
              <span className="aside">固定环节</span>
            </p>
          ) : (
            <TextField
              label={`自选环节 ${at + 1 - parts.filter(({ fixed }) => fixed).length}`}
              name={`part.${at}`}
              value={part.title}
              onChange={(title) => turn(at, { title })}
            />
          )}
          <PersonPicker
            label={part.fixed ? `准备“${part.title}”的人` : '准备人'}
            name={`owner.${at}`}
            optional
            people={people}
            most={1}
            value={part.ownerId ? [part.ownerId] : []}
            onChange={([ownerId]) => turn(at, { ownerId: ownerId ?? null })}
          />
        </div>
      ))}
      <span className={css.acts}>
        <Act size="xs" onClick={() => setParts([...parts, { title: '', fixed: false, ownerId: null }])}>
          加自选环节
        </Act>
      </span>
      {save.error && <Failed error={save.error} />}
      <div className={css.acts}>
        <Act primary type="submit" loading={save.isPending}>
          保存
        </Act>
        <Act onClick={onBack}>返回</Act>
      </div>
    </form>
  )
}
