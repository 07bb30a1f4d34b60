import { useRules } from '../regulations/using.tsx'
import type { RuleText } from '../ui/WhyPanel.tsx'
import { Why } from '../ui/WhyPanel.tsx'
import { LEVEL_NAMES, LEVELS, type Level } from './kinds.ts'
import css from './triage.module.css'

const SAYS: Readonly<Record<Level, string>> = {
  R0: '有生命危险，或者儿童正受侵害。当即打 110、报值班领导。',
  R1: '暴力、威胁正在发生或会再来。当天联系她，商定安全计划，说明可以申请保护令。',
  R2: '性骚扰、劳动、土地、财产等权益受了侵害。默认三个工作日内联系她、着手办理。',
  R3: '问政策、问手续、想倾诉。解答后记录办结，不设内部期限。',
}

const RULES: Readonly<Record<Level, readonly string[]>> = {
  R0: ['triage.danger', 'violence.help', 'minors.report'],
  R1: ['triage.violence', 'violence.help', 'violence.her-will', 'protection-order.by-proxy'],
  R2: ['triage.rights', 'need.demand-and-assist', 'need.harassment-reply'],
  R3: ['triage.advice'],
}

/** The four levels, each with what is done and on what ground. */
export const LevelChoice = ({
  value,
  onChange,
  error,
}: {
  value: Level | null
  onChange: (level: Level) => void
  error: string | undefined
}) => {
  const rules = useRules(LEVELS.flatMap((level) => RULES[level]))
  return (
    <fieldset className={css.levels}>
      <legend>多急</legend>
      {LEVELS.map((level) => (
        <div key={level}>
          <label>
            <input type="radio" name="level" checked={value === level} onChange={() => onChange(level)} />
            <b>
              {level} {LEVEL_NAMES[level]}
            </b>
            <span className="aside">{SAYS[level]}</span>
          </label>
          <Why
            of={`${level} ${LEVEL_NAMES[level]}`}
            grounds={{ about: `${level} ${LEVEL_NAMES[level]}`, rules: ofLevel(rules, level) }}
          />
        </div>
      ))}
      {error && <p role="alert">请选择多急。</p>}
    </fieldset>
  )
}

const ofLevel = (rules: readonly RuleText[], level: Level): RuleText[] =>
  rules.filter(({ id }, at) => RULES[level].includes(id) && rules.findIndex((rule) => rule.id === id) === at)
