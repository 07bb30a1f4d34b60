import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { refusalIn } from '../ui/errors.ts'
import { TextField } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { type ShownRule, tryRule } from './contract.ts'
import css from './RulesPage.module.css'

/** 试算: the rule on numbers of one's own. Nothing is recorded. */
export const TrialForm = ({ rule }: { rule: ShownRule }) => {
  const [typed, setTyped] = useState<Record<string, string>>({})
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => {
      const facts = Object.fromEntries(rule.facts.map(({ name }) => [name, Number(typed[name])]))
      return call(tryRule, { params: { rule: rule.id }, body: { facts } })
    },
  })
  const missing = rule.facts.find(({ name }) => !/^\d{1,6}$/.test(typed[name]?.trim() ?? ''))
  const refusal = refusalIn(error)
  return (
    <form
      className={css.trial}
      onSubmit={(event) => {
        event.preventDefault()
        mutate()
      }}
    >
      <h2>试算（不记录）</h2>
      <div className={css.facts}>
        {rule.facts.map(({ name, title, unit }) => (
          <TextField
            key={name}
            label={`${title}（${unit}）`}
            inputMode="numeric"
            value={typed[name] ?? ''}
            onChange={(value) => setTyped({ ...typed, [name]: value })}
          />
        ))}
      </div>
      <Act
        type="submit"
        loading={isPending}
        permit={missing ? { may: false, reason: `请先填写${missing.title}` } : { may: true }}
      >
        判定
      </Act>
      {refusal && <RefusalNote refusal={refusal} />}
      {data && <p role="status">{data.words}</p>}
    </form>
  )
}
