import type { Told } from '../rules/standing.ts'
import { Why } from '../ui/WhyPanel.tsx'
import css from './meeting.module.css'

/** What one rule says of the numbers, with its clause; 依据 opens the rule itself. */
export const Ruling = ({ told }: { told: Told }) => {
  const { judgment, words, title, says, facts } = told
  const { rule, citation, hardness, confidence } = judgment
  return (
    <p className={css.ruling} data-holds={judgment.holds}>
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
    </p>
  )
}
