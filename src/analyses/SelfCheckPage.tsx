import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { today } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { AreaField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { Guide } from '../ui/Guide.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Saved } from '../ui/Saved.tsx'
import { MY_WAYS, SubWays } from '../ui/SubWays.tsx'
import css from './analyses.module.css'
import { selfCheckQuery } from './asking.ts'
import { CarryNote } from './CarryNote.tsx'
import { analysisGuide } from './guide.ts'
import { useKept } from './keeping.tsx'
import {
  deleteSelfCheck,
  FOUND,
  type Found,
  keepSelfCheck,
  type SelfCheck,
  type SelfCheckItem,
} from './self-check-contract.ts'

/** 政治体检自查: one's own answers to a list, for oneself alone. Nothing is added up. */
export const SelfCheckPage = () => {
  const year = today().year
  const read = useQuery(selfCheckQuery(year))
  return (
    <>
      <SubWays label="我的" ways={MY_WAYS} />
      <PageHead
        title="政治体检自查"
        lead={`${year}年。只给自己看：别人打不开，不打分，不统计，不用交；不想留了就删去。`}
      />
      <Guide of="政治体检自查" guide={analysisGuide.checking!} />
      {read.error ? (
        <Failed error={read.error} again={() => void read.refetch()} />
      ) : read.data ? (
        <Checking key={`${year} ${read.data.version === 0}`} start={read.data} />
      ) : (
        <Loading what="自查" />
      )}
    </>
  )
}

const Checking = ({ start }: { start: SelfCheck }) => {
  const queries = useQueryClient()
  const { year } = start
  const { value, setValue, state, again, failure } = useKept(
    start.items,
    start.version,
    (items, version) =>
      call(keepSelfCheck, {
        params: { year },
        body: { items: items.map(({ item, found, note }) => ({ item, found, note })), version },
      }),
    (items, version) => queries.setQueryData(selfCheckQuery(year).queryKey, { year, items, version }),
  )
  const set = (item: string, more: Partial<SelfCheckItem>) =>
    setValue(value.map((each) => (each.item === item ? { ...each, ...more } : each)))
  const any = value.some(({ found, note }) => found !== null || note !== '')
  return (
    <>
      <ul className={css.items}>
        {value.map((line) => (
          <li key={line.item}>
            <Item line={line} onSet={(more) => set(line.item, more)} />
          </li>
        ))}
      </ul>
      {failure !== null && <Failed error={failure} />}
      <div className={`${css.acts} ${css.end}`}>
        {any && <Delete year={year} />}
        <Saved state={state} again={again} />
      </div>
    </>
  )
}

const WORDS: Record<Found, string> = { kept: '做到了', short: '还有差距', none: '不涉及' }

const Item = ({ line, onSet }: { line: SelfCheckItem; onSet: (more: Partial<SelfCheckItem>) => void }) => {
  const { item, source, found, note, asked } = line
  const [opened, setOpened] = useState(note !== '')
  return (
    <fieldset className={css.item}>
      <legend>
        {item} <span className="aside">{asked ? source : '现在的清单里没有这一条'}</span>
      </legend>
      <span className={css.found}>
        {FOUND.map((each) => (
          <label key={each} data-chosen={found === each || undefined}>
            <input
              type="radio"
              name={item}
              checked={found === each}
              onChange={() => onSet({ found: each })}
            />
            {WORDS[each]}
          </label>
        ))}
        {!opened && (
          <Act size="xs" onClick={() => setOpened(true)}>
            写一句<span className="unseen">：{item}</span>
          </Act>
        )}
      </span>
      {opened && (
        <div className={css.note}>
          <AreaField
            label="写给自己"
            name={`note.${item}`}
            optional
            rows={2}
            most={2000}
            value={note}
            onChange={(text) => onSet({ note: text })}
          />
          {note.trim() !== '' && (
            <FormAct act="写进党性分析" title="写进党性分析的草稿">
              {(close) => <CarryNote note={note} onDone={close} />}
            </FormAct>
          )}
        </div>
      )}
    </fieldset>
  )
}

const Delete = ({ year }: { year: number }) => {
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const remove = useMutation({
    mutationFn: () => call(deleteSelfCheck, { params: { year } }),
    onSuccess: (empty) => {
      setAsking(false)
      queries.setQueryData(selfCheckQuery(year).queryKey, empty)
    },
  })
  return (
    <>
      <Act onClick={() => setAsking(true)}>删去这份自查</Act>
      <ConfirmDialog
        opened={asking}
        title="要删去这份自查吗？"
        act="删去"
        busy={remove.isPending}
        onAct={() => remove.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>选的和写的都删去，不留副本。</p>
        {remove.error && <Failed error={remove.error} />}
      </ConfirmDialog>
    </>
  )
}
