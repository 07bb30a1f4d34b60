import { pinyin } from 'pinyin-pro'
import type { Body } from '../http/endpoint.ts'
import { type Day, day, isAfter, isBefore } from '../kernel/day.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { stepOf } from '../kernel/unit-path.ts'
import type { setUp } from './contract.ts'

export type SetUpForm = Body<typeof setUp>

type FoundedUnit = {
  id: string
  parentId: string | null
  kind: 'general-branch' | 'branch' | 'group'
  name: string
  path: string
}
type CommitteePost = SetUpForm['posts'][number]['post']

/** Everything that the first officer's form brings into being, with its ids; written by the store in one transaction. */
export type Founding = {
  organ: { id: string; name: string }
  /** From the top down; each founded on the branch's founding day, the only day that the form asks for. */
  units: FoundedUnit[]
  foundedOn: string
  branch: string
  electedOn: string | null
  people: { id: string; name: string; initials: string }[]
  /** The person who filled in the form. */
  officer: string
  posts: { personId: string; unitId: string; post: CommitteePost | 'operator'; since: string }[]
}

/**
 * Reads the first officer's form. Posts of the branch begin with the election, or today where its day is not given;
 * that of the general branch today, since its election is not asked for. The officer also
 * becomes the operator of the topmost unit: somebody has to run the system, and it can be passed on.
 */
export const foundingOf = (form: SetUpForm, today: Day, newId: () => string): Founding | Refusal => {
  const fault = faultOf(form, today)
  if (fault) return fault

  const units: FoundedUnit[] = []
  const found = (kind: FoundedUnit['kind'], name: string, above: FoundedUnit | null): FoundedUnit => {
    const id = newId()
    const unit = {
      id,
      parentId: above?.id ?? null,
      kind,
      name,
      path: `${above?.path ?? '/'}${stepOf(id, name)}/`,
    }
    units.push(unit)
    return unit
  }
  const general = form.generalBranch ? found('general-branch', form.generalBranch, null) : null
  const branch = found('branch', form.branch, general)
  for (const name of form.groups) found('group', name, branch)

  const since = form.electedOn ?? today.toString()
  const seats = [{ name: form.officer.name, post: form.officer.post }, ...form.posts]
  const above = general && form.generalSecretary ? [form.generalSecretary] : []
  const people = [...new Set([...seats.map(({ name }) => name), ...above].map(unspaced))].map((name) => ({
    id: newId(),
    name,
    initials: initialsOf(name),
  }))
  const idOf = new Map(people.map(({ name, id }) => [name, id]))
  const officer = idOf.get(unspaced(form.officer.name))!

  return {
    organ: { id: newId(), name: form.organ },
    units,
    foundedOn: form.branchFoundedOn,
    branch: branch.id,
    electedOn: form.electedOn,
    people,
    officer,
    posts: [
      ...seats.map(({ name, post }) => ({
        personId: idOf.get(unspaced(name))!,
        unitId: branch.id,
        post,
        since,
      })),
      ...above.map((name) => ({
        personId: idOf.get(unspaced(name))!,
        unitId: general!.id,
        post: 'secretary' as const,
        since: today.toString(),
      })),
      { personId: officer, unitId: (general ?? branch).id, post: 'operator', since: today.toString() },
    ],
  }
}

const faultOf = (
  { branchFoundedOn, electedOn, groups, officer, posts }: SetUpForm,
  today: Day,
): Refusal | null => {
  const founded = day(branchFoundedOn)
  if (isAfter(founded, today))
    return refuse('invalid', `支部成立日期 ${founded} 在今天之后。请核对成立批复上的日期。`, {
      field: 'branchFoundedOn',
    })
  if (electedOn && isAfter(day(electedOn), today))
    return refuse('invalid', `选举日期 ${electedOn} 在今天之后。请填写本届支委会选出的日期。`, {
      field: 'electedOn',
    })
  if (electedOn && isBefore(day(electedOn), founded))
    return refuse('invalid', `选举日期 ${electedOn} 早于支部成立日期 ${founded}。请核对两个日期。`, {
      field: 'electedOn',
    })
  const group = twice(groups)
  if (group) return refuse('invalid', `党小组「${group}」写了两次。请改名或去掉一个。`, { field: 'groups' })

  const seats = [officer, ...posts]
  const secretaries = seats.filter(({ post }) => post === 'secretary')
  if (secretaries.length > 1)
    return refuse('invalid', '一个支部只有一名书记，这里填了不止一名。请核对各人职务。', { field: 'posts' })
  const seat = twice(seats.map(({ name, post }) => `${unspaced(name)} ${post}`))
  if (seat)
    return refuse('invalid', `「${seat.split(' ')[0]}」的同一职务写了两次。请去掉一个。`, { field: 'posts' })
  return null
}

const twice = (names: readonly string[]): string | undefined =>
  names.find((name, place) => names.indexOf(name) !== place)

/** A step of a unit's path; twelve hexadecimal digits are enough to keep the units of one organ apart. */

/** 王 丽 as typed to fill three squares is 王丽; a name in other letters keeps its blanks. */
const unspaced = (name: string): string =>
  /^[\p{Script=Han}·\s]+$/u.test(name) ? name.replaceAll(/\s/g, '') : name.replaceAll(/\s+/g, ' ')

const initialsOf = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', surname: 'head', type: 'array' })
    .join('')
    .replaceAll(/[^a-z]/gi, '')
    .toLowerCase()
