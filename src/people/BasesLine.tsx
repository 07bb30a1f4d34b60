import { Link } from '@tanstack/react-router'
import { TERMS } from '../glossary.ts'
import { WITHOUT_VOTE } from '../kernel/status.ts'
import { useRules } from '../regulations/using.tsx'
import { sayDay } from '../ui/days.ts'
import { type Grounds, Why } from '../ui/WhyPanel.tsx'
import type { Bases } from './contract.ts'
import css from './People.module.css'

/** The counts that quorums rest on, and why: who is on the roster without a vote. */
export const BasesLine = ({ bases, on }: { bases: Bases; on: string }) => {
  const statuses = [...new Set(bases.without.map(({ status }) => status))]
  const rules = useRules(
    ['election.base', ...statuses.flatMap((status) => WITHOUT_VOTE[status]?.rule ?? [])],
    on,
  )
  const grounds: Grounds = {
    about: `有表决权 ${bases.voting} 人`,
    verdict: `${sayDay(on)}名册上有 ${bases.members} 人，${
      bases.without.length === 0
        ? '都有表决权。'
        : `其中 ${bases.without.length} 人没有表决权，基数为 ${bases.voting} 人。`
    }`,
    rules,
    evidence: bases.without.map(({ id, name, status, since, reason }) => ({
      id,
      title: (
        <Link to="/people/$person" params={{ person: id }}>
          {name}
        </Link>
      ),
      day: `${TERMS[status]}，自${sayDay(since)}`,
      note: [WITHOUT_VOTE[status]?.because, reason].filter(Boolean).join('；'),
    })),
    todo: (
      <p>
        没有到会的人仍计入基数。因长期患病、出国半年以上等原因不计入选举应到会人数的，须报上级同意并经党员大会通过，在选举时逐人登记。
      </p>
    ),
  }
  return (
    <dl className={css.bases} aria-label="人数">
      <Count name="党员" count={bases.members} />
      <Count name="正式党员" count={bases.full} />
      <Count name="预备党员" count={bases.probationary} />
      <div>
        <dt>有表决权</dt>
        <dd>
          {bases.voting} 人 {rules.length > 0 && <Why grounds={grounds} />}
        </dd>
      </div>
    </dl>
  )
}

const Count = ({ name, count }: { name: string; count: number }) => (
  <div>
    <dt>{name}</dt>
    <dd>{count} 人</dd>
  </div>
)
