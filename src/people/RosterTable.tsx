import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { TERMS } from '../glossary.ts'
import { sayDated } from '../ui/days.ts'
import type { HereUnit } from '../ui/here.ts'
import type { Member } from './contract.ts'
import { type Stretch, sayPosts, stretchesOf } from './listing.ts'
import css from './People.module.css'

type Props = {
  members: readonly Member[]
  units: readonly HereUnit[]
  /** Whether all of the roster is shown: only then the count of a group is its count. */
  whole: boolean
  /** The act that shows more, under the list. */
  more: ReactNode
}

/** The list itself, parted by branch and group. */
export const RosterTable = ({ members, units, whole, more }: Props) => {
  const stretches = stretchesOf(members)
  const branches = new Set(stretches.map(({ unitId }) => unitId))
  const nameOf = ({ unitId, group }: Stretch): string => {
    const branch = branches.size > 1 ? (units.find(({ id }) => id === unitId)?.name ?? '其他支部') : ''
    return [branch, group ?? (branch ? '' : '未编入党小组')].filter(Boolean).join(' · ')
  }
  return (
    <>
      <table className={css.roster}>
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">党籍状态</th>
            <th scope="col">职务</th>
            <th scope="col" className={css.wide}>
              入党
            </th>
            <th scope="col" className={css.wide}>
              转正
            </th>
          </tr>
        </thead>
        {stretches.map((stretch) => (
          <tbody key={stretch.key}>
            {(stretches.length > 1 || stretch.group) && (
              <tr className={css.stretch}>
                <th scope="rowgroup" colSpan={5}>
                  {nameOf(stretch)}
                  {whole && <span className="aside"> {stretch.members.length} 人</span>}
                </th>
              </tr>
            )}
            {stretch.members.map((member) => (
              <Line key={member.id} member={member} units={units} />
            ))}
          </tbody>
        ))}
      </table>
      <p className={css.foot}>
        <span className="aside">{whole ? `共 ${members.length} 人，` : ''}按姓氏笔画排列</span>
        {more}
      </p>
    </>
  )
}

const Line = ({ member, units }: { member: Member; units: Props['units'] }) => (
  <tr>
    <th scope="row">
      <Link to="/people/$person" params={{ person: member.id }}>
        {member.name}
      </Link>
    </th>
    <td data-plain={member.status === 'full' || undefined}>{TERMS[member.status]}</td>
    <td>{sayPosts(member, units)}</td>
    <td className={css.wide}>{sayDated(member.joined) ?? <Unknown />}</td>
    <td className={css.wide}>
      {sayDated(member.becameFull) ?? (member.status === 'probationary' ? '' : <Unknown />)}
    </td>
  </tr>
)

const Unknown = () => <span className="aside">未填</span>
