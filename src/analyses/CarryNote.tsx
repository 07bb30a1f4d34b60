import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { Loading } from '../ui/Loading.tsx'
import css from './analyses.module.css'
import { ownQuery } from './asking.ts'
import { keepAnalysis, type OwnAnalysis } from './contract.ts'

/** Puts a note of the self-check under a heading of her own analysis; both stay hers. */
export const CarryNote = ({ note, onDone }: { note: string; onDone: () => void }) => {
  const read = useQuery({ ...ownQuery(undefined), staleTime: 0 })
  if (read.error) return <Failed error={read.error} again={() => void read.refetch()} />
  return read.data && !read.isFetching ? (
    <Carry own={read.data} note={note} onDone={onDone} />
  ) : (
    <Loading lines={2} what="党性分析" />
  )
}

const Carry = ({ own, note, onDone }: { own: OwnAnalysis; note: string; onDone: () => void }) => {
  const queries = useQueryClient()
  const headings = own.parts.map(({ heading }) => heading)
  const [heading, setHeading] = useState(headings.find((each) => each.includes('问题')) ?? headings[0] ?? '')
  const carry = useMutation({
    mutationFn: () => {
      const parts = own.parts.map((part) => ({
        heading: part.heading,
        text: part.heading === heading ? [part.text, note].filter(Boolean).join('\n') : part.text,
      }))
      return call(keepAnalysis, { params: { from: own.from }, body: { parts, version: own.version } })
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['own-analysis'] })
      onDone()
    },
  })
  return (
    <div className={css.opened}>
      <p>{note}</p>
      <ChoiceField
        label="写在哪个标题下"
        value={heading}
        onChange={setHeading}
        choices={headings.map((each) => ({ value: each, label: each }))}
      />
      <p className="aside">只写进您自己的草稿，仍然只有您看得到。</p>
      {carry.error && <Failed error={carry.error} />}
      <Act primary loading={carry.isPending} onClick={() => carry.mutate()}>
        写进草稿
      </Act>
    </div>
  )
}
