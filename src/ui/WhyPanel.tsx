import { Drawer, UnstyledButton } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Confidence, Hardness, Judgment } from '../kernel/outcome.ts'
import { CONFIDENCE, type FactNames, HARDNESS, JudgmentLines } from './JudgmentLines.tsx'
import css from './WhyPanel.module.css'

/** A rule as a page shows it. */
export type RuleText = {
  id: string
  title: string
  /** Our own words for what the clause asks. */
  says: string
  citation: string
  hardness: Hardness
  confidence: Confidence
  facts?: FactNames
}

/** A record that was counted, with the day it was held and, if later, the day it was entered. */
export type Evidence = { id: string; title: ReactNode; day?: string; note?: string }

/** Everything that answers "why?": the clause, the numbers, the evidence, what one can do. */
export type Grounds = {
  about: string
  /** One sentence in front of all: the state, in words. */
  verdict?: ReactNode
  rules: readonly RuleText[]
  judgments?: readonly Judgment[]
  /** Whether time is left to reach what they ask. */
  open?: boolean
  /** Left out where no record could settle the matter. */
  evidence?: readonly Evidence[]
  todo?: ReactNode
}

/** The same panel wherever a number, a state or a disabled button stands. */
export const WhyPanel = ({ grounds, onClose }: { grounds: Grounds | undefined; onClose: () => void }) => (
  <Drawer opened={grounds !== undefined} onClose={onClose} title={grounds?.about} padding="lg">
    {grounds && <WhyText grounds={grounds} />}
  </Drawer>
)

/** The word 依据, which opens the panel. `of` completes it for those who hear the page. */
export const Why = ({ grounds, of = grounds.about }: { grounds: Grounds; of?: string }) => {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <UnstyledButton className={css.ask} aria-haspopup="dialog" onClick={() => setOpened(true)}>
        依据<span className="unseen">：{of}</span>
      </UnstyledButton>
      <WhyPanel grounds={opened ? grounds : undefined} onClose={() => setOpened(false)} />
    </>
  )
}

const WhyText = ({
  grounds: { verdict, rules, judgments = [], open = false, evidence, todo },
}: {
  grounds: Grounds
}) => (
  <div className={css.why}>
    {verdict && <p className={css.verdict}>{verdict}</p>}
    <Part title="条文">
      {rules.map((rule) => (
        <div key={rule.id} className={css.rule}>
          <p>{rule.says}</p>
          <p className={css.citation}>{rule.citation}</p>
          <p className="aside">
            {HARDNESS[rule.hardness]} · {CONFIDENCE[rule.confidence]}
          </p>
        </div>
      ))}
    </Part>
    {judgments.length > 0 && (
      <Part title="数字">
        {judgments.map((judgment) => (
          <JudgmentLines
            key={judgment.rule}
            judgment={judgment}
            open={open}
            names={rules.find(({ id }) => id === judgment.rule)?.facts ?? {}}
            cited={!rules.some(({ citation }) => citation === judgment.citation)}
          />
        ))}
      </Part>
    )}
    {evidence && (
      <Part title="佐证">
        {evidence.length === 0 ? <p>还没有对应的记录。</p> : <EvidenceList evidence={evidence} />}
      </Part>
    )}
    {todo && <Part title="可以做什么">{todo}</Part>}
  </div>
)

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={css.part}>
    <h3>{title}</h3>
    {children}
  </section>
)

const EvidenceList = ({ evidence }: { evidence: readonly Evidence[] }) => (
  <ul className={css.evidence}>
    {evidence.map(({ id, title, day, note }) => (
      <li key={id}>
        {title}
        {day && <span className="aside">{day}</span>}
        {note && <span className="aside">{note}</span>}
      </li>
    ))}
  </ul>
)
