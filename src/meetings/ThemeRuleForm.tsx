import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { ErrorList } from '../ui/ErrorList.tsx'
import { errorsOf } from '../ui/errors.ts'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import type { HereUnit } from '../ui/here.ts'
import { LABELS } from './labels.ts'
import css from './meetings.module.css'
import { fixThemeDay, type ThemeYear } from './theme-contract.ts'
import { fixedWords } from './theme-days.ts'
import { todayHere } from './today.ts'

type Props = {
  unit: HereUnit
  themes: ThemeYear
  onSaved: (themes: ThemeYear) => Promise<void>
  onBack: () => void
}

type Rule = Body<typeof fixThemeDay>

/** What units commonly keep every month; offered to be chosen, never put in by itself. */
const COMMON = ['重温入党誓词', '集中学习', '民主议事', '党务公开', '交纳党费']

/** The fixed day and fixed parts: chosen once, changeable from a month on. */
export const ThemeRuleForm = ({ unit, themes, onSaved, onBack }: Props) => {
  const [rule, setRule] = useState<Rule>(() => startOf(themes))
  const set = (more: Partial<Rule>) => setRule({ ...rule, ...more })
  const save = useMutation({
    mutationFn: () =>
      call(fixThemeDay, {
        params: { unit: unit.id },
        body: {
          ...rule,
          fixedParts: rule.fixedParts.filter((title) => title.trim() !== ''),
          version: themes.rules.find(({ since }) => since === rule.since)?.version ?? null,
        },
      }),
    onSuccess: onSaved,
  })
  const errors = errorsOf(save.error)
  const byWeek = rule.monthDay === null
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <h2>固定的日子</h2>
      <ErrorList errors={errors} labels={LABELS} />
      {save.error && Object.keys(errors).length === 0 && <Failed error={save.error} />}
      <div className={css.row}>
        <ChoiceField
          label="怎样固定"
          value={byWeek ? 'week' : 'day'}
          onChange={(how) =>
            set(
              how === 'week'
                ? { monthDay: null, week: 2, weekday: 5 }
                : { monthDay: 15, week: null, weekday: null },
            )
          }
          choices={[
            { value: 'day', label: '每月几日' },
            { value: 'week', label: '第几个星期几' },
          ]}
        />
        {byWeek ? (
          <>
            <ChoiceField
              label="第几个"
              name="week"
              value={String(rule.week ?? 2)}
              onChange={(week) => set({ week: Number(week) })}
              choices={['第一个', '第二个', '第三个', '第四个', '最后一个'].map((label, at) => ({
                value: String(at + 1),
                label,
              }))}
            />
            <ChoiceField
              label="星期几"
              name="weekday"
              value={String(rule.weekday ?? 5)}
              onChange={(weekday) => set({ weekday: Number(weekday) })}
              choices={['周一', '周二', '周三', '周四', '周五', '周六', '周日'].map((label, at) => ({
                value: String(at + 1),
                label,
              }))}
            />
          </>
        ) : (
          <ChoiceField
            label="几日"
            name="monthDay"
            value={String(rule.monthDay)}
            onChange={(monthDay) => set({ monthDay: Number(monthDay) })}
            choices={Array.from({ length: 31 }, (_, at) => ({
              value: String(at + 1),
              label: `${at + 1}日`,
            }))}
          />
        )}
      </div>
      <p className="aside">{fixedWords(rule)}；逢不上班的日子顺延到下一个工作日，不出当月。</p>
      <FixedParts titles={rule.fixedParts} onChange={(fixedParts) => set({ fixedParts })} />
      <DayField
        label="从哪天起"
        name="since"
        today={todayHere()}
        value={rule.since}
        error={errors.since}
        onChange={(since) => set({ since })}
      />
      <div className={css.acts}>
        <Act primary type="submit" loading={save.isPending}>
          保存
        </Act>
        <Act onClick={onBack}>返回</Act>
      </div>
    </form>
  )
}

const startOf = ({ rule }: ThemeYear): Rule => ({
  monthDay: rule ? rule.monthDay : null,
  week: rule ? rule.week : 2,
  weekday: rule ? rule.weekday : 5,
  fixedParts: rule?.fixedParts ?? [],
  since: todayHere().with({ day: 1 }).toString(),
  version: null,
})

type Parts = { titles: readonly string[]; onChange: (titles: string[]) => void }

/** A list in the order of the day; common ones are taken with one click. */
const FixedParts = ({ titles, onChange }: Parts) => {
  const turn = (at: number, title: string) =>
    onChange(titles.map((each, place) => (place === at ? title : each)))
  const up = (at: number) =>
    onChange(
      titles.map((each, place) => (place === at - 1 ? titles[at]! : place === at ? titles[at - 1]! : each)),
    )
  return (
    <fieldset className={css.items}>
      <legend>
        固定环节<span className={`${css.beside} aside`}>每次都有的，按先后；每月自动带出</span>
      </legend>
      {titles.map((title, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
          key={at}
          className={css.partLine}
        >
          <TextField
            label={`固定环节 ${at + 1}`}
            name={`fixedParts.${at}`}
            value={title}
            onChange={(text) => turn(at, text)}
          />
          <span className={css.acts}>
            {at > 0 && (
              <Act size="xs" onClick={() => up(at)}>
                上移<span className="unseen">固定环节 {at + 1}</span>
              </Act>
            )}
            <Act size="xs" onClick={() => onChange(titles.filter((_, place) => place !== at))}>
              去掉<span className="unseen">固定环节 {at + 1}</span>
            </Act>
          </span>
        </div>
      ))}
      <span className={css.acts}>
        {COMMON.filter((title) => !titles.includes(title)).map((title) => (
          <Act key={title} size="xs" onClick={() => onChange([...titles, title])}>
            加“{title}”
          </Act>
        ))}
        <Act size="xs" onClick={() => onChange([...titles, ''])}>
          加别的
        </Act>
      </span>
    </fieldset>
  )
}
