import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { Loading } from '../ui/Loading.tsx'
import css from './count.module.css'
import { comparisonQuery } from './count-asking.ts'
import { MARK_WORDS, PASS_WORDS } from './count-words.ts'
import { electionKey } from './ElectionFrame.tsx'
import { type Comparison, settleSheet } from './reading-contract.ts'
import type { ShownRound } from './round-contract.ts'

type Props = { election: string; round: ShownRound }
type Pass = 'first' | 'second'

/** The two readings beside one another, where they differ; for each such sheet the paper says which was right. */
export const ComparisonPart = ({ election, round }: Props) => {
  const of = { election, round: round.id }
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(comparisonQuery(of))
  const settling = useMutation({
    mutationFn: ({ place, right, version }: { place: number; right: Pass; version: number }) =>
      call(settleSheet, { params: of, body: { place, right, version } }),
    onSuccess: async (comparison) => {
      queries.setQueryData(comparisonQuery(of).queryKey, comparison)
      await queries.invalidateQueries({ queryKey: electionKey(election) })
    },
  })
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <Loading what="核对" />
  const { differing, first, second, versions } = data
  if (differing.length === 0)
    return <p className={css.verdict}>两遍都是 {first} 张，每一张都一致，可以封定。</p>
  return (
    <section className={css.comparison} aria-label="核对">
      <p className={css.verdict} role="status">
        第一遍 {first} 张，第二遍 {second} 张，有 {differing.length}{' '}
        张不一致。请取出那张选票，当着监票人认定。
      </p>
      {settling.error && <Failed error={settling.error} />}
      {differing.map((difference) => (
        <Differing
          key={difference.place}
          difference={difference}
          round={round}
          busy={settling.isPending}
          onSettle={(right) =>
            settling.mutate({
              place: difference.place,
              right,
              version: right === 'first' ? versions.second : versions.first,
            })
          }
        />
      ))}
    </section>
  )
}

type DifferingProps = {
  difference: Comparison['differing'][number]
  round: ShownRound
  busy: boolean
  onSettle: (right: Pass) => void
}

const Differing = ({ difference: { place, first, second }, round, busy, onSettle }: DifferingProps) => {
  const names = round.names.filter(({ writtenIn }) => !writtenIn)
  const lines = [
    ...names.map(({ id, name }, at) => ({
      id,
      name,
      first: first ? MARK_WORDS[first.choices[at] ?? 'abstain'] : '没有这张',
      second: second ? MARK_WORDS[second.choices[at] ?? 'abstain'] : '没有这张',
    })),
    { id: 'written', name: '另选', first: writtenOn(first), second: writtenOn(second) },
    { id: 'void', name: '认定作废', first: voidOn(first), second: voidOn(second) },
  ].filter((line) => line.first !== line.second || names.some(({ id }) => id === line.id))
  return (
    <div className={css.differing}>
      <div className={css.wide}>
        <table className={css.table}>
          <caption>第 {place} 张</caption>
          <thead>
            <tr>
              <th scope="col">姓名</th>
              {round.readings.map(({ pass, tellerName }) => (
                <th key={pass} scope="col">
                  {PASS_WORDS[pass]} {tellerName}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id} data-fault={line.first !== line.second || undefined}>
                <th scope="row">{line.name}</th>
                <td>{line.first}</td>
                <td>{line.second}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={css.acts}>
        <Act loading={busy} onClick={() => onSettle('first')}>
          第一遍对
        </Act>
        <Act loading={busy} onClick={() => onSettle('second')}>
          第二遍对
        </Act>
      </div>
    </div>
  )
}

type Sheet = Comparison['differing'][number]['first']

const writtenOn = (sheet: Sheet): string => sheet?.writeIns.map(({ name }) => name).join('、') || '没有'
const voidOn = (sheet: Sheet): string => (sheet?.unreadable ? '是' : '否')
