import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { TERMS } from '../glossary.ts'
import { call } from '../http/call.ts'
import type { UnitKind } from '../organs/contract.ts'
import { useRules } from '../regulations/using.tsx'
import { saySpan, today } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { type Here, type HereUnit, useHere } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { PEOPLE_WAYS, SubWays } from '../ui/SubWays.tsx'
import { Why } from '../ui/WhyPanel.tsx'
import { AppointAct } from './AppointAct.tsx'
import { appoint, type HeldPost, listMembers, listPosts } from './contract.ts'
import { PostLine } from './EndPostForm.tsx'
import { type Gap, gapsOf } from './gaps.ts'
import css from './People.module.css'
import { postsIn } from './standing.ts'

/** 任职: who holds which post of the unit and of its groups, what is vacant and by which rule, and who held them before. */
export const PostsPage = () => {
  const here = useHere()
  const { unit } = here
  const read = useQuery({
    queryKey: ['posts', unit.id],
    queryFn: () => call(listPosts, { params: { unit: unit.id }, query: { span: 'ever', within: 'groups' } }),
  })
  const keeper = here.may(appoint.asks, unit.path)
  return (
    <>
      <SubWays label="人与组织" ways={PEOPLE_WAYS} />
      <PageHead title="任职" tab={`${unit.name}任职`} lead={unit.name}>
        {keeper && <AppointAct here={here} unit={unit} act="登记任职" />}
      </PageHead>
      {read.error ? (
        <Failed error={read.error} again={() => void read.refetch()} />
      ) : read.data ? (
        <Posts posts={read.data.posts} here={here} />
      ) : (
        <Loading what="任职" />
      )}
    </>
  )
}

const Posts = ({ posts, here }: { posts: readonly HeldPost[]; here: Here }) => {
  const { unit } = here
  const day = today().toString()
  const runs = ({ since, until }: HeldPost): boolean => since <= day && (until === null || until >= day)
  const own = posts.filter((held) => held.unitId === unit.id && runs(held)).toSorted(byPost(unit))
  const past = posts.filter(({ until }) => until !== null && until < day)
  const coming = posts.filter(({ since }) => since > day)
  const groups = here.units.filter(({ kind, parentId }) => kind === 'group' && parentId === unit.id)
  return (
    <div className={css.columns}>
      <section className={css.part} aria-labelledby="now">
        <h2 id="now">现任</h2>
        <ul className={css.line}>
          {own.map((held) => (
            <PostLine key={held.id} held={held} here={here} says={<Holder held={held} />} />
          ))}
          <Gaps here={here} held={own} />
        </ul>
        {own.length === 0 && unit.kind === 'group' && <p className="aside">还没有登记组长。</p>}
      </section>
      {groups.length > 0 && (
        <section className={css.part} aria-labelledby="groups">
          <h2 id="groups">党小组长</h2>
          <ul className={css.line}>
            {groups.map((group) => (
              <Leader
                key={group.id}
                group={group}
                held={posts.filter((each) => each.unitId === group.id && runs(each))}
                here={here}
              />
            ))}
          </ul>
        </section>
      )}
      <Others title="待就任" posts={coming} here={here} />
      <Others title="历任" posts={past} here={here} />
    </div>
  )
}

const Holder = ({ held }: { held: HeldPost }) => (
  <Link to="/people/$person" params={{ person: held.personId }}>
    {held.personName}
  </Link>
)

/** What ought to be held and is not, each with its rule. */
const Gaps = ({ here, held }: { here: Here; held: readonly HeldPost[] }) => {
  const { unit } = here
  const counts = useQuery({
    queryKey: ['members', unit.id, 'bases'],
    queryFn: () => call(listMembers, { params: { unit: unit.id }, query: { limit: 1 } }),
    enabled: unit.kind === 'branch' && here.may(listMembers.asks, unit.path),
  })
  const full = counts.data?.bases?.full ?? null
  const gaps = counts.isLoading
    ? []
    : gapsOf(
        unit.kind as UnitKind,
        full,
        held.map(({ post }) => post),
      )
  return gaps.map((gap) => <Vacant key={gap.post} gap={gap} here={here} full={full} />)
}

const Vacant = ({ gap, here, full }: { gap: Gap; here: Here; full: number | null }) => {
  const rules = useRules(gap.rules)
  const name = TERMS[gap.post]
  return (
    <li data-vacant>
      <span className={css.when}>空缺</span>
      <span>
        {name}{' '}
        {rules.length > 0 && (
          <Why
            grounds={{
              about: `${name}空缺`,
              verdict: `「${here.unit.name}」今天没有登记${name}。${full === null ? '' : `本支部有正式党员 ${full} 人。`}`,
              rules,
              todo: <p>已有人担任的，请在此登记任职日期；确属空缺的，按规定补选或由上级指派后登记。</p>,
            }}
          />
        )}
      </span>
      {here.may(appoint.asks, here.unit.path) && (
        <AppointAct here={here} unit={here.unit} post={gap.post} act={`登记${name}`} />
      )}
    </li>
  )
}

const Leader = ({ group, held, here }: { group: HereUnit; held: readonly HeldPost[]; here: Here }) =>
  held.length > 0 ? (
    held.map((each) => (
      <PostLine
        key={each.id}
        held={each}
        here={here}
        says={
          <>
            {group.name} · <Holder held={each} />
          </>
        }
      />
    ))
  ) : (
    <li data-vacant>
      <span className={css.when}>空缺</span>
      <span>
        党小组长 <span className="aside">{group.name}</span>
      </span>
      {here.may(appoint.asks, group.path) && (
        <AppointAct here={here} unit={group} post="group-leader" act="登记组长" />
      )}
    </li>
  )

const Others = ({ title, posts, here }: { title: string; posts: readonly HeldPost[]; here: Here }) =>
  posts.length === 0 ? null : (
    <section className={css.part}>
      <h2>{title}</h2>
      <ul className={css.line}>
        {posts.map((held) => (
          <li key={held.id} data-past>
            <span className={css.when}>{saySpan(held)}</span>
            <span>
              {TERMS[held.post]}{' '}
              <span className="aside">
                {held.unitId !== here.unit.id && `${held.unitName} · `}
                <Holder held={held} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )

const byPost = (unit: HereUnit) => {
  const order = postsIn(unit.kind as UnitKind)
  return (one: HeldPost, other: HeldPost): number => order.indexOf(one.post) - order.indexOf(other.post)
}
