import { Why } from '../ui/WhyPanel.tsx'
import type { Told } from './contract.ts'
import css from './meetings.module.css'

/** What one rule says of the numbers, with its clause; 依据 opens the rule itself. */
export const Ruling = ({ told, aside }: { told: Told; aside?: string }) => {
  const { judgment, words, title, says, facts } = told
  const { rule, citation, hardness, confidence } = judgment
  return (
    <p className={css.judged} data-holds={judgment.holds}>
      {words}{' '}
      <Why
        of={title}
        grounds={{
          about: title,
          verdict: words,
          rules: [{ id: rule, title, says, citation, hardness, confidence, facts }],
          judgments: [judgment],
        }}
      />
      {aside && <span className={`${css.beside} aside`}>{aside}</span>}
    </p>
  )
}
