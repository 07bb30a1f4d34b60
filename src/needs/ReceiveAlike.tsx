import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '../http/call.ts'
import { AlikeLines } from './AlikeLines.tsx'
import type { Taken } from './IntakeFields.tsx'
import { isSensitive } from './kinds.ts'
import css from './queue.module.css'
import { findAlike } from './queue-contract.ts'

const REST_MS = 700
const ENOUGH = 6

/** Earlier matters that may be the same, once what is typed has rested. Of what will be sealed nothing is looked for. */
export const ReceiveAlike = ({ taken }: { taken: Taken }) => {
  const apart = taken.sensitive || (taken.category !== '' && isSensitive(taken.category))
  const typed = JSON.stringify([taken.line, taken.facts, taken.asker.phone])
  const rested = useRested(typed)
  const [line, facts, phone] = JSON.parse(rested) as [string, string, string]
  const worth = !apart && (line.length >= ENOUGH || phone.length >= 7)
  const { data } = useQuery({
    queryKey: ['needs-alike', rested],
    queryFn: () => call(findAlike, { body: { line, facts, phone } }),
    enabled: worth,
    gcTime: 0,
    retry: false,
  })
  if (!worth || !data || data.alike.length === 0) return null
  return (
    <section aria-labelledby="alike" className={css.part}>
      <h2 id="alike">可能是同一件事</h2>
      <p className="aside">已经登记过的，打开那一件接着写办理记录；不是同一件的，照常登记。</p>
      <AlikeLines alike={data.alike} />
    </section>
  )
}

const useRested = (typed: string): string => {
  const [rested, setRested] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), REST_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return rested
}
