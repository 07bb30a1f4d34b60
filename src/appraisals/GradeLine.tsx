import { useState } from 'react'
import { TERMS } from '../glossary.ts'
import { Act } from '../ui/Act.tsx'
import { TextField } from '../ui/Field.tsx'
import { RadioRow } from '../ui/RadioRow.tsx'
import css from './appraisals.module.css'
import type { Seat } from './contract.ts'
import { GRADES, type Grade, NEEDS_IMPROVEMENT } from './kinds.ts'

export type Graded = { grade: Grade | null; opinion: string; improvement: string }

type Props = { seat: Seat; value: Graded; disabled: boolean; onChange: (value: Graded) => void }

/** A person with her votes and the four grades; an opinion where there is something to say, an improvement where it must be said. */
export const GradeLine = ({ seat, value, disabled, onChange }: Props) => {
  const needs = value.grade !== null && NEEDS_IMPROVEMENT.includes(value.grade)
  const [open, setOpen] = useState(value.opinion !== '')
  return (
    <li>
      <fieldset disabled={disabled}>
        <legend>
          {seat.name}
          {seat.counts && <span className={`${css.beside} aside`}>{votesOf(seat.counts)}</span>}
        </legend>
        <RadioRow
          name={`grade-${seat.personId}`}
          choices={GRADES.map((grade) => ({ value: grade, label: TERMS[grade] }))}
          value={value.grade}
          onChange={(grade) => onChange({ ...value, grade })}
        >
          {!open && !disabled && (
            <Act size="compact-sm" onClick={() => setOpen(true)}>
              写意见
              <span className="unseen">：{seat.name}</span>
            </Act>
          )}
        </RadioRow>
      </fieldset>
      {open && (
        <TextField
          label={`${seat.name}的评定意见`}
          name={`opinion-${seat.personId}`}
          optional
          disabled={disabled}
          value={value.opinion}
          onChange={(opinion) => onChange({ ...value, opinion })}
        />
      )}
      {needs && (
        <TextField
          label={`${seat.name}的改进要求`}
          name={`improvement-${seat.personId}`}
          disabled={disabled}
          hint={value.grade === 'unqualified' ? '不合格党员的组织处置是另一套程序，不在这里办' : undefined}
          value={value.improvement}
          onChange={(improvement) => onChange({ ...value, improvement })}
          {...(value.improvement ? {} : { error: '基本合格、不合格的须写明' })}
        />
      )}
    </li>
  )
}

const votesOf = (counts: NonNullable<Seat['counts']>): string =>
  [
    `优秀 ${counts.excellent}`,
    `合格 ${counts.qualified}`,
    ...(counts.basicallyQualified > 0 ? [`基本合格 ${counts.basicallyQualified}`] : []),
    ...(counts.unqualified > 0 ? [`不合格 ${counts.unqualified}`] : []),
    ...(counts.abstained > 0 ? [`弃权 ${counts.abstained}`] : []),
  ].join(' · ')
