import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { useAct, usePeople } from './asking.tsx'
import { type LifeRound, markPaperNotes, readNotes, unmarkPaperNotes } from './contract.ts'
import css from './life-meetings.module.css'
import { OpenFor, Part, Refused } from './Parts.tsx'

const STATE = { none: '未交', 'handed-in': '已交', paper: '已交纸质' } as const

/** Who has handed her notes in. What is in them is opened one by one, for a purpose. */
export const NotesPart = ({ round }: { round: LifeRound }) => {
  const people = usePeople(round.unitId)
  const [onPaper, setOnPaper] = useState<readonly string[]>([])
  const marked = useAct(markPaperNotes, () => setOnPaper([]))
  const unmarked = useAct(unmarkPaperNotes)
  if (round.reach !== 'lead') return <p>发言提纲由书记、副书记、组织委员和纪检委员收取。</p>
  const open = round.notes.filter(({ state }) => state === 'none').map(({ personId }) => personId)
  return (
    <>
      <Refused of={unmarked} />
      <ul className={css.people}>
        {round.notes.map(({ personId, name, state }) => (
          <li key={personId}>
            {name}
            <span className="aside">{STATE[state]}</span>
            {state === 'paper' && (
              <Act
                size="xs"
                loading={unmarked.busy}
                onClick={() => unmarked.act({ params: { round: round.id, person: personId } })}
              >
                撤销登记<span className="unseen">：{name}</span>
              </Act>
            )}
          </li>
        ))}
      </ul>
      <Part title="登记交来的纸质提纲">
        <Refused of={marked} />
        <PersonPicker
          name="personIds"
          label="交了纸质提纲的党员"
          hint="只登记已交，不录内容；纸质提纲由支部保管"
          people={people.filter(({ id }) => open.includes(id))}
          value={onPaper}
          error={marked.errors.personIds}
          onChange={setOnPaper}
        />
        <div className={css.acts}>
          <Act
            loading={marked.busy}
            permit={onPaper.length > 0 ? { may: true } : { may: false, reason: '先选人' }}
            onClick={() => marked.act({ params: { round: round.id }, body: { personIds: [...onPaper] } })}
          >
            登记已交
          </Act>
        </div>
      </Part>
      <Handed round={round} />
    </>
  )
}

const Handed = ({ round }: { round: LifeRound }) => {
  const [person, setPerson] = useState<readonly string[]>([])
  const read = useMutation({
    mutationFn: ({
      notes,
      purpose,
    }: {
      notes: string
      purpose: 'prepare' | 'summarize' | 'rectify' | 'file'
    }) => call(readNotes, { params: { notes }, body: { purpose } }),
  })
  const handed = round.notes.filter(({ notesId }) => notesId !== null)
  const people = usePeople(round.unitId).filter(({ id }) => handed.some(({ personId }) => personId === id))
  const chosen = handed.find(({ personId }) => personId === person[0])
  if (handed.length === 0) return null
  return (
    <Part title="查看交来的提纲">
      <PersonPicker
        label="谁的提纲"
        people={people}
        most={1}
        value={person}
        onChange={(picked) => {
          read.reset()
          setPerson(picked)
        }}
      />
      {chosen?.notesId && (
        <OpenFor
          act="打开提纲"
          busy={read.isPending}
          onOpen={(purpose) => read.mutate({ notes: chosen.notesId ?? '', purpose })}
        />
      )}
      {read.error && <Failed error={read.error} />}
      {read.data && <p className={css.words}>{read.data.text}</p>}
    </Part>
  )
}
