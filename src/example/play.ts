import { type Founding, foundingOf } from '../access/founding.ts'
import { writeFounding } from '../access/store.ts'
import { acting, type Database } from '../database/acting.ts'
import type { OuterKeys } from '../database/compartment.ts'
import { day } from '../kernel/day.ts'
import { isRefusal } from '../kernel/outcome.ts'
import { analysisSteps } from './analyses.ts'
import { appraisalSteps } from './appraisals.ts'
import { memberChangeSteps } from './changes.ts'
import { electionSteps } from './elections.ts'
import { stepsOf } from './gatherings.ts'
import { EVERYTHING, type Hand, handIn } from './hand.ts'
import { handoverSteps } from './handovers.ts'
import { lifeMeetingSteps } from './life-meetings.ts'
import { needSteps } from './needs.ts'
import { changeSteps, organSteps } from './registers.ts'
import { rosterSteps } from './rosters.ts'
import { sayingSteps } from './sayings.ts'
import { idIn, type Names, type Step } from './step.ts'
import type { Story } from './story.ts'
import { studySteps } from './study.ts'
import { talkSteps } from './talks.ts'
import { themeSteps } from './themes.ts'
import { visitSteps } from './visits.ts'
import { wellbeingSteps } from './wellbeing.ts'

/** The example as it stands after its last entry. */
export type Played = Names & { organ: string; hand: Hand }

/** The day on which the story stops; the demo and the tests take it for today. */
export const LAST_DAY = '2026-11-20'

/**
 * Founds the example organ and enters everything that its story tells, each entry on its own day by its own person, so that
 * evidence, late records and the trail come about as they would have. On a database without an organ of this name.
 */
export const play = async (
  database: Database,
  columns: string,
  story: Story,
  cases?: () => OuterKeys,
): Promise<Played> => {
  const founding = founded(story)
  await found(database, founding)
  const names = namesOf(founding)
  const hand = handIn(database, founding.organ.id, columns, undefined, cases)
  for (const { on, by, does } of inOrder(story)) {
    const who = by ?? story.organ.officer
    await hand.become(idIn(names.people, who), on, by === null)
    await does(hand, names)
  }
  return { ...names, organ: founding.organ.id, hand }
}

/** Every entry in the order of days, and within a day of ranks; entries alike stay in the order of the files. */
const inOrder = (story: Story): Step[] => {
  const { organ, people, meetings } = story
  const reader = readerOf(story)
  return [
    ...organSteps(organ),
    ...rosterSteps(people.rosters),
    ...changeSteps(people.changes),
    ...meetings.flatMap((meeting) => stepsOf(meeting, people.away, reader)),
    ...sayingSteps(story),
    ...themeSteps(story.themes),
    ...memberChangeSteps(story.changes),
    ...handoverSteps(story.handovers),
    ...studySteps(story.study),
    ...appraisalSteps(story.appraisals),
    ...analysisSteps(story.analyses),
    ...lifeMeetingSteps(story.life),
    ...talkSteps(story.talks),
    ...electionSteps(story.elections),
    ...visitSteps(story.visits),
    ...needSteps(story.needs),
    ...wellbeingSteps(story.wellbeing),
  ].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : one.rank - other.rank))
}

/** Who reads a unit's records: its secretary on the day, or the deputy where there is none; for a group, its branch's. */
const readerOf = ({ organ, people, handovers }: Story) => {
  const committee = people.rosters.flatMap(({ unit, people: own }) =>
    own.flatMap(({ name, elected }) =>
      elected ? [{ who: name, unit, post: elected, since: organ.elected }] : [],
    ),
  )
  const passed = handovers.map(({ to: who, unit, post, begins: since }) => ({ who, unit, post, since }))
  const begun = [...committee, ...organ.posts.filter((post) => 'since' in post), ...passed]
  const ended = organ.posts.filter((post) => 'until' in post)
  return (unit: string, on: string): string => {
    const branch = organ.groups.includes(unit) ? organ.branch : unit
    const holder = (wanted: string) =>
      begun.findLast(
        ({ who, unit: of, post, since }) =>
          of === branch &&
          post === wanted &&
          since <= on &&
          !ended.some((end) => end.who === who && end.unit === of && end.post === post && end.until < on),
      )?.who
    const reader = holder('secretary') ?? holder('deputy-secretary')
    if (!reader) throw new Error(`nobody reads the records of ${branch} on ${on}`)
    return reader
  }
}

const founded = ({ organ, people }: Story): Founding => {
  const committee = people.rosters.flatMap(({ people: own }) =>
    own.flatMap(({ name, elected }) => (elected ? [{ name, post: elected }] : [])),
  )
  const first = people.rosters[0]!
  const form = {
    token: '',
    organ: organ.name,
    generalBranch: organ['general-branch'],
    generalSecretary: null,
    branch: organ.branch,
    branchFoundedOn: organ.founded,
    groups: organ.groups,
    electedOn: organ.elected,
    officer: { name: organ.officer, post: 'organization' as const, userName: '', password: '' },
    posts: committee.filter(({ name }) => name !== organ.officer),
  }
  const founding = foundingOf(form, day(first.on), () => crypto.randomUUID())
  if (isRefusal(founding)) throw new Error(founding.message)
  return founding
}

/** As the first officer's page does it, with every right in the new organ alone. */
const found = async (database: Database, founding: Founding): Promise<void> => {
  const as = { organ: founding.organ.id, person: founding.officer, operation: '首次设置', may: EVERYTHING }
  const outcome = await acting(database, as, async (tx) => {
    await writeFounding(tx, founding)
    return {}
  })
  if (isRefusal(outcome)) throw new Error(outcome.message)
}

const namesOf = ({ units, people }: Founding): Names => ({
  units: new Map(units.map(({ id, name }) => [name, id])),
  people: new Map(people.map(({ id, name }) => [name, id])),
})
