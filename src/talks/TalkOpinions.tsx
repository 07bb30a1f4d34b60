import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, callForFile } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { sayDay, today } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { AreaField, ChoiceField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { useHere } from '../ui/here.ts'
import { keepFile } from '../ui/keep-file.ts'
import { SavedForm } from '../ui/SavedForm.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { useSaving } from '../ui/saving.ts'
import { downloadSlip, draftOpinion, dropOpinion, openNote, releaseOpinion, type Talk } from './contract.ts'
import { OUTCOME_NAMES } from './kinds.ts'
import css from './talks.module.css'

/** Opinions raised in a talk: drafts of the two, and what was passed on as its speaker words it. */
export const TalkOpinions = ({ talk }: { talk: Talk }) => {
  const nameOf = (id: string) => (id === talk.talkerId ? talk.talkerName : talk.partnerName)
  if (!talk.own && talk.released.length === 0) return null
  return (
    <section className={css.part} aria-labelledby="talk-opinions">
      <h2 id="talk-opinions">意见建议</h2>
      {talk.own && (
        <p className="aside">
          先只有您和对方看得到。提出的人写好表述、同意以后，才转交支委会；不同意的不转交。
        </p>
      )}
      <ul className={css.opinions}>
        {talk.released.map((opinion) => (
          <li key={opinion.id}>
            <p>{opinion.wording}</p>
            <p className="aside">
              {nameOf(opinion.speakerId)}，{sayDay(opinion.agreedOn)}
              {opinion.agreedBy === 'paper' ? '纸面签字同意转交' : '同意转交'}
            </p>
            {opinion.outcome ? (
              <p>
                <StateMark state="done" word={OUTCOME_NAMES[opinion.outcome]} /> {opinion.answer}
              </p>
            ) : (
              <StateMark state="due" word="支委会还没有答复" />
            )}
          </li>
        ))}
        {talk.drafts.map((draft) => (
          <DraftLine key={draft.id} talk={talk} draft={draft} speakerName={nameOf(draft.speakerId)} />
        ))}
      </ul>
      {talk.own && (
        <FormAct act="记一条意见建议" title="记一条意见建议">
          {(close) => <DraftForm talk={talk} onDone={close} />}
        </FormAct>
      )}
    </section>
  )
}

type Draft = Talk['drafts'][number]

const DraftLine = ({ talk, draft, speakerName }: { talk: Talk; draft: Draft; speakerName: string }) => {
  const queries = useQueryClient()
  const { person } = useHere()
  const [text, setText] = useState(draft.text)
  const opening = useMutation({
    mutationFn: () => call(openNote, { params: { talk: talk.id }, body: { purpose: 'handle' } }),
    onSuccess: ({ drafts }) => setText(drafts.find(({ id }) => id === draft.id)?.text ?? null),
  })
  const dropping = useMutation({
    mutationFn: () => call(dropOpinion, { params: { opinion: draft.id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['talk', talk.id] }),
  })
  const failed = opening.error ?? dropping.error
  return (
    <li>
      {failed && <Failed error={failed} />}
      <p>{text ?? '对方记下的，打开后看得到。'}</p>
      <p className="aside">{speakerName}提出，没有转交</p>
      <div className={css.acts}>
        {text === null ? (
          <Act loading={opening.isPending} onClick={() => opening.mutate()}>
            打开（办理所提意见）
          </Act>
        ) : (
          <>
            <FormAct act="转交支委会" title="转交支委会">
              {(close) => (
                <ReleaseForm talk={talk} draft={draft} text={text} speakerName={speakerName} onDone={close} />
              )}
            </FormAct>
            {(draft.mine || draft.speakerId === person.id) && (
              <Act onClick={() => dropping.mutate()}>删去</Act>
            )}
          </>
        )}
      </div>
    </li>
  )
}

const DRAFT_LABELS = { speakerId: '谁提的', text: '意见建议' }

const DraftForm = ({ talk, onDone }: { talk: Talk; onDone: () => void }) => {
  const { person } = useHere()
  const [speakerId, setSpeaker] = useState(person.id === talk.talkerId ? talk.partnerId : person.id)
  const [text, setText] = useState('')
  const saving = useSaving(
    draftOpinion.body,
    (body: Body<typeof draftOpinion>) => call(draftOpinion, { params: { talk: talk.id }, body }),
    onDone,
  )
  return (
    <SavedForm
      saving={saving}
      labels={DRAFT_LABELS}
      act="记下"
      onSend={() => saving.save({ speakerId, text })}
    >
      <ChoiceField
        label={DRAFT_LABELS.speakerId}
        name="speakerId"
        error={saving.errors.speakerId}
        value={speakerId}
        onChange={setSpeaker}
        choices={[
          { value: talk.talkerId, label: talk.talkerName },
          { value: talk.partnerId, label: talk.partnerName },
        ]}
      />
      <AreaField
        label={DRAFT_LABELS.text}
        name="text"
        error={saving.errors.text}
        most={1_000}
        value={text}
        onChange={setText}
      />
    </SavedForm>
  )
}

const LABELS = { wording: '按本人的表述', agreedOn: '签字的日子', agreedBy: '怎么同意的' }
type ReleaseProps = { talk: Talk; draft: Draft; text: string; speakerName: string; onDone: () => void }

const ReleaseForm = ({ draft, text, speakerName, onDone }: ReleaseProps) => {
  const { person } = useHere()
  const isSpeaker = draft.speakerId === person.id
  const [wording, setWording] = useState(text)
  const [agreedOn, setAgreedOn] = useState(today().toString())
  const agreedBy = isSpeaker ? 'speaker' : 'paper'
  const saving = useSaving(
    releaseOpinion.body,
    (body: Body<typeof releaseOpinion>) => call(releaseOpinion, { params: { opinion: draft.id }, body }),
    onDone,
  )
  const slip = useMutation({
    mutationFn: () => callForFile(downloadSlip, { params: { opinion: draft.id }, body: { wording } }),
    onSuccess: keepFile,
  })
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act={isSpeaker ? '同意并转交' : '已签字，转交'}
      onSend={() => saving.save({ wording, agreedBy, agreedOn, version: draft.version })}
    >
      <p>
        {isSpeaker
          ? '写成您愿意让支委会看到的话。转交以后不能收回，支委会看得到是您提的。'
          : `${speakerName}不登录的，请打印确认单，由本人核对签字，再登记签字的日子。登录的，请由本人在自己的页面转交。`}
      </p>
      <AreaField
        label={LABELS.wording}
        name="wording"
        error={saving.errors.wording}
        most={1_000}
        value={wording}
        onChange={setWording}
      />
      {!isSpeaker && (
        <>
          {slip.error && <Failed error={slip.error} />}
          <Act loading={slip.isPending} onClick={() => slip.mutate()}>
            下载确认单（Word）
          </Act>
          <DayField
            label={LABELS.agreedOn}
            name="agreedOn"
            error={saving.errors.agreedOn}
            value={agreedOn}
            onChange={setAgreedOn}
            today={today()}
          />
        </>
      )}
    </SavedForm>
  )
}
