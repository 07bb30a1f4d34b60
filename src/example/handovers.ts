import { z } from 'zod'
import * as contract from '../handovers/contract.ts'
import { POSTS } from '../kernel/access.ts'
import { listPosts } from '../people/contract.ts'
import { idIn, RANK, type Step } from './step.ts'

const On = z.iso.date()
const Name = z.string().min(1)

const StoryHandover = z.strictObject({
  unit: Name,
  post: z.enum(POSTS),
  from: Name,
  to: Name,
  ends: On,
  begins: On,
  on: On,
  by: Name,
  promises: z.array(Name),
  places: z.array(z.strictObject({ item: Name, place: Name })),
  witness: Name.optional(),
  signed: z.strictObject({ from: On, to: On }),
})
type StoryHandover = z.infer<typeof StoryHandover>

export const HandoverFile = z.strictObject({ handovers: z.array(StoryHandover) })

/** A sheet's life: opened and filled in by one hand, signed by the two, after all else of those days. */
export const handoverSteps = (handovers: readonly StoryHandover[]): Step[] =>
  handovers.flatMap((told) => {
    const life: { now: contract.Handover | null } = { now: null }
    const sign = (who: string, on: string): Step => ({
      on,
      by: who,
      rank: RANK.after,
      does: async (hand) => {
        const { id, version } = life.now as contract.Handover
        life.now = await hand.ask(contract.signHandover, { params: { handover: id }, body: { version } })
      },
    })
    return [
      {
        on: told.on,
        by: told.by,
        rank: RANK.after,
        does: async (hand, names) => {
          const unit = idIn(names.units, told.unit)
          const { posts } = await hand.ask(listPosts, { params: { unit }, query: { span: 'ever' } })
          const from = idIn(names.people, told.from)
          const held = posts.find(({ personId, post }) => personId === from && post === told.post)
          if (!held) throw new Error(`${told.from} never held the post that is handed over`)
          const { ends: endsOn, begins: beginsOn, promises, places, witness } = told
          const body = { toId: idIn(names.people, told.to), endsOn, beginsOn }
          const opened = await hand.ask(contract.openHandover, { params: { post: held.id }, body })
          life.now = await hand.ask(contract.changeHandover, {
            params: { handover: opened.id },
            body: {
              endsOn,
              beginsOn,
              promises,
              places,
              witnessName: witness ?? null,
              version: opened.version,
            },
          })
        },
      },
      sign(told.from, told.signed.from),
      sign(told.to, told.signed.to),
    ]
  })
