import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call, Refused } from '../http/call.ts'
import { type Clash, clashesOf } from './clashes.ts'
import {
  draftMeeting,
  type Filled,
  type Meeting,
  readMeeting,
  recordMeeting,
  sendNotice,
} from './contract.ts'
import { formOf, savable } from './form.ts'

/**
 * A record being written: what stands on the page, what the server last answered, and where another hand came in between.
 * Saves and the handing in go one after another, so that none overtakes the version it rests on.
 */
export const useFillingIn = (start: Meeting) => {
  const queries = useQueryClient()
  const [form, setForm] = useState(() => formOf(start))
  const [base, setBase] = useState(start)
  const [theirs, setTheirs] = useState<Meeting>()
  const version = useRef(start.version)
  const over = useRef(false)
  const turn = useRef<Promise<void>>(Promise.resolve())

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const next = turn.current.then(work, work)
    turn.current = next.catch(() => {})
    return next
  }
  const take = (answer: Meeting): void => {
    version.current = answer.version
    setBase(answer)
    queries.setQueryData(['meeting', start.id], answer)
  }
  const watched = async (work: () => Promise<Meeting>): Promise<Meeting> => {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Refused && error.refusal.refused === 'stale')
        setTheirs(await call(readMeeting, { params: { meeting: start.id } }))
      throw error
    }
  }

  /** Saves the draft; nothing once the record is handed in, or while a clash is open. */
  const save = (filled: Filled) =>
    inTurn(async () => {
      if (over.current) return
      const body = { ...savable(filled), version: version.current }
      take(await watched(() => call(draftMeeting, { params: { meeting: start.id }, body })))
    })

  const handIn = (lateReason: string) =>
    inTurn(async () => {
      const body = { filled: savable(form), lateReason: lateReason || null, version: version.current }
      const record = await watched(() => call(recordMeeting, { params: { meeting: start.id }, body }))
      over.current = true
      queries.setQueryData(['meeting', start.id], record)
      // What the record feeds is read anew: the list, the year, today.
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'meeting' })
    })

  /** Marks the notice as sent, which makes another version of the same meeting. */
  const notify = () =>
    inTurn(async () => {
      const body = { version: version.current }
      take(await watched(() => call(sendNotice, { params: { meeting: start.id }, body })))
    })

  const clashes: Clash[] = theirs ? clashesOf(savable(form), savable(formOf(theirs))) : []
  const settle = (sides: Readonly<Record<string, 'mine' | 'theirs'>>): void => {
    if (!theirs) return
    const other = formOf(theirs)
    const chosen = clashes
      .filter(({ name }) => sides[name] === 'theirs')
      .map(({ name }) => [name, other[name]])
    version.current = theirs.version
    setBase(theirs)
    setTheirs(undefined)
    setForm({ ...form, ...Object.fromEntries(chosen) })
  }

  return { form, setForm, base, save, handIn, notify, clashes, settle }
}
