/** How many at once, and how many a second after that. */
export type Limit = { burst: number; perSecond: number }

export type Limiter = {
  /** Counts one by this address; the milliseconds to wait where it is one too many, which is then not counted. */
  take: (address: string) => number
  /** What `take` would say, without counting. */
  waitOf: (address: string) => number
  /** How many addresses are remembered. */
  size: () => number
}

/**
 * A token bucket for each address, kept as the one instant at which it would be full again (GCRA). At most `most` addresses are
 * remembered, for no longer than they are held back by what they did; then those longest unheard of are forgotten. Nothing of it
 * leaves the memory of the process.
 */
export const limiterOf = (
  { burst, perSecond }: Limit,
  { most = 20_000, now = () => performance.now() }: { most?: number; now?: () => number } = {},
): Limiter => {
  const each = 1000 / perSecond
  const fullAt = new Map<string, number>()

  const waitAt = (key: string, at: number): number =>
    Math.max(0, (fullAt.get(key) ?? at) - at - (burst - 1) * each)

  const forget = (at: number): void => {
    // Oldest first, a few at a time: forgetting costs each request the same.
    let looked = 0
    for (const [key, full] of fullAt) {
      if (full <= at || fullAt.size > most) fullAt.delete(key)
      looked += 1
      if (looked === FORGETS) break
    }
  }

  return {
    take: (address) => {
      const key = limitedAs(address)
      const at = now()
      const wait = waitAt(key, at)
      if (wait > 0) return wait
      const full = Math.max(fullAt.get(key) ?? at, at) + each
      // Taken out first, so that the order of the map is the order of the last request.
      fullAt.delete(key)
      fullAt.set(key, full)
      forget(at)
      return 0
    },
    waitOf: (address) => waitAt(limitedAs(address), now()),
    size: () => fullAt.size,
  }
}

const FORGETS = 4

/** Whom an address is counted as: of IPv6 the first 64 bits, which one household or office has to itself. */
export const limitedAs = (address: string): string => {
  const bare = address.replace(/%.*$/, '').toLowerCase()
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1]
  if (mapped) return mapped
  if (!/^[0-9a-f:.]+$/.test(bare) || !bare.includes(':')) return bare.slice(0, 64)
  const [head = '', tail] = bare.split('::')
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array<string>(zeros).fill('0'), ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
