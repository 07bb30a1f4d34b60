import type { AfterElection } from './after-contract.ts'
import { type Matter, type MatterId, mattersOf } from './after-matters.ts'
import type { ElectionHead } from './contract.ts'

export type MatterState = Matter & {
  state: 'done' | 'now' | 'later'
  doneOn: string | null
  /** What was recorded, or how far it is. */
  note: string
}

type Of = Pick<ElectionHead, 'kind' | 'form' | 'unitKind' | 'effectiveOn' | 'closedOn'>

// Each of these is more than its step, or has none.
const NOTES: Partial<Record<MatterId, (after: AfterElection, of: Of) => { isDone: boolean; note: string }>> =
  {
    plenary: ({ plenary, elected }) => {
      const heads = (['secretary', 'deputy-secretary'] as const).flatMap((office) =>
        elected.filter(({ head }) => head === office),
      )
      const said = heads.map(({ name, title }) => `${name}任${title}`).join('，')
      return { isDone: heads.length > 0, note: said || (plenary ? '还没有选出结果' : '还没有召开') }
    },
    effect: (_, { effectiveOn }) => ({
      isDone: effectiveOn !== null,
      note: effectiveOn === null ? '还没有生效' : '',
    }),
    handover: ({ outgoing }, { closedOn }) => {
      const open = outgoing.filter(({ handoverId }) => handoverId === null).length
      if (closedOn === null) return { isDone: false, note: '生效后列出要交接的职务' }
      if (outgoing.length === 0) return { isDone: true, note: '没有换人的职务' }
      return { isDone: open === 0, note: open === 0 ? '都已开出交接表' : `${open} 项还没有开出交接表` }
    },
  }

/** Where each thing that follows stands; the first that is demanded and not done is the one for now. */
export const afterStates = (after: AfterElection, of: Of): MatterState[] => {
  const found = mattersOf(of).map((matter) => {
    const kept = after.steps.find(({ step }) => step === matter.step)
    const told = NOTES[matter.id]?.(after, of)
    const doneOn =
      kept?.doneOn ?? (matter.id === 'effect' ? of.effectiveOn : null) ?? heldOn(matter.id, after)
    const isDone = told?.isDone ?? kept !== undefined
    return {
      ...matter,
      isDone,
      doneOn,
      note: told?.note ?? [kept?.byWhom, kept?.number].filter(Boolean).join(' '),
    }
  })
  const next = found.find(({ isDone, demanded, id }) => !isDone && (demanded || id === 'effect'))
  return found.map(({ isDone, ...matter }) => ({
    ...matter,
    state: isDone ? 'done' : matter.id === next?.id ? 'now' : 'later',
  }))
}

const heldOn = (id: MatterId, { plenary }: AfterElection): string | null =>
  id === 'plenary' ? (plenary?.heldOn ?? null) : null
