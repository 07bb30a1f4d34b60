import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { TERMS } from '../glossary.ts'
import { call } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { ErrorList } from '../ui/ErrorList.tsx'
import { errorsOf, refusalIn } from '../ui/errors.ts'
import { AreaField, ChoiceField, TextField } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { AMENDED } from './Amendments.tsx'
import { AMENDABLE, amendMeeting, type Meeting } from './contract.ts'
import { LABELS } from './labels.ts'
import css from './meetings.module.css'
import { todayHere } from './today.ts'

type Amending = Omit<Body<typeof amendMeeting>, 'version'>

const BLANK: Amending = {
  field: 'other',
  item: null,
  personId: null,
  becomes: '',
  leave: null,
  votes: null,
  reason: '',
}

/** One amendment: which entry, what it should say, why. What it said stays beside it. */
export const AmendForm = ({ meeting, onDone }: { meeting: Meeting; onDone: () => void }) => {
  const [asked, setAsked] = useState<Amending>({
    ...BLANK,
    field: 'points',
    item: meeting.agenda.length > 0 ? 1 : null,
  })
  const queries = useQueryClient()
  const set = (more: Partial<Amending>) => setAsked({ ...asked, ...more })
  const send = useMutation({
    mutationFn: () =>
      call(amendMeeting, { params: { meeting: meeting.id }, body: { ...asked, version: meeting.version } }),
    onSuccess: async (amended) => {
      queries.setQueryData(['meeting', meeting.id], amended)
      onDone()
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'meeting' })
    },
  })
  const errors = errorsOf(send.error)
  const refusal = refusalIn(send.error)
  const fields = AMENDABLE.filter(
    (field) =>
      (meeting.agenda.length > 0 || (field !== 'points' && field !== 'differing')) &&
      (meeting.resolutions.length > 0 || field !== 'resolution'),
  )
  return (
    <form
      className="form"
      noValidate
      aria-label="更正记录"
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <h2>更正记录</h2>
      <p className="aside">原来的写法不会消失，和更正后的并列保留。更正以后需要书记重新审阅。</p>
      {refusal && !refusal.field && <RefusalNote refusal={refusal} />}
      <ErrorList errors={errors} labels={LABELS} />
      <ChoiceField
        label="更正的项目"
        name="field"
        value={asked.field}
        onChange={(field) =>
          setAsked({
            ...BLANK,
            reason: asked.reason,
            field: AMENDABLE.find((each) => each === field) ?? 'other',
          })
        }
        choices={fields.map((field) => ({ value: field, label: AMENDED[field] ?? field }))}
      />
      <Which meeting={meeting} asked={asked} set={set} />
      <Becoming meeting={meeting} asked={asked} set={set} error={errors.becomes} />
      <TextField
        label="更正原因"
        name="reason"
        value={asked.reason}
        error={errors.reason}
        onChange={(reason) => set({ reason })}
      />
      <div className={css.acts}>
        <Act
          primary
          type="submit"
          loading={send.isPending}
          permit={asked.reason.trim() === '' ? { may: false, reason: '先写更正原因' } : { may: true }}
        >
          提交更正
        </Act>
        <Act onClick={onDone}>先不改</Act>
      </div>
    </form>
  )
}

type Step = { meeting: Meeting; asked: Amending; set: (more: Partial<Amending>) => void }

const Which = ({ meeting, asked, set }: Step) => {
  if (asked.field === 'attendance')
    return (
      <ChoiceField
        label="人员"
        name="personId"
        value={asked.personId ?? ''}
        onChange={(personId) => set({ personId })}
        choices={meeting.attendance
          .filter(({ entitled }) => entitled)
          .map(({ personId, name, state }) => ({ value: personId, label: `${name}（${TERMS[state]}）` }))}
      />
    )
  const items = { points: meeting.agenda, differing: meeting.agenda, resolution: meeting.resolutions }[
    asked.field as string
  ]
  if (!items) return null
  return (
    <ChoiceField
      label={asked.field === 'resolution' ? '决议' : '议程'}
      name="item"
      value={asked.item === null ? '' : String(asked.item)}
      onChange={(item) => set({ item: Number(item) })}
      choices={items.map((item, at) => ({
        value: String(at + 1),
        label: `${at + 1}. ${('title' in item ? item.title : item.text).slice(0, 30)}`,
      }))}
    />
  )
}

const Becoming = ({ meeting, asked, set, error }: Step & { error: string | undefined }) => {
  const becomes = { label: '更正为', name: 'becomes', error, value: asked.becomes }
  const take = (text: string) => set({ becomes: text })
  if (asked.field === 'heldOn') return <DayField {...becomes} today={todayHere()} onChange={take} />
  if (asked.field === 'title' || asked.field === 'place') return <TextField {...becomes} onChange={take} />
  if (asked.field === 'attendance')
    return (
      <>
        <ChoiceField
          {...becomes}
          onChange={take}
          choices={(['present', 'excused', 'absent'] as const).map((state) => ({
            value: state,
            label: TERMS[state],
          }))}
        />
        {asked.becomes === 'excused' && (
          <TextField
            label="请假原因"
            name="leave"
            value={asked.leave ?? ''}
            onChange={(leave) => set({ leave })}
          />
        )}
      </>
    )
  if (asked.field === 'resolution') return <Votes meeting={meeting} asked={asked} set={set} error={error} />
  const item = meeting.agenda[(asked.item ?? 0) - 1]
  const now =
    asked.field === 'points' ? item?.points : asked.field === 'differing' ? item?.differing : undefined
  return (
    <AreaField {...becomes} most={20_000} hint={now ? `现在写的是：${now}` : undefined} onChange={take} />
  )
}

/** The votes as they should have been counted; the wording of a resolution is amended under 其他. */
const Votes = ({ meeting, asked, set, error }: Step & { error: string | undefined }) => {
  const known = meeting.resolutions[(asked.item ?? 0) - 1]
  const votes = asked.votes ?? {
    approve: known?.approve ?? 0,
    oppose: known?.oppose ?? 0,
    abstain: known?.abstain ?? 0,
  }
  return (
    <div className={css.votes}>
      {(
        [
          ['approve', '赞成票'],
          ['oppose', '反对票'],
          ['abstain', '弃权票'],
        ] as const
      ).map(([name, label]) => (
        <TextField
          key={name}
          label={label}
          name={name}
          inputMode="numeric"
          className={css.number}
          error={name === 'approve' ? error : undefined}
          value={String(votes[name])}
          onChange={(text) =>
            set({ votes: { ...votes, [name]: Number(text.replace(/\D/g, '').slice(0, 6)) } })
          }
        />
      ))}
    </div>
  )
}
