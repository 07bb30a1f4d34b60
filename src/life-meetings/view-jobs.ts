import type { Endpoint } from '../http/endpoint.ts'
import type { Asked } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { type Day, day } from '../kernel/day.ts'
import { isRefusal, type Judgment } from '../kernel/outcome.ts'
import { book } from '../rules/book.ts'
import { explain } from '../rules/explain.ts'
import { judge } from '../rules/judge.ts'
import { ruleOn } from '../rules/rulebook.ts'
import type { LifeRound, Opinion, Problem } from './contract.ts'
import { opinionsOf, type SealedOpinion } from './opinion-store.ts'
import { handedIn } from './own-store.ts'
import { type ProblemRow, problemsOf } from './problem-store.ts'
import { remarkCounts } from './remark-store.ts'
import { membersOf, type RoundRow, sittingsOf } from './round-store.ts'
import { isBare, preparedOf, stepsOf } from './steps.ts'

export type Asking = Pick<Asked<Endpoint>, 'tx' | 'actor' | 'today' | 'sealed'>

export const contentName = (
  table: 'life_opinion' | 'life_box' | 'life_notes' | 'life_remark',
  id: string,
): string => `${table} ${id} content`

/** The round as the reader may see it: her posts decide what comes out of each statement. */
export const roundShown = async (asked: Asking, row: RoundRow): Promise<LifeRound> => {
  const { tx, actor, today, sealed } = asked
  const { path, boxOpenedOn, organName: _, previous, ...round } = row
  const leads = may(actor.grants, 'life.lead', path)
  const reads = leads || may(actor.grants, 'life.read', path)
  const members = await membersOf(tx, path, row.forYear, today.toString())
  const nameOf = (id: string | null) => members.find(({ personId }) => personId === id)?.name ?? null
  const opinions = (await opinionsOf(tx, row.id)).map((opinion): Opinion => {
    const words =
      opinion.about === 'person'
        ? null
        : wordsOf(sealed.reveal(opinion.content, contentName('life_opinion', opinion.id)))
    return { ...listed(opinion), aboutName: nameOf(opinion.aboutId), text: words?.text ?? null }
  })
  const notes = leads ? await handedIn(tx, row.id) : []
  const problems = await problemsOf(tx, [row.id, ...(previous ? [previous.id] : [])])
  const listOf = (id: string) =>
    problems
      .filter(({ roundId, carriedInto }) => roundId === id || carriedInto === id)
      .map((each) => problemShown(each, today))
  const course = {
    ...round,
    opinions,
    box: { openedOn: boxOpenedOn, eligible: leads ? members.length : null },
    talks: { talked: members.filter(({ talked }) => talked).length, members: members.length },
    notes: leads ? members.map(({ personId, name }) => notesLine(personId, name, notes)) : [],
    sittings: await sittingsOf(tx, path, row.forYear),
    remarks: await remarkCounts(tx, row.id),
    problems: listOf(row.id),
    // What was closed before this round began was the older round's own affair, but it is told all the same.
    promises: previous && { forYear: previous.forYear, problems: listOf(previous.id) },
  }
  return {
    ...course,
    reach: leads ? 'lead' : reads ? 'read' : 'group',
    steps: stepsOf(course, today),
    judgments: judgmentsOf(course, today),
  }
}

const listed = ({ content: _, ...opinion }: SealedOpinion) => opinion

/** What an opinion's sealed content says: its words, and whom a slip named. */
export const wordsOf = (content: string): { text: string; name: string | null } => JSON.parse(content)

const notesLine = (
  personId: string,
  name: string,
  notes: Awaited<ReturnType<typeof handedIn>>,
): LifeRound['notes'][number] => {
  const own = notes.filter((each) => each.personId === personId)
  const written = own.find(({ onPaper }) => !onPaper)
  const paper = own.find(({ onPaper }) => onPaper)
  return {
    personId,
    name,
    state: written ? 'handed-in' : paper ? 'paper' : 'none',
    on: (written ?? paper)?.handedInOn ?? null,
    notesId: written?.id ?? null,
  }
}

export const problemShown = (
  { roundId: _, carriedInto: __, unitId: ___, unitName: ____, path: _____, ...problem }: ProblemRow,
  today: Day,
): Problem => ({ ...problem, overdue: isOverdue(problem, today) })

const isOverdue = ({ closedOn, dueOn }: Pick<Problem, 'closedOn' | 'dueOn'>, today: Day): boolean =>
  closedOn === null && dueOn !== null && day(dueOn).until(today).sign > 0

type Course = Parameters<typeof stepsOf>[0]

/** What 支部工作条例 art. 17 asks before and after, with the numbers. */
const judgmentsOf = (course: Course, today: Day): LifeRound['judgments'] => {
  const problems = course.problems.length
  return [
    ...toldBy('life-meeting.preparation', { prepared: preparedOf(course) }, today),
    ...(problems > 0
      ? toldBy(
          'life-meeting.rectification',
          { problems, measured: problems - course.problems.filter(isBare).length },
          today,
        )
      : []),
  ]
}

const toldBy = (id: string, facts: Record<string, number>, today: Day): LifeRound['judgments'] => {
  const rule = ruleOn(book.rules, id, today)
  if (rule?.kind !== 'check') return []
  const judgment: Judgment | ReturnType<typeof judge> = judge(rule, facts)
  if (isRefusal(judgment)) return []
  return [{ judgment: { ...judgment, numbers: { ...judgment.numbers } }, words: explain(judgment, rule) }]
}
