import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { day, readable } from '../kernel/day.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { AreaField, TextField } from '../ui/Field.tsx'
import type { HereUnit } from '../ui/here.ts'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { isRecorded } from './held.ts'
import css from './meetings.module.css'
import { usePeople } from './people.ts'
import { planThemes, type ThemeMonth, type ThemeYear } from './theme-contract.ts'
import { todayHere } from './today.ts'

type Props = {
  unit: HereUnit
  themes: ThemeYear
  onSaved: (themes: ThemeYear) => Promise<void>
  onBack: () => void
}

type Sketch = { month: ThemeMonth; theme: string; own: string; preparerId: string | null }

/** The year's themes at once: a theme, what is done of its own, and who prepares. Months that are recorded stay. */
export const ThemeYearForm = ({ unit, themes, onSaved, onBack }: Props) => {
  const [months, setMonths] = useState<Sketch[]>(() =>
    themes.months
      .filter(({ meeting }) => meeting === null || !isRecorded(meeting))
      .map((month) => ({
        month,
        theme: month.theme ?? '',
        own: ownOf(month)
          .map(({ title }) => title)
          .join('\n'),
        preparerId: month.preparerId,
      })),
  )
  const people = usePeople(unit.id, todayHere().toString())
  const turn = (at: number, more: Partial<Sketch>) =>
    setMonths(months.map((month, place) => (place === at ? { ...month, ...more } : month)))
  const meant = months.filter(({ theme }) => theme.trim() !== '')
  const save = useMutation({
    mutationFn: () =>
      call(planThemes, {
        params: { unit: unit.id },
        body: { year: themes.year, months: meant.map(plannedOf) },
      }),
    onSuccess: onSaved,
  })
  return (
    <form
      className={css.section}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <h2>{themes.year} 年主题</h2>
      <p className="aside">只填想好的月份，空着的以后再定。自选环节一行一项；固定环节自动带出，不必写。</p>
      {months.map(({ month, theme, own, preparerId }, at) => (
        <fieldset key={month.month} className={css.item}>
          <legend>
            {month.month}月
            {month.day && <span className={`${css.beside} aside`}>{readable(day(month.day)).slice(5)}</span>}
          </legend>
          <div className={css.row}>
            <TextField
              label={`${month.month}月主题`}
              name={`theme-${month.month}`}
              optional
              value={theme}
              onChange={(text) => turn(at, { theme: text })}
            />
            <AreaField
              label={`${month.month}月自选环节`}
              name={`own-${month.month}`}
              optional
              rows={1}
              value={own}
              onChange={(text) => turn(at, { own: text })}
            />
            <PersonPicker
              label={`${month.month}月准备人`}
              name={`preparer-${month.month}`}
              optional
              people={people}
              most={1}
              value={preparerId ? [preparerId] : []}
              onChange={([picked]) => turn(at, { preparerId: picked ?? null })}
            />
          </div>
        </fieldset>
      ))}
      {save.error && <Failed error={save.error} />}
      <div className={css.acts}>
        <Act
          primary
          type="submit"
          loading={save.isPending}
          permit={meant.length > 0 ? { may: true } : { may: false, reason: '还没有写主题' }}
        >
          保存 {meant.length} 个月
        </Act>
        <Act onClick={onBack}>返回</Act>
      </div>
    </form>
  )
}

const ownOf = ({ parts }: ThemeMonth) => parts.filter(({ fixed }) => !fixed)

/** Whoever prepares a part already goes on preparing it. */
const plannedOf = ({ month, theme, own, preparerId }: Sketch) => ({
  month: month.month,
  theme,
  form: month.form,
  preparerId,
  version: month.version,
  parts: [
    ...month.parts
      .filter(({ fixed }) => fixed)
      .map(({ title, ownerId }) => ({ title, fixed: true, ownerId })),
    ...own
      .split('\n')
      .map((title) => title.trim())
      .filter((title) => title !== '')
      .map((title) => ({
        title,
        fixed: false,
        ownerId: ownOf(month).find((part) => part.title === title)?.ownerId ?? null,
      })),
  ],
})
