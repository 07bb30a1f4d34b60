import type { Errand } from '../duties/contract.ts'
import { TERMS } from '../glossary.ts'
import type { Day } from '../kernel/day.ts'
import { type ErrandRow, handoverErrands as waiting } from './store.ts'

/** Sheets to sign or confirm, and posts that ended without one. */
export const handoverErrands = {
  read: ({ today }: { today: Day }) => waiting(today.toString()),
  told: (rows: readonly ErrandRow[]): Errand[] =>
    rows.map((row) => ({
      ...SAYS[row.kind](row),
      unitId: row.unitId,
      unitName: row.unitName,
      by: null,
      citation: null,
      coming: false,
    })),
}

const SAYS: Record<ErrandRow['kind'], (row: ErrandRow) => Pick<Errand, 'title' | 'to' | 'act'>> = {
  sign: ({ id, post }) => ({
    title: `${TERMS[post]}工作交接表等您签字`,
    to: `/handovers/${id}`,
    act: '去签字',
  }),
  confirm: ({ id, post }) => ({
    title: `${TERMS[post]}工作交接表等确认`,
    to: `/handovers/${id}`,
    act: '去确认',
  }),
  open: ({ id, post }) => ({
    title: `${TERMS[post]}已到任职截止日，还没有工作交接`,
    to: `/handovers?post=${id}`,
    act: '去开出',
  }),
}
