import { type Compartment, compartmentWith, type OuterKeys } from '../database/compartment.ts'
import { Fault } from '../fault.ts'
import * as store from './keys-store.ts'

const BATCH = 200
const NIL = '00000000-0000-0000-0000-000000000000'

/** What wrapping anew came to: a key that no outer key opens stays as it is. */
export type Rewrapped = { renewed: number; closed: number }

/**
 * Wraps every sealed matter's key by the newest outer key, batch by batch. Ended in the middle it leaves each matter readable
 * by one key or the other, and goes on where it stopped when it is asked again.
 */
export const rewrapAll = async (owner: store.Owner, keys: OuterKeys, batchOf = BATCH): Promise<Rewrapped> => {
  const compartment = compartmentWith(keys)
  const done = { renewed: 0, closed: 0 }
  let last = { organId: NIL, needId: NIL }
  for (;;) {
    const batch = await store.wrappedByOthers(owner, keys[0].id, last, batchOf)
    if (batch.length === 0) return done
    last = batch.at(-1)!
    const renewed = batch.flatMap((key) => {
      const again = rewrapped(compartment, key)
      return again ? [{ ...key, renewed: again }] : []
    })
    done.closed += batch.length - renewed.length
    done.renewed += await store.exchange(owner, renewed)
  }
}

const rewrapped = (compartment: Compartment, { cipher, needId }: store.Wrapped): Buffer | null => {
  try {
    return compartment.rewrap(cipher, needId)
  } catch {
    return null
  }
}

/** Hands the ids of the outer keys in use to `drop`, while none can come into use. */
export const pruneWith = <T>(owner: store.Owner, drop: (inUse: readonly number[]) => T): Promise<T> =>
  store.whileStill(owner, drop)

/**
 * Tries the outer keys on one sealed matter of each.
 * @throws Fault where the keys at hand are not those the matters were sealed with.
 */
export const proveOuterKeys = async (owner: store.Owner, keys: OuterKeys): Promise<void> => {
  // Under a newest key that no matter has, each of the others must open to be wrapped anew.
  const free = [...Array(256).keys()].find((id) => keys.every((key) => key.id !== id)) ?? 0
  const compartment = compartmentWith([{ id: free, secret: keys[0].secret }, ...keys])
  for (const sample of await store.sampleOfEach(owner))
    if (!rewrapped(compartment, sample))
      throw new Fault(
        `数据库里有封存的需求，数据目录 secrets.json 里却没有打开它的封存密钥（第 ${sample.cipher[0]} 号）。请从同一次备份中放回 secrets.json 再启动；数据未改动。`,
      )
}
