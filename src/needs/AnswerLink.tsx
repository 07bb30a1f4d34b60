import { useState } from 'react'
import { call } from '../http/call.ts'
import { FormAct } from '../ui/FormAct.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import { makeAnswerLink } from './closing-contract.ts'
import type { Need } from './contract.ts'
import { HandedLink } from './HandedLink.tsx'

/** A one-time link by which she answers herself. */
export const AnswerLink = ({ need }: { need: Need }) => (
  <FormAct act="给本人一个答复链接" title="答复链接">
    {(close) => <MakeLink need={need} onDone={close} />}
  </FormAct>
)

const MakeLink = ({ need, onDone }: { need: Need; onDone: () => void }) => {
  const [link, setLink] = useState<string | null>(null)
  const saving = useSaving(
    makeAnswerLink.body,
    (body: never) => call(makeAnswerLink, { params: { need: need.id }, body }),
    (saved) => setLink(saved.link),
  )
  if (link) return <HandedLink link={link} onDone={onDone} />
  return (
    <SavedForm
      saving={saving}
      labels={{}}
      act="生成链接"
      onSend={() => saving.save({ version: need.version })}
    >
      <p>本人用链接自己答复：解决了没有、是否满意、想说的话。以前给过的链接同时作废。</p>
    </SavedForm>
  )
}
