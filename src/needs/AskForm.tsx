import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { ErrorList } from '../ui/ErrorList.tsx'
import { type Errors, errorsIn, errorsOf, refusalIn } from '../ui/errors.ts'
import { AreaField, TextField, TickField } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import type { Sent } from './AskDone.tsx'
import { CATEGORIES, type Category } from './kinds.ts'
import { PrivacyNote } from './PrivacyNote.tsx'
import css from './public.module.css'
import { askPublicly } from './public-contract.ts'
import { IN_HER_WORDS } from './public-words.ts'

const LABELS: Record<string, string> = {
  category: '是哪方面的事',
  facts: '发生了什么',
  wish: '希望得到什么帮助',
  'contact.phone': '电话或其他联系方式',
  'contact.name': '怎么称呼您',
  'contact.note': '怎么联系比较安全',
}

/** One field has to be filled in; what she writes stays on this page alone until it is sent, and is kept nowhere by the browser. */
export const AskForm = ({ organ, onSent }: { organ: string; onSent: (sent: Sent) => void }) => {
  const [attempt] = useState(newAttempt)
  const [category, setCategory] = useState<Category>()
  const [facts, setFacts] = useState('')
  const [wish, setWish] = useState('')
  const [danger, setDanger] = useState(false)
  const [reach, setReach] = useState(true)
  const [contact, setContact] = useState({ name: '', phone: '', note: '' })
  const [errors, setErrors] = useState<Errors>({})
  const body = {
    organId: organ,
    attempt,
    category: category as Category,
    facts,
    wish,
    danger,
    contact: reach ? contact : null,
  }
  const send = useMutation({
    mutationFn: () => call(askPublicly, { body }),
    onSuccess: onSent,
    onError: (error) => setErrors(errorsOf(error)),
  })
  const refusal = refusalIn(send.error)
  const check = (): Errors => {
    const found = { ...errorsIn(askPublicly.body, body) }
    if (!category) found.category = '请选一项，说不清楚就选最后一项'
    if (facts.trim() === '') found.facts = '请写几句发生了什么'
    if (reach && contact.phone.trim() === '')
      found['contact.phone'] = '请写下怎么联系您；不想留，就选“不留联系方式”'
    return found
  }
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const found = check()
        setErrors(found)
        if (Object.keys(found).length === 0) send.mutate()
      }}
    >
      {refusal && Object.keys(errors).length === 0 && <RefusalNote refusal={refusal} />}
      <ErrorList errors={errors} labels={LABELS} />
      <fieldset className={css.choices} id="field-category" tabIndex={-1}>
        <legend>{LABELS.category}</legend>
        {CATEGORIES.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="category"
              checked={category === each}
              onChange={() => setCategory(each)}
            />
            {IN_HER_WORDS[each]}
          </label>
        ))}
        {errors.category && <p className={css.fault}>{errors.category}</p>}
      </fieldset>
      <TickField
        label="我或者孩子现在有危险（请先打上面的电话）"
        name="danger"
        value={danger}
        onChange={setDanger}
      />
      <AreaField
        label={LABELS.facts ?? ''}
        name="facts"
        hint="想到什么写什么。什么时候、在哪里、谁做了什么。"
        rows={6}
        most={5_000}
        value={facts}
        onChange={setFacts}
        error={errors.facts}
      />
      <AreaField
        label={LABELS.wish ?? ''}
        name="wish"
        optional
        rows={2}
        most={1_000}
        value={wish}
        onChange={setWish}
        error={errors.wish}
      />
      <fieldset className={css.choices}>
        <legend>要我们联系您吗</legend>
        <label>
          <input type="radio" name="reach" checked={reach} onChange={() => setReach(true)} />
          请联系我
        </label>
        <label>
          <input type="radio" name="reach" checked={!reach} onChange={() => setReach(false)} />
          不留联系方式，我自己凭编号来看
        </label>
      </fieldset>
      {reach && (
        <>
          <TextField
            label={LABELS['contact.phone'] ?? ''}
            name="contact.phone"
            value={contact.phone}
            onChange={(phone) => setContact({ ...contact, phone })}
            error={errors['contact.phone']}
          />
          <TextField
            label={LABELS['contact.name'] ?? ''}
            name="contact.name"
            hint="写姓就可以"
            optional
            value={contact.name}
            onChange={(name) => setContact({ ...contact, name })}
            error={errors['contact.name']}
          />
          <TextField
            label={LABELS['contact.note'] ?? ''}
            name="contact.note"
            hint="例如：白天打，不要发短信"
            optional
            value={contact.note}
            onChange={(note) => setContact({ ...contact, note })}
            error={errors['contact.note']}
          />
        </>
      )}
      <PrivacyNote />
      <Act primary type="submit" loading={send.isPending}>
        提交
      </Act>
      <p className="aside">提交后给您一个编号，请抄下来。有照片或文件，提交后再加。</p>
    </form>
  )
}

/** Random, so that pressing twice makes one matter. Not randomUUID, which a page without https does not have. */
const newAttempt = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
