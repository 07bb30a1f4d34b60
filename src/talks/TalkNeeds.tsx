import { useRules } from '../regulations/using.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Why } from '../ui/WhyPanel.tsx'
import type { Talks } from './contract.ts'
import { DUTY_OF } from './duty-of.ts'
import type { Need } from './needs.ts'
import { needTitle, UNIT } from './papers.ts'
import css from './talks.module.css'

/** The three readings of the clause: how many are needed, how many were held. */
export const TalkNeeds = ({ needs, data }: { needs: readonly Need[]; data: Talks }) => {
  const rules = useRules(Object.values(DUTY_OF))
  return (
    <ul className={css.needs}>
      {needs.map((need) => {
        const title = needTitle(need)
        const isDone = need.done >= need.needed
        const unit = UNIT[need.by]
        return (
          <li key={need.kind}>
            <span className={css.need}>{title}</span>
            <span>
              <StateMark
                state={need.needed === 0 ? 'not-owed' : isDone ? 'done' : 'due'}
                word={
                  need.needed === 0
                    ? '没有应谈的'
                    : isDone
                      ? '已谈到'
                      : `还缺 ${need.needed - need.done} ${unit}`
                }
              />
            </span>
            <span className={css.count}>
              已谈 {need.done} {unit}，应谈 {need.needed} {unit}
            </span>
            <Why
              of={title}
              grounds={{
                about: title,
                verdict: `${data.year} 年应谈 ${need.needed} ${unit}，已谈 ${need.done} ${unit}。`,
                rules: rules.filter(({ id }) => id === DUTY_OF[need.kind]),
                todo: (
                  <p>
                    {need.kind === 'committee-member'
                      ? `本机关选定${data.reading === 'pair' ? '按对计：每位委员与每名党员各谈一次' : '按人计：每名党员有一位委员谈过即可'}，可在「规则」的本地参数里看到。`
                      : '在对照表里点两个人相交的一格，可以登记谈过。'}
                  </p>
                ),
              }}
            />
          </li>
        )
      })}
    </ul>
  )
}
