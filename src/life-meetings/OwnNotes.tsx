import { useState } from 'react'
import { Act } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import { AreaField } from '../ui/Field.tsx'
import { useAct } from './asking.tsx'
import { handInOwnNotes, type OwnRound, writeOwnNotes } from './contract.ts'
import css from './life-meetings.module.css'
import { Refused } from './Parts.tsx'

/** Nobody else's until it is handed in; taken back until the day of the meeting. */
export const OwnNotes = ({ round }: { round: OwnRound }) => {
  const { notes, onPaper, mayWithdraw } = round
  const [text, setText] = useState(notes?.text ?? '')
  const saved = useAct(writeOwnNotes)
  const handed = useAct(handInOwnNotes)
  const params = { round: round.id }
  const turn = (handIn: boolean) => handed.act({ params, body: { handIn, version: notes?.version ?? 1 } })
  if (notes?.handedInOn)
    return (
      <>
        <p>{sayDay(notes.handedInOn)}已交给支部。书记、副书记、组织委员和纪检委员打开时会留下记录。</p>
        <p className={css.words}>{notes.text}</p>
        <Refused of={handed} />
        <div className={css.acts}>
          <Act
            permit={mayWithdraw ? { may: true } : { may: false, reason: '会议当天起不能收回' }}
            loading={handed.busy}
            onClick={() => turn(false)}
          >
            收回
          </Act>
        </div>
      </>
    )
  const isSaved = notes !== null && notes.text === text
  return (
    <form
      className={css.form}
      noValidate
      aria-label="发言提纲"
      onSubmit={(event) => {
        event.preventDefault()
        saved.act({ params, body: { text, version: notes?.version ?? null } })
      }}
    >
      {onPaper && <p>支部已登记收到您的纸质提纲，不用在这里再写。</p>}
      <Refused of={saved} />
      <Refused of={handed} />
      <AreaField
        name="text"
        label="提纲"
        hint="交出以前只有自己看得到"
        rows={8}
        most={20_000}
        value={text}
        error={saved.errors.text ?? handed.errors.text}
        onChange={setText}
      />
      <div className={css.acts}>
        <Act type="submit" loading={saved.busy}>
          保存
        </Act>
        <Act
          permit={isSaved && text.trim() !== '' ? { may: true } : { may: false, reason: '先写下来并保存' }}
          loading={handed.busy}
          onClick={() => turn(true)}
        >
          交给支部
        </Act>
      </div>
    </form>
  )
}
