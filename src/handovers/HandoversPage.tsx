import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { TERMS } from '../glossary.ts'
import { call } from '../http/call.ts'
import { day, readable } from '../kernel/day.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { errorsOf } from '../ui/errors.ts'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { PAPER_WAYS, SubWays } from '../ui/SubWays.tsx'
import { everPostsQuery, handoversQuery, rosterQuery } from './asking.ts'
import { confirmHandover, type HandoverLine, openHandover } from './contract.ts'
import { handoverGuides } from './guide.ts'
import css from './Handovers.module.css'
import { postName } from './post-name.ts'

/** 工作交接: the sheets one is a party of or leads, and a new one for a post that passes. */
export const HandoversPage = () => {
  const { unit, may, person } = useHere()
  const { post } = useSearch({ from: '/frame/handovers' })
  const { handovers } = useSuspenseQuery(handoversQuery()).data
  const [opening, setOpening] = useState(post !== undefined)
  const leads = may(confirmHandover.asks, unit.path)
  const holds = may('meeting.record', unit.path)
  return (
    <>
      <SubWays label="文书与归档" ways={PAPER_WAYS} />
      <PageHead title="工作交接" lead="职务换人时，各项工作的情况、没有了结的事和材料存放">
        {!opening && (
          <Act
            primary
            permit={
              leads || holds ? { may: true } : { may: false, reason: '由移交人、书记、副书记或组织委员开出' }
            }
            onClick={() => setOpening(true)}
          >
            开出交接表
          </Act>
        )}
      </PageHead>
      <div className={css.page}>
        <Guide of="工作交接" guide={handoverGuides.handover} />
        {opening && (
          <OpenForm
            unit={unit.id}
            mine={leads ? undefined : person.id}
            post={post}
            onBack={() => setOpening(false)}
          />
        )}
        {handovers.length === 0 ? (
          <Empty title="还没有工作交接">
            <p>职务换人时，由移交人或书记、副书记、组织委员开出交接表，双方签字后任职随之转移。</p>
          </Empty>
        ) : (
          <ul className={css.list}>
            {handovers.map((handover) => (
              <Line key={handover.id} handover={handover} />
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

const Line = ({ handover }: { handover: HandoverLine }) => (
  <li>
    <span>
      <Link to="/handovers/$handover" params={{ handover: handover.id }}>
        {handover.unitName}
        {postName(handover.unitName, handover.post)}
      </Link>
      <span className="aside">
        {handover.fromName} 交 {handover.toName} · {readable(day(handover.beginsOn))} 到任
      </span>
    </span>
    <span className="aside">{stageWords(handover)}</span>
  </li>
)

export const stageWords = ({ stage, confirmedOn, from, to }: HandoverLine): string => {
  if (stage !== 'open') return TERMS[stage]
  if (confirmedOn === null) return '待确认'
  const signed = [from, to].filter(({ signedOn }) => signedOn !== null).length
  return signed === 0 ? '待双方签字' : '待另一方签字'
}

type Opening = { unit: string; mine: string | undefined; post: string | undefined; onBack: () => void }

/** Which post passes, to whom, from which day; the rest is drawn from the records. */
const OpenForm = ({ unit, mine, post, onBack }: Opening) => {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { posts } = useSuspenseQuery(everPostsQuery(unit)).data
  const { members } = useSuspenseQuery(rosterQuery(unit, today().toString())).data
  const recently = today().subtract({ months: 12 }).toString()
  const offered = posts.filter(
    ({ personId, until, post: held }) =>
      held !== 'superior' &&
      held !== 'operator' &&
      (until === null || until >= recently) &&
      (mine === undefined || personId === mine),
  )
  const [picked, setPicked] = useState(post ?? (offered.length === 1 ? offered[0]!.id : ''))
  const held = offered.find(({ id }) => id === picked)
  const [toId, setTo] = useState<string | null>(null)
  const [days, setDays] = useState<{ endsOn: string; beginsOn: string }>()
  const { endsOn, beginsOn } = days ?? usualDays(held?.until ?? null)
  const open = useMutation({
    mutationFn: () =>
      call(openHandover, { params: { post: picked }, body: { toId: toId ?? '', endsOn, beginsOn } }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['handovers'] })
      void navigate({ to: '/handovers/$handover', params: { handover: id } })
    },
  })
  const errors = errorsOf(open.error)
  const named = Object.keys(errors).length > 0
  return (
    <form
      className="form"
      noValidate
      aria-label="开出交接表"
      onSubmit={(event) => {
        event.preventDefault()
        open.mutate()
      }}
    >
      <ChoiceField
        label="交接的职务"
        name="post"
        value={picked}
        onChange={(id) => {
          setPicked(id)
          setDays(undefined)
        }}
        choices={offered.map(({ id, unitName, post: name, personName, until }) => ({
          value: id,
          label: `${unitName}${postName(unitName, name)} ${personName}${until ? `（任至 ${until}）` : ''}`,
        }))}
      />
      <PersonPicker
        label="接任人"
        name="toId"
        most={1}
        people={members.map(({ id, name, initials, groupName }) => ({
          id,
          name,
          initials,
          ...(groupName ? { group: groupName } : {}),
        }))}
        value={toId ? [toId] : []}
        error={errors.toId}
        onChange={([to]) => setTo(to ?? null)}
      />
      <div className={css.row}>
        <DayField
          label="任至"
          name="endsOn"
          today={today()}
          value={endsOn}
          error={errors.endsOn}
          onChange={(on) => setDays({ endsOn: on, beginsOn })}
        />
        <DayField
          label="到任"
          name="beginsOn"
          today={today()}
          value={beginsOn}
          error={errors.beginsOn}
          onChange={(on) => setDays({ endsOn, beginsOn: on })}
        />
      </div>
      {open.error && !named && <Failed error={open.error} />}
      <div className={css.acts}>
        <Act
          primary
          type="submit"
          loading={open.isPending}
          permit={
            held === undefined
              ? { may: false, reason: '先选交接的职务' }
              : toId === null
                ? { may: false, reason: '先选接任人' }
                : { may: true }
          }
        >
          开出并汇总
        </Act>
        <Act onClick={onBack}>返回</Act>
      </div>
    </form>
  )
}

/** Today where the post still runs, else the day on which it ended; the next one begins the day after. */
const usualDays = (until: string | null) => {
  const endsOn = until ?? today().toString()
  return { endsOn, beginsOn: day(endsOn).add({ days: 1 }).toString() }
}
