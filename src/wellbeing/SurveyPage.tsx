import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import type { Answer } from '../http/endpoint.ts'
import { Act } from '../ui/Act.tsx'
import { Alone } from '../ui/Alone.tsx'
import { sayDay } from '../ui/days.ts'
import { refusalIn } from '../ui/errors.ts'
import { Failed } from '../ui/Failed.tsx'
import { AreaField, TextField } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { LABELS } from './labels.ts'
import { answerSlip, readSlip } from './survey-contract.ts'
import { MOST_WORDS } from './urn.ts'
import css from './wellbeing.module.css'

/** What somebody sees who was handed a slip: its code, a few questions, thanks. No account, no name, nothing kept in the browser. */
export const SurveyPage = () => {
  // Behind #, so that it is never sent to a server as an address and never stands in a log.
  const [code, setCode] = useState(() => decodeURIComponent(location.hash.slice(1)))
  const opening = useMutation({ mutationFn: () => call(readSlip, { body: { code } }) })
  const refusal = refusalIn(opening.error)
  if (opening.data) return <Questions code={code} slip={opening.data} />
  return (
    <Alone title="自愿调查" tab="自愿调查">
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          opening.mutate()
        }}
      >
        {refusal ? <RefusalNote refusal={refusal} /> : opening.error && <Failed error={opening.error} />}
        <TextField
          label={LABELS.code}
          name="code"
          hint="写在发放条上，十个字母和数字"
          value={code}
          onChange={setCode}
        />
        <Act primary type="submit" loading={opening.isPending}>
          打开问卷
        </Act>
      </form>
      <p className="aside">不记姓名，不登录。愿意就填，不想填可以直接关闭。</p>
    </Alone>
  )
}

type Slip = Answer<typeof readSlip>

const Questions = ({ code, slip }: { code: string; slip: Slip }) => {
  const { survey, audience, untilOn } = slip
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const [words, setWords] = useState('')
  const sending = useMutation({
    mutationFn: () =>
      call(answerSlip, {
        body: {
          code,
          answers: Object.entries(chosen).map(([question, choice]) => ({ question, choice })),
          words,
        },
      }),
  })
  const refusal = refusalIn(sending.error)
  if (sending.data)
    return (
      <Alone title="已经收到，谢谢您" tab="自愿调查">
        <p role="status">您的回答已和别人的合在一起，谁也查不出哪份是您的，也不能再改。可以关闭这一页了。</p>
      </Alone>
    )
  return (
    <Alone title={survey.title} tab="自愿调查">
      <p>
        {survey.purpose}问的是：{audience}。到{sayDay(untilOn)}为止。
      </p>
      <p className="aside">哪一题不想答就空着。请不要写姓名、电话和住址。</p>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          sending.mutate()
        }}
      >
        {survey.questions.map(({ id, text, choices }) => (
          <fieldset key={id} className={css.question}>
            <legend>{text}</legend>
            <div className={css.choices}>
              {choices.map((choice) => (
                <label key={choice.id}>
                  <input
                    type="radio"
                    name={id}
                    checked={chosen[id] === choice.id}
                    onChange={() => setChosen((was) => ({ ...was, [id]: choice.id }))}
                  />
                  {choice.text}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <AreaField
          label={survey.words}
          name="words"
          optional
          most={MOST_WORDS}
          hint={`最多 ${MOST_WORDS} 字`}
          value={words}
          onChange={setWords}
        />
        {refusal ? <RefusalNote refusal={refusal} /> : sending.error && <Failed error={sending.error} />}
        <Act primary type="submit" loading={sending.isPending}>
          提交
        </Act>
      </form>
    </Alone>
  )
}
