import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Failed } from '../ui/Failed.tsx'
import { TextField } from '../ui/Field.tsx'
import { Loading } from '../ui/Loading.tsx'
import { QueueLines } from './QueueLines.tsx'
import css from './queue.module.css'
import { searchNeeds } from './queue-contract.ts'

type Props = { looked: string; onLook: (words: string) => void }

/** Finding by two characters. What is looked for is sent in the request, never kept in the address or on the device. */
export const SearchPart = ({ looked, onLook }: Props) => {
  const [typed, setTyped] = useState('')
  return (
    <search>
      <form
        className={css.search}
        onSubmit={(event) => {
          event.preventDefault()
          onLook(typed.trim())
        }}
      >
        <TextField
          label="找需求"
          name="looked"
          optional
          hint="连着两个字，或完整的电话号码；封存的找不到"
          value={typed}
          onChange={setTyped}
        />
        <Act type="submit">找</Act>
        {looked !== '' && (
          <Act
            onClick={() => {
              setTyped('')
              onLook('')
            }}
          >
            回到全部
          </Act>
        )}
      </form>
      {looked !== '' && <Found key={looked} looked={looked} />}
    </search>
  )
}

const Found = ({ looked }: { looked: string }) => {
  const read = useInfiniteQuery({
    queryKey: ['needs-found', looked],
    queryFn: ({ pageParam }) =>
      call(searchNeeds, { body: { words: looked, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    gcTime: 0,
  })
  if (read.isPending) return <Loading what="需求" lines={4} />
  if (read.error) return <Failed error={read.error} />
  const needs = read.data.pages.flatMap((page) => page.needs)
  return (
    <>
      {needs.length === 0 && !read.hasNextPage ? (
        <Empty title={`没有找到“${looked}”`}>
          <p>换两个字再找；只能找到您有权看的，封存的不在其中。</p>
        </Empty>
      ) : (
        <QueueLines label="找到的需求" needs={needs} />
      )}
      {read.hasNextPage && (
        <p className={css.next}>
          <span className="aside">还有更多</span>
          <Act loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
            再找一页
          </Act>
        </p>
      )}
    </>
  )
}
