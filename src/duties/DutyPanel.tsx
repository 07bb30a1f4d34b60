import { Drawer } from '@mantine/core'
import type { Judgment } from '../kernel/outcome.ts'
import { sayDay } from '../ui/days.ts'
import { StateMark } from '../ui/StateMark.tsx'
import { STATES } from '../ui/state.ts'
import { type Evidence, type Grounds, type RuleText, WhyPanel } from '../ui/WhyPanel.tsx'
import type { Duty, DutyRule } from './contract.ts'
import { DutyActs } from './DutyActs.tsx'
import css from './DutyPanel.module.css'
import { EvidenceTitle } from './EvidenceTitle.tsx'
import { lateWord } from './grid.ts'
import type { Names } from './names.ts'

/** A cell of the year that was opened. */
export type Opened = {
  unitId: string
  title: string
  people: boolean
  duties: readonly Duty[]
  rule: DutyRule
  names: Names
}

type Props = { opened: Opened | undefined; onClose: () => void; readOnly?: boolean }

/** Why a cell stands as it does: the clause, the numbers, the evidence, and what can be done. */
export const DutyPanel = ({ opened, onClose, readOnly = false }: Props) => {
  if (opened?.people) return <PeoplePanel opened={opened} onClose={onClose} />
  const duty = opened?.duties[0]
  return (
    <WhyPanel grounds={opened && duty ? groundsOf(opened, duty, readOnly) : undefined} onClose={onClose} />
  )
}

const groundsOf = ({ title, rule, unitId, names }: Opened, duty: Duty, readOnly: boolean): Grounds => ({
  about: `${title} · ${duty.period}`,
  verdict: <Verdict duty={duty} />,
  rules: [ruleText(rule)],
  judgments: duty.state === 'not-owed' ? [] : [countOf(rule, duty)],
  open: duty.state === 'due' || duty.state === 'not-yet',
  ...(duty.state === 'not-owed' ? {} : { evidence: duty.evidence.map(evidenceOf) }),
  ...(readOnly
    ? {}
    : { todo: <DutyActs key={duty.from} unitId={unitId} rule={rule} duties={[duty]} names={names} /> }),
})

const Verdict = ({ duty }: { duty: Duty }) => (
  <span className={css.verdict}>
    <StateMark state={duty.state} word={wordOf(duty)} />
    <span>{saidOf(duty)}</span>
  </span>
)

const wordOf = (duty: Duty): string =>
  duty.state === 'late'
    ? lateWord(duty)
    : duty.state === 'not-yet'
      ? '未到期'
      : duty.state === 'not-owed'
        ? '不需要做'
        : STATES[duty.state].word

const saidOf = (duty: Duty): string => {
  const { state, from, to, because, excuse } = duty
  if (state === 'not-owed') return because ?? ''
  if (state === 'excused') return `说明：${excuse?.reason ?? ''}`
  if (state === 'not-yet') return `${sayDay(from)}起应做`
  if (state === 'due') return `${sayDay(to)}前应做`
  if (state === 'missed') return `已于${sayDay(to)}到期`
  return `期限${sayDay(to)}`
}

/** The numbers, in the one shape in which pages show numbers. */
const countOf = (rule: DutyRule, duty: Duty): Judgment => ({
  rule: rule.rule,
  holds: duty.counted >= duty.needed,
  needed: duty.needed,
  numbers: { counted: duty.counted },
  citation: rule.citation,
  hardness: rule.hardness,
  confidence: rule.confidence,
})

const ruleText = (rule: DutyRule): RuleText => ({
  id: rule.rule,
  title: rule.title,
  says: rule.says,
  citation: rule.citation,
  hardness: rule.hardness,
  confidence: rule.confidence,
  facts: { counted: { name: '已有记录', unit: rule.unit } },
})

const evidenceOf = (piece: Duty['evidence'][number]): Evidence => ({
  id: piece.id,
  title: <EvidenceTitle piece={piece} />,
  day: sayDay(piece.heldOn),
  ...(piece.recordedOn === piece.heldOn ? {} : { note: `${sayDay(piece.recordedOn)}录入` }),
})

/** What people owe one by one: who has done it and who has not, in the order of names. Nobody is ranked. */
const PeoplePanel = ({ opened, onClose }: { opened: Opened; onClose: () => void }) => {
  const { rule, duties, names, unitId } = opened
  const period = duties[0]?.period ?? ''
  return (
    <Drawer opened onClose={onClose} title={`${opened.title} · ${period}`} padding="lg">
      <div className={css.people}>
        <section>
          <h3>条文</h3>
          <p>{rule.says}</p>
          <p className={css.citation}>{rule.citation}</p>
        </section>
        <section>
          <h3>各人情况</h3>
          <ul>
            {duties.map((duty) => (
              <li key={duty.personId}>
                <span>{names.get(duty.personId ?? '')?.name}</span>
                <span className="aside">
                  {duty.needed > 1 && `${duty.counted}/${duty.needed} ${rule.unit}`}
                  {duty.evidence.map(({ heldOn }) => sayDay(heldOn)).join('、')}
                </span>
                <StateMark state={duty.state} word={wordOf(duty)} />
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3>可以做什么</h3>
          <DutyActs unitId={unitId} rule={rule} duties={duties} names={names} />
        </section>
      </div>
    </Drawer>
  )
}
