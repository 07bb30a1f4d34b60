import type { Trace } from './contract.ts'

/** Rows of one transaction stand together as one act, its first row first; the latest act leads, and no act is empty. */
export const actsOf = (traces: readonly Trace[]): [Trace, ...Trace[]][] => {
  const acts: [Trace, ...Trace[]][] = []
  for (const trace of traces) {
    const last = acts.at(-1)
    if (last?.[0].transaction === trace.transaction) last.unshift(trace)
    else acts.push([trace])
  }
  return acts
}
