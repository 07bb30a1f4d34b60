import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { addressOf, call } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import { DayField } from '../ui/DayField.tsx'
import { sayDay, today } from '../ui/days.ts'
import { AreaField, TextField } from '../ui/Field.tsx'
import { useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { NEED_WAYS, SubWays } from '../ui/SubWays.tsx'
import { useSaving } from '../ui/saving.ts'
import { itemQuery } from './asking.ts'
import { changeItem, downloadItem, ITEM_KIND_NAMES, type Item, makeItem } from './contract.ts'
import { progressWords } from './item.ts'
import { LABELS, type Label } from './labels.ts'
import css from './wellbeing.module.css'
import { cellWords } from './wording.ts'

/** One suggestion or research topic: why, by whom, and what became of it. */
export const ItemPage = () => {
  const { item: id } = useParams({ from: '/frame/needs/patterns/$item' })
  const item = useSuspenseQuery(itemQuery(id)).data
  const { person, units, may } = useHere()
  const mayChange = item.ownerId === person.id || units.some(({ path }) => may(makeItem.asks, path))
  const { seen } = item
  return (
    <>
      <SubWays label="走访与需求" ways={NEED_WAYS} />
      <PageHead title={item.title} lead={`${ITEM_KIND_NAMES[item.kind]} · ${progressWords(item)}`}>
        <a href={addressOf(downloadItem, { params: { item: id } })} download>
          下载情况反映（Word）
        </a>
      </PageHead>
      <section className={css.part} aria-labelledby="why">
        <h2 id="why">为什么提出</h2>
        <p>
          {sayDay(item.seenOn)}的统计里，{item.year} 年「{seen.label}」共 {cellWords(seen.count)}，同期全部{' '}
          {seen.total} 件。
        </p>
        <dl className={css.facts}>
          {seen.spans.map(({ label, count, total }) => (
            <Fact key={label} name={label} says={`${cellWords(count)}（全部 ${total} 件）`} />
          ))}
          <Fact name={LABELS.ownerId} says={item.ownerName} />
          <Fact name={LABELS.dueOn} says={sayDay(item.dueOn)} />
          <Fact name="提出人" says={item.madeByName} />
        </dl>
        <p>
          <Link to="/needs/patterns" search={{ year: item.year }}>
            到需求统计
          </Link>
        </p>
      </section>
      <section className={css.part} aria-labelledby="progress">
        <h2 id="progress">办得怎样</h2>
        {mayChange ? <Progress key={item.version} item={item} /> : <Done item={item} />}
      </section>
    </>
  )
}

const Fact = ({ name, says }: { name: string; says: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{says}</dd>
  </>
)

const Done = ({ item }: { item: Item }) => (
  <dl className={css.facts}>
    {item.proposal && <Fact name={LABELS.proposal} says={item.proposal} />}
    {item.raisedOn && <Fact name={LABELS.raisedTo} says={`${item.raisedTo}，${sayDay(item.raisedOn)}`} />}
    {item.answeredOn && <Fact name={LABELS.answer} says={`${item.answer}（${sayDay(item.answeredOn)}）`} />}
    {item.droppedBecause && <Fact name={LABELS.droppedBecause} says={item.droppedBecause} />}
  </dl>
)

type Given = Body<typeof changeItem>

const Progress = ({ item }: { item: Item }) => {
  const [given, setGiven] = useState<Given>({
    title: item.title,
    proposal: item.proposal ?? '',
    raisedTo: item.raisedTo ?? '',
    raisedOn: item.raisedOn,
    answer: item.answer ?? '',
    answeredOn: item.answeredOn,
    droppedBecause: item.droppedBecause ?? '',
    version: item.version,
  })
  const set = (more: Partial<Given>) => setGiven((was) => ({ ...was, ...more }))
  const saving = useSaving(
    changeItem.body,
    (body: Given) => call(changeItem, { params: { item: item.id }, body }),
    () => {},
  )
  const field = (name: Label) => ({ name, label: LABELS[name], error: saving.errors[name] })
  const day = (name: 'raisedOn' | 'answeredOn') => (
    <DayField
      {...field(name)}
      optional
      today={today()}
      value={given[name] ?? ''}
      onChange={(on) => set({ [name]: on || null })}
    />
  )
  return (
    <SavedForm saving={saving} labels={LABELS} act="保存" onSend={() => saving.save(given)}>
      <TextField {...field('title')} value={given.title} onChange={(title) => set({ title })} />
      <AreaField
        {...field('proposal')}
        optional
        most={150}
        value={given.proposal ?? ''}
        onChange={(proposal) => set({ proposal })}
      />
      <div className={css.row}>
        <TextField
          {...field('raisedTo')}
          optional
          value={given.raisedTo ?? ''}
          onChange={(raisedTo) => set({ raisedTo })}
        />
        {day('raisedOn')}
      </div>
      <AreaField
        {...field('answer')}
        optional
        most={500}
        value={given.answer ?? ''}
        onChange={(answer) => set({ answer })}
      />
      {day('answeredOn')}
      <TextField
        {...field('droppedBecause')}
        optional
        value={given.droppedBecause ?? ''}
        onChange={(droppedBecause) => set({ droppedBecause })}
      />
    </SavedForm>
  )
}
