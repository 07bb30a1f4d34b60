import { excuseDuty, stateEvidence } from '../duties/contract.ts'
import { listMembers } from '../people/contract.ts'
import type { Hand } from './hand.ts'
import { idIn, type Names, RANK, type Step } from './step.ts'
import type { Story } from './story.ts'

type Excuse = Story['excuses'][number]
type Statement = Story['statements'][number]

/** What officers say on the year page: why something was not done, and that something was which no meeting proves. */
export const sayingSteps = ({ excuses, statements }: Story): Step[] => [
  ...excuses.map(({ on, by, unit, rule, period, reason }: Excuse) => ({
    on,
    by,
    rank: RANK.after,
    does: async (hand: Hand, { units }: Names) => {
      const body = { rule, personId: null, periodFrom: period, reason }
      await hand.ask(excuseDuty, { params: { unit: idIn(units, unit) }, body })
    },
  })),
  ...statements.map((statement) => ({
    on: statement.on,
    by: statement.by,
    rank: RANK.after,
    does: (hand: Hand, names: Names) => state(hand, names, statement),
  })),
]

const state = async (hand: Hand, names: Names, { unit: name, rule, title, held, who, except }: Statement) => {
  const unit = idIn(names.units, name)
  const all = async () => {
    const { members } = await hand.ask(listMembers, { params: { unit }, query: { on: held, limit: 200 } })
    return members.filter((member) => !except.includes(member.name)).map(({ id }) => id)
  }
  const personIds = who === '全体' ? await all() : who.map((each) => idIn(names.people, each))
  await hand.ask(stateEvidence, {
    params: { unit },
    body: { rule, personIds, heldOn: held, forYear: null, amount: null, title },
  })
}
