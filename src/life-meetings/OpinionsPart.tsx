import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { AreaField, ChoiceField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { useAct, usePeople } from './asking.tsx'
import { BoxPart } from './BoxPart.tsx'
import {
  type About,
  addLifeOpinion,
  type LifeRound,
  type Opinion,
  type PURPOSES,
  passLifeOpinion,
  readPersonalOpinions,
  removeLifeOpinion,
  type Source,
} from './contract.ts'
import css from './life-meetings.module.css'
import { OpenFor, Part, Refused } from './Parts.tsx'
import { ABOUT_WORDS, choicesOf, SOURCE_WORDS } from './wording.ts'

/** What was said of the branch, its committee and its people: by kind of source, never by name. */
export const OpinionsPart = ({ round }: { round: LifeRound }) => {
  const shared = round.opinions.filter(({ about }) => about !== 'person')
  return (
    <>
      {shared.length === 0 && <p>还没有登记对支部和支委会的意见。</p>}
      <ul className={css.list}>
        {shared.map((opinion) => (
          <OpinionLine key={opinion.id} opinion={opinion} leads={round.reach === 'lead'}>
            <p className={css.words}>{opinion.text}</p>
          </OpinionLine>
        ))}
      </ul>
      {round.reach === 'lead' && (
        <>
          <Personal round={round} />
          <AddOpinion round={round} />
          <BoxPart round={round} />
        </>
      )}
    </>
  )
}

type LineProps = { opinion: Opinion; leads: boolean; children: ReactNode }

const OpinionLine = ({ opinion: { id, about, source, cameOn, passedOn }, leads, children }: LineProps) => {
  const removed = useAct(removeLifeOpinion)
  return (
    <li>
      <span className={css.head}>
        <span className="aside">
          {ABOUT_WORDS[about]} · {SOURCE_WORDS[source]} · {sayDay(cameOn)}
          {passedOn && ` · ${sayDay(passedOn)}已反馈本人`}
        </span>
        {leads && !passedOn && (
          <Act size="xs" loading={removed.busy} onClick={() => removed.act({ params: { opinion: id } })}>
            登错了，删去
          </Act>
        )}
      </span>
      {children}
      <Refused of={removed} />
    </li>
  )
}

/** Opinions about persons: their number at first, their words when they are opened for a purpose. */
const Personal = ({ round }: { round: LifeRound }) => {
  const read = useMutation({
    mutationFn: (purpose: (typeof PURPOSES)[number]) =>
      call(readPersonalOpinions, { params: { round: round.id }, body: { purpose } }),
  })
  const personal = round.opinions.filter(({ about }) => about === 'person')
  if (personal.length === 0) return null
  return (
    <Part title={`对个人的意见 ${personal.length} 条`}>
      {!read.data && (
        <OpenFor act="查看对个人的意见" busy={read.isPending} onOpen={(purpose) => read.mutate(purpose)} />
      )}
      {read.error && <Failed error={read.error} />}
      {read.data && (
        <ul className={css.list}>
          {personal.map((opinion) => {
            const opened = read.data.opinions.find(({ id }) => id === opinion.id)
            return (
              <OpinionLine key={opinion.id} opinion={opinion} leads>
                <p className={css.words}>
                  {opened?.name ?? '没有写明是谁'}：{opened?.text}
                </p>
                {!opinion.passedOn && <Pass round={round} opinion={opinion} />}
              </OpinionLine>
            )
          })}
        </ul>
      )}
    </Part>
  )
}

const Pass = ({ round, opinion }: { round: LifeRound; opinion: Opinion }) => {
  const people = usePeople(round.unitId)
  const [whom, setWhom] = useState<readonly string[]>([])
  const passed = useAct(passLifeOpinion)
  return (
    <div className={css.line}>
      {opinion.aboutId === null && (
        <PersonPicker
          name="aboutId"
          label="对谁的意见"
          people={people}
          most={1}
          value={whom}
          error={passed.errors.aboutId}
          onChange={setWhom}
        />
      )}
      <Act
        loading={passed.busy}
        onClick={() =>
          passed.act({
            params: { opinion: opinion.id },
            body: { aboutId: whom[0] ?? null, version: opinion.version },
          })
        }
      >
        反馈给本人
      </Act>
      <Refused of={passed} />
    </div>
  )
}

const SOURCES_BY_HAND = choicesOf(SOURCE_WORDS).filter(({ value }) => value !== 'box')

const AddOpinion = ({ round }: { round: LifeRound }) => {
  const [source, setSource] = useState<Source>('member')
  const [about, setAbout] = useState<About>('branch')
  const [whom, setWhom] = useState<readonly string[]>([])
  const [text, setText] = useState('')
  const people = usePeople(round.unitId)
  const added = useAct(addLifeOpinion, () => setText(''))
  return (
    <form
      className={css.form}
      noValidate
      aria-label="登记一条意见"
      onSubmit={(event) => {
        event.preventDefault()
        const aboutId = about === 'person' ? (whom[0] ?? null) : null
        added.act({
          params: { round: round.id },
          body: { source: source as Exclude<Source, 'box'>, about, aboutId, text },
        })
      }}
    >
      <h3>登记一条意见</h3>
      <Refused of={added} />
      <div className={css.row}>
        <ChoiceField
          name="source"
          label="意见来源"
          hint="只记哪一类人，不记姓名"
          value={source}
          choices={SOURCES_BY_HAND}
          onChange={(chosen) => setSource(chosen as Source)}
        />
        <ChoiceField
          name="about"
          label="对谁的意见"
          value={about}
          choices={choicesOf(ABOUT_WORDS)}
          onChange={(chosen) => setAbout(chosen as About)}
        />
        {about === 'person' && (
          <PersonPicker
            name="aboutId"
            label="哪一位"
            people={people}
            most={1}
            value={whom}
            error={added.errors.aboutId}
            onChange={setWhom}
          />
        )}
      </div>
      <AreaField
        name="text"
        label="意见"
        most={1000}
        value={text}
        error={added.errors.text}
        onChange={setText}
      />
      <div className={css.acts}>
        <Act type="submit" loading={added.busy}>
          登记意见
        </Act>
      </div>
    </form>
  )
}
