import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../http/call.ts'
import { useHere } from '../ui/here.ts'
import { type Evidence, withdrawStatement } from './contract.ts'
import css from './EvidenceTitle.module.css'
import { RECORD_PAGES } from './planning.ts'

/** A record by its title, leading to it where there is a page of it; what was merely stated can be taken back here. */
export const EvidenceTitle = ({ piece }: { piece: Evidence }) => {
  const { unit, may } = useHere()
  const page = RECORD_PAGES[piece.sourceKind]
  if (page) return <Link to={`${page}${piece.sourceId}` as string}>{piece.title || '记录'}</Link>
  if (piece.sourceKind === 'statement' && may(withdrawStatement.asks, unit.path))
    return (
      <>
        {piece.title} <TakeBack statement={piece.sourceId} />
      </>
    )
  return piece.title
}

const TakeBack = ({ statement }: { statement: string }) => {
  const queries = useQueryClient()
  const { mutate, isPending, isError } = useMutation({
    mutationFn: () => call(withdrawStatement, { params: { statement } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['year'] }),
  })
  return (
    <button type="button" className={css.takeBack} disabled={isPending} onClick={() => mutate()}>
      {isError ? '没有撤回，再试一次' : '撤回登记'}
    </button>
  )
}
