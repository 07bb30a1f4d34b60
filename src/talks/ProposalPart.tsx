import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { choicesOf } from './choices.ts'
import { planTalks, type Talks } from './contract.ts'
import { KIND_NAMES, KINDS } from './kinds.ts'
import { pairKey } from './needs.ts'
import { type Proposed, propose } from './propose.ts'
import css from './talks.module.css'

/** A proposal of pairs that spreads the talks evenly: explained, changeable, and only then taken over as planned. */
export const ProposalPart = ({ data }: { data: Talks }) => {
  const queries = useQueryClient()
  const [without, setWithout] = useState<readonly string[]>([])
  const [pairs, setPairs] = useState<Proposed[] | null>(null)
  const [plannedBy, setPlannedBy] = useState(monthOn)
  const counted = data.people.filter(({ counts }) => counts)
  const proposal = (left: readonly string[]) =>
    propose({
      people: counted.map(({ groupName, ...person }) => ({ ...person, group: groupName })),
      known: data.talks,
      without: left,
      reading: data.reading,
    })
  const adopting = useMutation({
    mutationFn: (some: readonly Proposed[]) =>
      call(planTalks, {
        params: { unit: data.unitId },
        body: { pairs: some.map(({ talkerId, partnerId }) => ({ talkerId, partnerId })), plannedBy },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      setPairs(null)
    },
  })
  const nameOf = (id: string) => data.people.find((person) => person.id === id)?.name ?? ''
  const unmet = pairs ? proposal(without).unmet : []

  return (
    <section className={css.part} aria-labelledby="proposal">
      <h2 id="proposal">拟一个安排</h2>
      <p className="aside">
        按还缺的谈话拟出两两的名单：委员之间各一次，党员平均分给各位委员，党员之间两两一对，同一党小组的优先。名单可以改，采用以后成为计划，本人在「今日」看得到。
      </p>
      {adopting.data && pairs === null && (
        <p role="status">
          已安排 {adopting.data.planned} 次，最迟 {plannedBy}。
        </p>
      )}
      {adopting.error && <Failed error={adopting.error} />}
      <PersonPicker
        label="这次先不安排的人"
        hint="长期病休、外出的，可以先不排"
        optional
        people={choicesOf(counted)}
        value={without}
        onChange={(left) => {
          setWithout(left)
          if (pairs) setPairs(proposal(left).pairs)
        }}
      />
      {pairs === null ? (
        <div className={css.acts}>
          <Act onClick={() => setPairs(proposal(without).pairs)}>拟出名单</Act>
        </div>
      ) : pairs.length === 0 ? (
        <p role="status">
          没有还缺的谈话可排。{unmet.length > 0 && `${unmet.map(nameOf).join('、')}没有人可以排。`}
        </p>
      ) : (
        <>
          {unmet.length > 0 && <p>{unmet.map(nameOf).join('、')}没有人可以排。</p>}
          {KINDS.map((kind) => (
            <PairList
              key={kind}
              kind={kind}
              pairs={pairs.filter((pair) => pair.kind === kind)}
              data={data}
              without={without}
              onChange={(from, to) => setPairs(pairs.flatMap((pair) => (pair === from ? (to ?? []) : pair)))}
              taken={
                new Set(
                  [...data.talks, ...pairs].map(({ talkerId, partnerId }) => pairKey(talkerId, partnerId)),
                )
              }
            />
          ))}
          <div className={css.adopt}>
            <DayField label="最迟哪天谈完" value={plannedBy} onChange={setPlannedBy} today={today()} />
            <Act loading={adopting.isPending} onClick={() => adopting.mutate(pairs)}>
              采用这 {pairs.length} 次
            </Act>
            <Act onClick={() => setPairs(null)}>不用了</Act>
          </div>
        </>
      )}
    </section>
  )
}

type ListProps = {
  kind: Proposed['kind']
  pairs: readonly Proposed[]
  data: Talks
  without: readonly string[]
  taken: ReadonlySet<string>
  onChange: (from: Proposed, to: Proposed | null) => void
}

const PairList = ({ kind, pairs, data, without, taken, onChange }: ListProps) => {
  const nameOf = (id: string) => data.people.find((person) => person.id === id)?.name ?? ''
  if (pairs.length === 0) return null
  const isCommittee = kind !== 'member'
  return (
    <>
      <h3>
        {KIND_NAMES[kind]}
        <span className="aside">{pairs.length} 次</span>
      </h3>
      <ul className={css.pairs}>
        {pairs.map((pair) => (
          <li key={pairKey(pair.talkerId, pair.partnerId)}>
            <ChoiceField
              label={`和${nameOf(pair.partnerId)}谈的人`}
              value={pair.talkerId}
              onChange={(talkerId) => onChange(pair, { ...pair, talkerId, because: '由您改定' })}
              choices={data.people
                .filter(
                  ({ id, counts, committee }) =>
                    counts &&
                    committee === isCommittee &&
                    !without.includes(id) &&
                    id !== pair.partnerId &&
                    (id === pair.talkerId || !taken.has(pairKey(id, pair.partnerId))),
                )
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
            <span className={css.partner}>与 {nameOf(pair.partnerId)}</span>
            <span className="aside">{pair.because}</span>
            <Act size="compact-sm" onClick={() => onChange(pair, null)}>
              去掉<span className="unseen">：{`${nameOf(pair.talkerId)}与${nameOf(pair.partnerId)}`}</span>
            </Act>
          </li>
        ))}
      </ul>
    </>
  )
}

/** A month from now, but within the year. */
const monthOn = (): string => {
  const now = today()
  const later = now.add({ months: 1 })
  return (later.year === now.year ? later : now.with({ month: 12, day: 31 })).toString()
}
