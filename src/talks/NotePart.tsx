import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call, callForFile } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import { Act } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { AreaField, ChoiceField } from '../ui/Field.tsx'
import { keepFile } from '../ui/keep-file.ts'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import { downloadRecord, type Note, openNote, type Talk, writeNote } from './contract.ts'
import { PURPOSE_NAMES, PURPOSES, type Purpose } from './kinds.ts'
import { CAUSE_CHOICES } from './OwnTalkForm.tsx'
import { causeName } from './papers.ts'
import css from './talks.module.css'

type Shown = NonNullable<NonNullable<Talk['note']>['shown']>

/** What was said: one's own text at once, the other one's on opening; both may correct it. */
export const NotePart = ({ talk }: { talk: Talk }) => {
  const [shown, setShown] = useState<Shown | null>(talk.note?.shown ?? null)
  const [writing, setWriting] = useState(false)
  const [purpose, setPurpose] = useState<Purpose>('prepare')
  const opening = useMutation({
    mutationFn: () => call(openNote, { params: { talk: talk.id }, body: { purpose } }),
    onSuccess: ({ note }) => setShown(note),
  })
  const download = useMutation({
    mutationFn: () => callForFile(downloadRecord, { params: { talk: talk.id }, body: { purpose } }),
    onSuccess: keepFile,
  })
  const failed = opening.error ?? download.error
  return (
    <section className={css.part} aria-labelledby="note">
      <h2 id="note">谈心记录</h2>
      {failed && <Failed error={failed} />}
      {talk.note === null && !writing && (
        <p className="aside">还没有写。可以不写；写了只有您和对方看得到。</p>
      )}
      {talk.note && !shown && (
        <>
          <p>
            {talk.note.byName}写于{sayDay(talk.note.writtenOn)}。打开会留下记录，对方看得到您为什么打开。
          </p>
          <div className={css.acts}>
            <PurposeField value={purpose} onChange={setPurpose} />
            <Act loading={opening.isPending} onClick={() => opening.mutate()}>
              打开
            </Act>
          </div>
        </>
      )}
      {shown && !writing && <Read note={shown} />}
      {writing ? (
        <NoteForm talk={talk} note={shown} onDone={() => setWriting(false)} />
      ) : (
        <div className={css.acts}>
          {(talk.note === null || shown) && (
            <Act primary={talk.note === null} onClick={() => setWriting(true)}>
              {talk.note === null ? '写记录' : '更正'}
            </Act>
          )}
          {(talk.note === null || shown) && (
            <Act loading={download.isPending} onClick={() => download.mutate()}>
              下载谈心谈话记录（Word）
            </Act>
          )}
        </div>
      )}
    </section>
  )
}

const PurposeField = ({ value, onChange }: { value: Purpose; onChange: (purpose: Purpose) => void }) => (
  <ChoiceField
    label="为什么打开"
    value={value}
    onChange={(chosen) => onChange(chosen as Purpose)}
    choices={PURPOSES.map((each) => ({ value: each, label: PURPOSE_NAMES[each] }))}
  />
)

const Read = ({ note }: { note: Shown }) => (
  <dl className={css.note}>
    <dt>缘由</dt>
    <dd>{causeName(note.cause) ?? '未填'}</dd>
    <dt>谈话内容</dt>
    <dd>{note.text || '未填'}</dd>
    <dt>后续办理</dt>
    <dd>{note.follow || '未填'}</dd>
    <dt>写的人</dt>
    <dd>
      {note.byName}，{sayDay(note.writtenOn)}
    </dd>
  </dl>
)

const LABELS = { cause: '缘由', text: '谈话内容', follow: '后续办理' }

const NoteForm = ({ talk, note, onDone }: { talk: Talk; note: Shown | null; onDone: () => void }) => {
  const [cause, setCause] = useState<string>(note?.cause ?? 'yearly')
  const [text, setText] = useState(note?.text ?? '')
  const [follow, setFollow] = useState(note?.follow ?? '')
  const saving = useSaving(
    writeNote.body,
    (body: Body<typeof writeNote>) => call(writeNote, { params: { talk: talk.id }, body }),
    onDone,
  )
  const body = { cause: cause as Note['cause'], version: note?.version ?? null }
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="保存"
      onSend={() => saving.save({ ...body, text, follow })}
    >
      <ChoiceField
        label={LABELS.cause}
        name="cause"
        value={cause}
        onChange={setCause}
        choices={CAUSE_CHOICES}
      />
      <AreaField
        label={LABELS.text}
        name="text"
        optional
        error={saving.errors.text}
        most={10_000}
        rows={6}
        value={text}
        onChange={setText}
      />
      <AreaField
        label={LABELS.follow}
        name="follow"
        optional
        error={saving.errors.follow}
        most={2_000}
        rows={2}
        value={follow}
        onChange={setFollow}
      />
    </SavedForm>
  )
}
