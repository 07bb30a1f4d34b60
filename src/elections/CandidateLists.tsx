import { useState } from 'react'
import { call } from '../http/call.ts'
import { useRules } from '../regulations/using.tsx'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { useSaving } from '../ui/saving.ts'
import { Why } from '../ui/WhyPanel.tsx'
import { CandidateActs } from './CandidateActs.tsx'
import { IntroductionForm, ProposeForm } from './CandidateForms.tsx'
import { type CandidateLine, type Candidates, orderCandidates } from './candidate-contract.ts'
import css from './candidates.module.css'
import { ROLES } from './gathering.ts'
import { roleWords } from './titles.ts'

/** Who stands for what, in the order of the ballot; whoever withdrew stays on the record below. */
export const CandidateLists = ({ of }: { of: Candidates }) => {
  const roles = ROLES.filter((role) => of.form === 'committee' || role !== 'member').filter(
    (role) => role !== 'deputy-secretary' || of.deputies > 0 || standing(of, role).length > 0,
  )
  const gone = of.candidates.filter(({ withdrawnOn }) => withdrawnOn !== null)
  const canPropose = of.mayLead && roles.some((role) => of.frozen[role] === null)
  const stands = of.candidates.some(({ withdrawnOn }) => withdrawnOn === null)
  return (
    <section className={css.part} aria-labelledby="candidates">
      <div className={css.head}>
        <h2 id="candidates">候选人</h2>
        <span className={css.acts}>
          {canPropose && (
            <FormAct act="提出候选人" title="提出候选人">
              {(close) => <ProposeForm of={of} onDone={close} />}
            </FormAct>
          )}
          {of.mayLead && stands && (
            <FormAct act="登记已介绍" title="向选举人介绍候选人">
              {(close) => <IntroductionForm of={of} onDone={close} />}
            </FormAct>
          )}
        </span>
      </div>
      {[...new Set(Object.values(of.frozen))]
        .filter((said) => said !== null)
        .slice(0, 1)
        .map((said) => (
          <p key={said} className="aside">
            {said}
          </p>
        ))}
      <Judged of={of} />
      {roles.map((role) => (
        <RoleList key={role} of={of} role={role} />
      ))}
      {gone.length > 0 && (
        <>
          <h3>已退出</h3>
          <ul className={css.lines}>
            {gone.map((each) => (
              <li key={each.id}>
                <span className={css.name}>{each.name}</span>
                <span>
                  {roleWords(of.unitKind, each.role)}候选人，{each.withdrawnOn && sayDay(each.withdrawnOn)}
                  退出：
                  {each.withdrawnReason}
                  <span className="aside">{replacedBy(of, each)}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const standing = ({ candidates }: Candidates, role: CandidateLine['role']): CandidateLine[] =>
  candidates.filter((each) => each.role === role && each.withdrawnOn === null)

const replacedBy = ({ candidates }: Candidates, gone: CandidateLine): string => {
  const next = candidates.find(({ replacesId }) => replacesId === gone.id)
  return next ? `由${next.name}接替` : '没有接替的人'
}

/** What the rules say of those who stand, each with its numbers; what holds is said quietly. */
const Judged = ({ of: { judgments, hints, frozen } }: { of: Candidates }) => {
  const rules = useRules(judgments.map(({ told }) => told.judgment.rule))
  if (judgments.length === 0 && hints.length === 0) return null
  return (
    <ul className={css.judged}>
      {judgments.map(({ about, told: { judgment, words, title } }) => (
        <li
          key={`${about} ${judgment.rule}`}
          data-holds={judgment.holds}
          data-hardness={frozen.member === null && LATER.has(judgment.rule) ? 'default' : judgment.hardness}
        >
          {words}{' '}
          <Why
            grounds={{
              about: title,
              verdict: words,
              rules: rules.filter(({ id }) => id === judgment.rule).slice(0, 1),
              judgments: [judgment],
            }}
            of={`${about} ${title}`}
          />
        </li>
      ))}
      {hints.map((hint) => (
        <li key={hint} data-holds={false} data-hardness="default">
          {hint}
        </li>
      ))}
    </ul>
  )
}

// Consent above and introduction still come, as long as the meeting has not begun.
const LATER: ReadonlySet<string> = new Set([
  'election.candidates-agreed',
  'election.secretary-candidates-agreed',
  'election.secretary-without-committee',
  'election.introduction',
])

const RoleList = ({ of, role }: { of: Candidates; role: CandidateLine['role'] }) => {
  const people = standing(of, role)
  const seats = role === 'member' ? of.seats : role === 'secretary' ? 1 : of.deputies
  const [said, setSaid] = useState('')
  const saving = useSaving(
    orderCandidates.body,
    (body: never) => call(orderCandidates, { params: { election: of.id }, body }),
    () => {},
  )
  const move = (at: number, by: number): void => {
    const order = people.map(({ id }) => id)
    const [moved] = order.splice(at, 1)
    order.splice(at + by, 0, moved!)
    setSaid(`${people[at]!.name}移到第 ${at + by + 1} 位`)
    saving.save({ role, order, version: of.version })
  }
  const isOrdered = role !== 'member' && of.mayLead && of.frozen[role] === null && people.length > 1
  return (
    <>
      <h3>
        {roleWords(of.unitKind, role)}候选人
        <span className="aside">
          {' '}
          应选 {seats} 人，候选人 {people.length} 人
          {role === 'member' ? '，按姓氏笔画' : people.length > 1 ? '，按上级批准的次序' : ''}
        </span>
      </h3>
      {saving.failure && <Failed error={saving.failure} />}
      <p className="unseen" role="status">
        {said}
      </p>
      {people.length === 0 ? (
        <p className="aside">还没有提出。</p>
      ) : (
        <ol className={css.lines}>
          {people.map((each, at) => (
            <li key={each.id}>
              <span className={css.name}>{each.name}</span>
              <span>
                {stateOf(each)}
                {each.findings.map(({ level, words }) => (
                  <span key={words} className={css.finding} data-level={level}>
                    {words}
                  </span>
                ))}
              </span>
              <CandidateActs
                of={of}
                candidate={each}
                up={isOrdered && at > 0 ? () => move(at, -1) : undefined}
                down={isOrdered && at < people.length - 1 ? () => move(at, 1) : undefined}
              />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

const stateOf = ({ proposedOn, agreedOn, introducedOn }: CandidateLine): string =>
  [
    `${sayDay(proposedOn)}提名`,
    agreedOn ? `${sayDay(agreedOn)}上级同意` : '上级还没有同意',
    introducedOn && `${sayDay(introducedOn)}已介绍`,
  ]
    .filter(Boolean)
    .join(' · ')
