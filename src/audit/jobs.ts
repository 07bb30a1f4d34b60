import type { Logger } from 'pino'
import type { Sealed, SealedNow, Verified } from './seal.ts'
import * as store from './seal-store.ts'

/** Seals what each organ's trail has gathered since its last seal; waits at most `patience` milliseconds for running transactions. */
export const sealTrails = async (owner: store.Owner, patience = 5_000): Promise<SealedNow[]> => {
  const done: SealedNow[] = []
  for (const organ of await store.organsInTrail(owner)) {
    const bound = await store.settledUpTo(owner, organ, patience)
    let last: Sealed | null = null
    let rows = 0
    while (bound !== undefined) {
      const sealed = await store.sealNext(owner, organ, bound)
      if (!sealed) break
      last = sealed
      rows += sealed.rows
    }
    done.push({ organ, rows, last, busy: bound === undefined })
  }
  return done
}

/** Milliseconds from the start to the first sealing, and from one to the next. */
type Rhythm = { first: number; every: number }

/** Seals all trails a minute after the start, when nobody waits for the first page any more, and then once a day. */
export const keepTrailsSealed = (
  owner: store.Owner,
  log: Logger,
  { first, every }: Rhythm = { first: 60_000, every: 86_400_000 },
): { stop: () => void } => {
  const seal = (): void => {
    sealTrails(owner).then(
      (done) => {
        for (const { organ, busy } of done)
          if (busy) log.warn({ organ }, 'trail not sealed: still being written')
      },
      (error) => log.warn({ err: error }, 'sealing trails'),
    )
  }
  const soon = setTimeout(seal, first).unref()
  const daily = setInterval(seal, every).unref()
  return {
    stop: () => {
      clearTimeout(soon)
      clearInterval(daily)
    },
  }
}

/** Recomputes every seal of each organ and stops at its first break. `hear` is told each seal that holds. */
export const verifyTrails = async (
  owner: store.Owner,
  hear: (sealed: Sealed) => void = () => {},
): Promise<Verified[]> => {
  const done: Verified[] = []
  for (const organ of await store.organsInTrail(owner)) done.push(await verify(owner, organ, hear))
  return done
}

const verify = async (
  owner: store.Owner,
  organ: string,
  hear: (sealed: Sealed) => void,
): Promise<Verified> => {
  let before = store.NOTHING_SEALED
  let last: Sealed | null = null
  let rows = 0
  for (;;) {
    const checked = await store.verifyNext(owner, organ, before)
    const broken = checked?.broken ?? null
    if (!checked || broken) {
      const waiting = await store.waitingRows(owner, organ, checked?.sealed.toId ?? before.toId)
      return { organ, seals: before.number, rows, waiting, last, broken }
    }
    const { sealed, digest } = checked
    hear(sealed)
    last = sealed
    rows += sealed.rows
    before = { number: sealed.number, toId: sealed.toId, digest }
  }
}
