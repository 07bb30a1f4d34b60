import { useState } from 'react'
import { Act } from '../ui/Act.tsx'
import { AreaField, ChoiceField, TextField } from '../ui/Field.tsx'
import { useAct } from './asking.tsx'
import { type About, dropLifeOpinions, type OwnRound } from './contract.ts'
import css from './life-meetings.module.css'
import { Refused } from './Parts.tsx'
import { ABOUT_WORDS, choicesOf } from './wording.ts'

/** A slip without a name: dropped, it cannot be read, changed or taken back by anyone, its author included. */
export const SlipForm = ({ round }: { round: OwnRound }) => {
  const [about, setAbout] = useState<About>('committee')
  const [aboutName, setName] = useState('')
  const [text, setText] = useState('')
  const [told, setTold] = useState(false)
  const dropped = useAct(dropLifeOpinions, () => {
    setText('')
    setName('')
    setTold(true)
  })
  return (
    <form
      className={css.form}
      noValidate
      aria-label="不记名的意见"
      onSubmit={(event) => {
        event.preventDefault()
        setTold(false)
        const slip = { about, aboutName: about === 'person' ? aboutName || null : null, text }
        dropped.act({ params: { round: round.id }, body: { slips: [slip] } })
      }}
    >
      <p className="aside">
        不记名：系统不保存谁写的、几时写的、先后次序。投入后不能查看和修改。字句里的事只有自己知道时，别人仍可能认出来。
      </p>
      <Refused of={dropped} />
      <div className={css.row}>
        <ChoiceField
          name="about"
          label="对谁的意见"
          value={about}
          choices={choicesOf(ABOUT_WORDS)}
          onChange={(chosen) => setAbout(chosen as About)}
        />
        {about === 'person' && (
          <TextField
            name="aboutName"
            label="姓名"
            value={aboutName}
            error={dropped.errors['slips.0.aboutName']}
            onChange={setName}
          />
        )}
      </div>
      <AreaField
        name="text"
        label="意见"
        most={1000}
        value={text}
        error={dropped.errors['slips.0.text']}
        onChange={setText}
      />
      <div className={css.acts}>
        <Act type="submit" loading={dropped.busy}>
          投入意见箱
        </Act>
        <span role="status">{told && '已投入。'}</span>
      </div>
    </form>
  )
}
