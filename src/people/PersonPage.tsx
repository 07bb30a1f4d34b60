import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { TERMS } from '../glossary.ts'
import { call } from '../http/call.ts'
import { sayDated, saySpan } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { type Here, useHere } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { MY_WAYS, SubWays } from '../ui/SubWays.tsx'
import { AccountPart } from './AccountPart.tsx'
import { changePerson, listMembers, type Person, readPerson } from './contract.ts'
import { PostLine } from './EndPostForm.tsx'
import css from './People.module.css'
import { PersonForm } from './PersonForm.tsx'
import { PostForm } from './PostForm.tsx'
import { StandingForm } from './StandingForm.tsx'

/** One person: what is known, statuses and posts by date, the account. */
export const PersonPage = () => {
  const { person } = useParams({ from: '/frame/people/$person' })
  return <PersonOf id={person} />
}

/** 我的: the same page about oneself. */
export const OwnPage = () => (
  <>
    <SubWays label="我的" ways={MY_WAYS} />
    <PersonOf id={useHere().person.id} />
  </>
)

const PersonOf = ({ id }: { id: string }) => {
  const here = useHere()
  const read = useQuery({
    queryKey: ['person', id],
    queryFn: () => call(readPerson, { params: { person: id } }),
  })
  if (read.error)
    return (
      <>
        <PageHead title="个人信息" />
        <Failed error={read.error} again={() => void read.refetch()} />
      </>
    )
  return read.data ? <Told person={read.data} here={here} /> : <Loading what="个人信息" />
}

const Told = ({ person, here }: { person: Person; here: Here }) => {
  const path = here.units.find(({ id }) => id === (person.groupId ?? person.unitId))?.path ?? ''
  const keeper = here.may(changePerson.asks, path)
  const [current] = person.memberships
  return (
    <>
      {here.may(listMembers.asks, path) && (
        <p className={css.back}>
          <Link to="/members">名册</Link>
        </p>
      )}
      <PageHead
        title={person.name}
        lead={[current?.unitName, person.groupName, TERMS[person.status]].filter(Boolean).join(' · ')}
      />
      <div className={css.columns}>
        <Known person={person} keeper={keeper} identity={here.may('roster.identity', path)} />
        <section className={css.part} aria-labelledby="standing">
          <div className={css.partHead}>
            <h2 id="standing">党籍</h2>
            {keeper && (
              <FormAct act="登记变化" title="登记党籍或党小组变化">
                {(close) => <StandingForm person={person} here={here} onDone={close} />}
              </FormAct>
            )}
          </div>
          <Standings person={person} />
        </section>
        <section className={css.part} aria-labelledby="posts">
          <div className={css.partHead}>
            <h2 id="posts">任职</h2>
            {keeper && (
              <FormAct act="登记任职" title={`登记${person.name}任职`}>
                {(close) => <PostForm person={person.id} unitId={person.unitId} here={here} onDone={close} />}
              </FormAct>
            )}
          </div>
          {person.held.length === 0 ? (
            <p className="aside">没有登记过任职。</p>
          ) : (
            <ul className={css.line}>
              {person.held.map((held) => (
                <PostLine key={held.id} held={held} here={here} says={held.unitName} />
              ))}
            </ul>
          )}
        </section>
        <AccountPart person={person} keeper={keeper} own={here.person.id === person.id} />
      </div>
    </>
  )
}

const Known = ({ person, keeper, identity }: { person: Person; keeper: boolean; identity: boolean }) => {
  const facts: [string, string | null][] = [
    ['性别', person.sex && (person.sex === 'female' ? '女' : '男')],
    ['民族', person.ethnicity],
    ['出生', sayDated(person.born)],
    ['身份证号', person.identityNumber],
    ['籍贯', person.nativePlace],
    ['学历', person.education],
    ['工作岗位', person.occupation],
    ['电话', person.phone],
    ['入党', sayDated(person.joined)],
    ['转正', sayDated(person.becameFull)],
    ['备注', person.remark],
  ]
  const shown = facts.filter(
    ([name]) => (name !== '转正' || person.status !== 'probationary') && (name !== '身份证号' || identity),
  )
  return (
    <section className={css.part} aria-labelledby="known">
      <div className={css.partHead}>
        <h2 id="known">基本信息</h2>
        {keeper && (
          <FormAct act="修改" title={`修改${person.name}的信息`}>
            {(close) => <PersonForm person={person} onDone={close} />}
          </FormAct>
        )}
      </div>
      <dl className={css.facts}>
        {shown.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? <span className="aside">未填</span>}</dd>
          </div>
        ))}
      </dl>
      {!keeper && <p className="aside">信息有误时，请告诉所在支部的组织委员更正。</p>}
    </section>
  )
}

const Standings = ({ person }: { person: Person }) => (
  <ul className={css.line}>
    {person.memberships.map(({ id, status, since, until, unitName, groupName, reason }) => (
      <li key={id} data-past={until !== null || undefined}>
        <span className={css.when}>{saySpan({ since, until })}</span>
        <span>
          {TERMS[status]}
          <span className="aside"> {[unitName, groupName, reason].filter(Boolean).join(' · ')}</span>
        </span>
      </li>
    ))}
  </ul>
)
