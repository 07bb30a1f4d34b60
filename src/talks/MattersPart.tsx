import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import type { Answer, Body } from '../http/endpoint.ts'
import { useRules } from '../regulations/using.tsx'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { sayDay, today } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { useSaving } from '../ui/saving.ts'
import { Why } from '../ui/WhyPanel.tsx'
import { choicesOf } from './choices.ts'
import { openMatters, registerMatter, type Talks, withdrawMatter } from './contract.ts'
import { CAUSE_NAMES, CAUSES, MATTER_PURPOSE_NAMES, MATTER_PURPOSES, type MatterPurpose } from './kinds.ts'
import css from './talks.module.css'

type Props = { data: Talks; matters: NonNullable<Talks['matters']> }

/** 应谈事项: that there are some is shown here; whose and which, only when opened, and that is logged. */
export const MattersPart = ({ data, matters: { open, talked } }: Props) => {
  const rules = useRules(['talk.hardship'])
  const [purpose, setPurpose] = useState<MatterPurpose>('arrange')
  const opening = useMutation({
    mutationFn: () => call(openMatters, { params: { unit: data.unitId }, body: { purpose } }),
  })
  const reopen = () => (opening.data ? opening.mutate() : undefined)
  return (
    <section className={css.part} aria-labelledby="matters">
      <h2 id="matters">应谈事项</h2>
      <div className={css.line}>
        <StateMark
          state={open > 0 ? 'due' : talked > 0 ? 'done' : 'not-owed'}
          word={open > 0 ? `${open} 件书记还没有谈` : talked > 0 ? '都已谈过' : '没有登记'}
        />
        <span className="aside">登记过 {open + talked} 件</span>
        <Why
          of="应谈事项"
          grounds={{
            about: '应谈事项',
            verdict: `登记的 ${open + talked} 件里，书记已谈 ${talked} 件。`,
            rules,
            todo: <p>书记与本人谈过、登记了谈话，这一件就算谈过，不用另外销去。</p>,
          }}
        />
      </div>
      <p className="aside">
        是谁、什么情形，只有本支部的书记、副书记和组织委员打开后看得到；每次打开都留有记录，本人能看到是谁、为什么打开。
      </p>
      <div className={css.acts}>
        {open + talked > 0 && (
          <>
            <ChoiceField
              label="为什么打开"
              value={purpose}
              onChange={(chosen) => setPurpose(chosen as MatterPurpose)}
              choices={MATTER_PURPOSES.map((value) => ({ value, label: MATTER_PURPOSE_NAMES[value] }))}
            />
            <Act loading={opening.isPending} onClick={() => opening.mutate()}>
              打开
            </Act>
          </>
        )}
        <FormAct act="登记应谈事项" title="登记应谈事项">
          {(close) => (
            <MatterForm
              data={data}
              onDone={() => {
                close()
                reopen()
              }}
            />
          )}
        </FormAct>
      </div>
      {opening.error && <Failed error={opening.error} />}
      {opening.data && <Opened matters={opening.data.matters} onChanged={reopen} />}
    </section>
  )
}

type OpenedProps = { matters: Answer<typeof openMatters>['matters']; onChanged: () => void }

const Opened = ({ matters, onChanged }: OpenedProps) => {
  const { mutate, error } = useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      call(withdrawMatter, { params: { matter: id }, body: { version } }),
    onSuccess: onChanged,
  })
  return (
    <>
      {error && <Failed error={error} />}
      <ul className={css.matters}>
        {matters.map(({ id, personName, cause, since, talkedOn, version }) => (
          <li key={id}>
            <span>{personName}</span>
            <span>{CAUSE_NAMES[cause]}</span>
            <span className="aside">{sayDay(since)}起</span>
            <StateMark
              state={talkedOn ? 'done' : 'due'}
              word={talkedOn ? `${sayDay(talkedOn)}书记谈过` : '书记还没有谈'}
            />
            <Act size="compact-sm" onClick={() => mutate({ id, version })}>
              撤回<span className="unseen">：{personName}</span>
            </Act>
          </li>
        ))}
      </ul>
    </>
  )
}

const LABELS = { personId: '是谁', cause: '什么情形', since: '哪天起' }

const MatterForm = ({ data, onDone }: { data: Talks; onDone: () => void }) => {
  const [person, setPerson] = useState<readonly string[]>([])
  const [cause, setCause] = useState('')
  const [since, setSince] = useState(today().toString())
  const saving = useSaving(
    registerMatter.body,
    (body: Body<typeof registerMatter>) => call(registerMatter, { params: { unit: data.unitId }, body }),
    onDone,
  )
  const { errors } = saving
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="登记"
      onSend={() => saving.save({ personId: person[0], cause, since })}
    >
      <PersonPicker
        label={LABELS.personId}
        name="personId"
        error={errors.personId}
        people={choicesOf(data.people)}
        most={1}
        value={person}
        onChange={setPerson}
      />
      <ChoiceField
        label={LABELS.cause}
        name="cause"
        error={errors.cause}
        value={cause}
        onChange={setCause}
        choices={CAUSES.map((value) => ({ value, label: CAUSE_NAMES[value] }))}
      />
      <DayField
        label={LABELS.since}
        name="since"
        error={errors.since}
        value={since}
        onChange={setSince}
        today={today()}
      />
      <p className="aside">加密保存。不写经过，只登记有这样一件事，书记应当及时谈一次。</p>
    </SavedForm>
  )
}
