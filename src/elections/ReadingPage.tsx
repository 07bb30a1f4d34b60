import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Failed } from '../ui/Failed.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import css from './count.module.css'
import { countQuery, readingQuery } from './count-asking.ts'
import { PASS_WORDS } from './count-words.ts'
import { ReadingDesk } from './ReadingDesk.tsx'
import { roleWords } from './titles.ts'

/** One teller at the keyboard with the pile before her; the other's reading is nowhere on this page. */
export const ReadingPage = () => {
  const of = useParams({ strict: false }) as { election: string; round: string; pass: string }
  const pass = of.pass === 'second' ? 'second' : 'first'
  const count = useQuery(countQuery(of.election))
  const reading = useQuery(readingQuery({ ...of, pass }))
  const found = count.data?.gatherings
    .flatMap((gathering) =>
      gathering.roles.flatMap(({ rounds }) => rounds.map((round) => ({ gathering, round }))),
    )
    .find(({ round }) => round.id === of.round)
  const error = count.error ?? reading.error
  const title = reading.data ? `${PASS_WORDS[pass]}读票：${reading.data.tellerName}` : '读票'
  return (
    <>
      <p className={css.back}>
        <Link to="/elections/$election/count" params={{ election: of.election }}>
          回到计票
        </Link>
      </p>
      <PageHead
        title={title}
        {...(found && {
          lead: `${roleWords(count.data!.unitKind, found.round.role)} · 选 ${found.round.seats} 人`,
        })}
      />
      {error && <Failed error={error} again={() => void reading.refetch()} />}
      {!error && !(reading.data && count.data) && <Loading what="读票" />}
      {reading.data && found && (
        <ReadingDesk
          at={{ election: of.election, round: of.round, pass }}
          reading={reading.data}
          round={found.round}
          people={found.gathering.people}
        />
      )}
    </>
  )
}
