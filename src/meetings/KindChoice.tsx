import { UnstyledButton } from '@mantine/core'
import { TERMS } from '../glossary.ts'
import { type HereUnit, useHere } from '../ui/here.ts'
import { type Kind, planMeeting } from './contract.ts'
import { kindsFor } from './kinds.ts'
import css from './meetings.module.css'

const SAYS: Record<Kind, string> = {
  'committee-meeting': '支委会委员参加，一般每月一次',
  'general-meeting': '全体党员参加，一般每季度一次；表决须有表决权的党员到会半数以上',
  'group-meeting': '小组党员参加，一般每月一次',
  lecture: '全体党员参加，写明讲课人',
  'theme-day': '全体党员参加，每月相对固定一天',
  'life-meeting': '以党员大会、支委会或党小组会的形式召开，每年至少一次',
}

/** What kind of meeting, of which unit: the chosen unit's own kinds, then its groups' meetings. */
export const KindChoice = ({ onPick }: { onPick: (unit: HereUnit, kind: Kind) => void }) => {
  const { unit, units, may } = useHere()
  const groups = units
    .filter(({ path, kind, id }) => kind === 'group' && id !== unit.id && path.startsWith(unit.path))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'zh-u-co-stroke'))
  const within = [unit, ...groups].filter(({ path }) => may(planMeeting.asks, path))
  return (
    <div className={css.kinds}>
      {within.map((each) => (
        <section key={each.id} aria-label={each.name}>
          {within.length > 1 && <h2>{each.name}</h2>}
          <ul>
            {kindsFor(each.kind)
              .filter((kind) => each.id === unit.id || kind === 'group-meeting')
              .map((kind) => (
                <li key={kind}>
                  <UnstyledButton className={css.kind} onClick={() => onPick(each, kind)}>
                    <span>{TERMS[kind]}</span>
                    <span className="aside">{SAYS[kind]}</span>
                  </UnstyledButton>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
