import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { call } from '../http/call.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failed } from '../ui/Failed.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { ballotQuery } from './asking.ts'
import { BallotForm } from './BallotForm.tsx'
import { castBallot } from './poll-contract.ts'

/** One's own ballot, once. */
export const BallotPage = () => {
  const { round } = useParams({ from: '/frame/appraisals/$round/ballot' })
  const { unitName, forYear, people, voted, may } = useSuspenseQuery(ballotQuery(round)).data
  const queries = useQueryClient()
  const casting = useMutation({
    mutationFn: (ballot: Parameters<Parameters<typeof BallotForm>[0]['onCast']>[0]) =>
      call(castBallot, { params: { appraisal: round }, body: { ballot } }),
    onSuccess: () => queries.invalidateQueries(),
  })
  const title = `${forYear} 年度民主测评`
  const done = voted || casting.isSuccess
  return (
    <>
      <PageHead title={title} lead={`${unitName}，无记名。票投出后打乱、加密，谁投了什么哪里都不记。`} />
      {done && (
        <Empty title="您的票已经投出">
          <p>每人一张，投出后不能改，也没有人能查到您选了什么。</p>
          <p>
            <Link to="/me/appraisal">回到我的民主评议</Link>
          </p>
        </Empty>
      )}
      {!done && !may && <Empty title="现在没有要您投的票">测评还没有开始，或已经结束。</Empty>}
      {!done && may && (
        <>
          {casting.error && <Failed error={casting.error} />}
          <BallotForm
            people={people}
            act="投票"
            busy={casting.isPending}
            onCast={(ballot) => casting.mutate(ballot)}
          />
        </>
      )}
    </>
  )
}
