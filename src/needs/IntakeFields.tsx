import type { Body } from '../http/endpoint.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import type { Errors } from '../ui/errors.ts'
import { AreaField, ChoiceField, TextField, TickField } from '../ui/Field.tsx'
import type { receiveNeed } from './contract.ts'
import { DangerPart } from './DangerPart.tsx'
import { CATEGORIES, CATEGORY_NAMES, type Category, CHANNEL_NAMES, CHANNELS, isSensitive } from './kinds.ts'
import css from './queue.module.css'
import { WORD_NAMES } from './queue-contract.ts'

/** The form as it is being filled in; the category is chosen by hand, never presumed. */
export type Taken = Omit<Body<typeof receiveNeed>, 'id' | 'visitId' | 'category'> & {
  category: Category | ''
}

export const INTAKE_LABELS = {
  ...WORD_NAMES,
  danger: '眼下有人身危险',
  channel: '来源',
  receivedOn: '接收日期',
  anonymous: '匿名',
  sensitive: '需要封存',
} as const

type Props = { taken: Taken; errors: Errors; onChange: (taken: Taken) => void }

/** What is asked at the telephone, danger first; the rest may be told later. */
export const IntakeFields = ({ taken, errors, onChange }: Props) => {
  const field = (name: keyof typeof INTAKE_LABELS) => ({
    name,
    label: INTAKE_LABELS[name],
    error: errors[name],
  })
  const asker = (name: keyof Taken['asker']) => ({
    ...field(`asker.${name}`),
    optional: true,
    value: taken.asker[name],
    onChange: (value: string) => onChange({ ...taken, asker: { ...taken.asker, [name]: value } }),
  })
  const sealed = taken.category !== '' && isSensitive(taken.category)
  return (
    <>
      <div className={css.danger}>
        <TickField
          {...field('danger')}
          value={taken.danger}
          onChange={(danger) => onChange({ ...taken, danger })}
        />
        {taken.danger && <DangerPart />}
      </div>
      <div className={css.row}>
        <ChoiceField
          {...field('channel')}
          value={taken.channel}
          onChange={(channel) => onChange({ ...taken, channel: channel as Taken['channel'] })}
          choices={CHANNELS.filter((value) => value !== 'web').map((value) => ({
            value,
            label: CHANNEL_NAMES[value],
          }))}
        />
        <DayField
          {...field('receivedOn')}
          today={today()}
          value={taken.receivedOn}
          onChange={(receivedOn) => onChange({ ...taken, receivedOn })}
        />
      </div>
      <ChoiceField
        {...field('category')}
        hint={
          sealed
            ? '这一类自动封存：只有您和准许的人能看内容，列表里只有编号。'
            : '家庭暴力、侵害未成年人、性骚扰、隐私四类自动封存。'
        }
        value={taken.category}
        onChange={(category) => onChange({ ...taken, category: category as Category })}
        choices={CATEGORIES.map((value) => ({
          value,
          label: isSensitive(value) ? `${CATEGORY_NAMES[value]}（封存）` : CATEGORY_NAMES[value],
        }))}
      />
      <TextField
        {...field('line')}
        hint="什么事，六十字以内；不写姓名、住址"
        value={taken.line}
        onChange={(line) => onChange({ ...taken, line })}
      />
      <AreaField
        {...field('facts')}
        optional
        hint="她怎么说就怎么记"
        most={5000}
        value={taken.facts}
        onChange={(facts) => onChange({ ...taken, facts })}
      />
      <AreaField
        {...field('wish')}
        optional
        rows={2}
        most={1000}
        value={taken.wish}
        onChange={(wish) => onChange({ ...taken, wish })}
      />
      <TickField
        {...field('anonymous')}
        hint="匿名的一样办理；留了电话的，办完照样告诉她"
        value={taken.anonymous}
        onChange={(anonymous) =>
          onChange({ ...taken, anonymous, asker: anonymous ? { ...taken.asker, name: '' } : taken.asker })
        }
      />
      <div className={css.row}>
        {!taken.anonymous && <TextField {...asker('name')} hint="愿意怎么称呼就怎么记" />}
        <TextField {...asker('phone')} inputMode="tel" hint="加密保存" />
      </div>
      <details className={css.more}>
        <summary>还可以补充</summary>
        <div className="form">
          <TextField
            {...field('area')}
            optional
            hint="区县、街道或社区，不写门牌"
            value={taken.area}
            onChange={(area) => onChange({ ...taken, area })}
          />
          <AreaField
            {...field('before')}
            optional
            rows={2}
            most={1000}
            value={taken.before}
            onChange={(before) => onChange({ ...taken, before })}
          />
          <TextField {...asker('note')} hint="什么时候方便接电话、谁在照看孩子" />
          {!sealed && (
            <TickField
              {...field('sensitive')}
              hint="不是上面四类，但她不愿让更多人知道"
              value={taken.sensitive}
              onChange={(sensitive) => onChange({ ...taken, sensitive })}
            />
          )}
        </div>
      </details>
    </>
  )
}
