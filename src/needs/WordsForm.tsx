import { useState } from 'react'
import { call } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import { ConflictView, type Side } from '../ui/ConflictView.tsx'
import { refusalIn } from '../ui/errors.ts'
import { AreaField, ChoiceField, TextField } from '../ui/Field.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import { type Need, openNeed, readNeed } from './contract.ts'
import { fieldsOf, mergedOf, settledBy, type Wording, wordingOf } from './correction.ts'
import { CATEGORIES, CATEGORY_NAMES, type Category } from './kinds.ts'
import { correctWords, WORD_NAMES, type WordName } from './queue-contract.ts'
import type { NeedWords } from './words.ts'

type Props = { need: Need; words: NeedWords; onOpened: (need: Need) => void; onDone: () => void }

/** Corrects the words. Where another hand changed the same field meanwhile, both values stand side by side. */
export const WordsForm = ({ need, words, onOpened, onDone }: Props) => {
  const [base, setBase] = useState({ wording: wordingOf(words, need), version: need.version })
  const [typed, setTyped] = useState(base.wording)
  const [theirs, setTheirs] = useState<Need>()
  const params = { need: need.id }
  const saving = useSaving(
    correctWords.body,
    (body: Body<typeof correctWords>) =>
      call(correctWords, { params, body }).catch(async (error) => {
        if (refusalIn(error)?.refused === 'stale') setTheirs(await asItStands(need).catch(() => undefined))
        throw error
      }),
    async () => {
      // What was opened lives in the page alone, and is opened anew for what stands there now.
      if (need.sensitive) onOpened(await asItStands(need))
      onDone()
    },
  )
  const send = (wording: Wording, version: number) => saving.save({ ...wording, version })

  if (saving.isStale && theirs?.words) {
    const merged = mergedOf(base.wording, typed, wordingOf(theirs.words, theirs))
    return (
      <ConflictView
        by="另一位同志"
        busy={saving.busy}
        clashes={merged.clashes.map((name) => ({
          name,
          label: WORD_NAMES[name],
          mine: fieldsOf(typed)[name],
          theirs: fieldsOf(merged.theirs)[name],
        }))}
        onSettle={(sides) => {
          const settled = settledBy(merged, typed, sides as Record<WordName, Side>)
          setTyped(settled)
          setBase({ wording: merged.theirs, version: theirs.version })
          send(settled, theirs.version)
        }}
      />
    )
  }
  const field = (name: WordName) => ({ name, label: WORD_NAMES[name], error: saving.errors[name] })
  const text = (name: 'area' | 'facts' | 'wish' | 'before') => ({
    ...field(name),
    optional: true,
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
  })
  const asker = (name: keyof Wording['asker']) => ({
    ...field(`asker.${name}`),
    optional: true,
    value: typed.asker[name],
    onChange: (value: string) => setTyped({ ...typed, asker: { ...typed.asker, [name]: value } }),
  })
  return (
    <SavedForm
      saving={saving}
      labels={WORD_NAMES}
      act="保存更正"
      quiet
      onSend={() => send(typed, base.version)}
    >
      <p className="aside">改了哪几项、原来怎么写的，会记进办理记录。</p>
      <TextField {...field('line')} value={typed.line} onChange={(line) => setTyped({ ...typed, line })} />
      <ChoiceField
        {...field('category')}
        value={typed.category}
        onChange={(category) => setTyped({ ...typed, category: category as Category })}
        choices={CATEGORIES.map((value) => ({ value, label: CATEGORY_NAMES[value] }))}
      />
      <TextField {...text('area')} hint="区县、街道或社区，不写门牌" />
      <AreaField {...text('facts')} most={5000} />
      <AreaField {...text('wish')} rows={2} most={1000} />
      <AreaField {...text('before')} rows={2} most={1000} />
      {!need.anonymous && <TextField {...asker('name')} />}
      <TextField {...asker('phone')} inputMode="tel" />
      <TextField {...asker('note')} />
    </SavedForm>
  )
}

const asItStands = (need: Need): Promise<Need> =>
  need.sensitive
    ? call(openNeed, { params: { need: need.id }, body: { ground: 'handling' } })
    : call(readNeed, { params: { need: need.id } })
