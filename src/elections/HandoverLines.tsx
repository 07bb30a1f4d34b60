import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { TERMS } from '../glossary.ts'
import { openHandover } from '../handovers/contract.ts'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import css from './after.module.css'
import type { AfterElection } from './after-contract.ts'

type Outgoing = AfterElection['outgoing'][number]

/** The posts that changed hands, each with its hand-over sheet or the act that opens one. */
export const HandoverLines = ({ outgoing, mayOpen }: { outgoing: readonly Outgoing[]; mayOpen: boolean }) =>
  outgoing.length === 0 ? null : (
    <ul className={css.lines}>
      {outgoing.map((each) => (
        <Line key={each.postId} outgoing={each} mayOpen={mayOpen} />
      ))}
    </ul>
  )

const Line = ({
  outgoing: { postId, post, personName, endsOn, to, handoverId },
  mayOpen,
}: {
  outgoing: Outgoing
  mayOpen: boolean
}) => {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const open = useMutation({
    mutationFn: () =>
      call(openHandover, {
        params: { post: postId },
        body: { toId: to?.personId ?? '', endsOn, beginsOn: to?.since ?? '' },
      }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries()
      void navigate({ to: '/handovers/$handover', params: { handover: id } })
    },
  })
  return (
    <li>
      <span>
        {TERMS[post]}：{personName}
        {to ? ` 交 ${to.name}` : '，没有一人直接接任'}
        <span className="aside"> 任至{sayDay(endsOn)}</span>
      </span>
      {handoverId ? (
        <Link to="/handovers/$handover" params={{ handover: handoverId }}>
          看交接表
        </Link>
      ) : to && mayOpen ? (
        <Act loading={open.isPending} onClick={() => open.mutate()}>
          开出交接表
        </Act>
      ) : (
        mayOpen && (
          <Link to="/handovers" search={{ post: postId }}>
            到工作交接里选接任人
          </Link>
        )
      )}
      {open.error && <Failed error={open.error} />}
    </li>
  )
}
