import type { Acting } from '../database/acting.ts'
import type { Ledger } from '../documents/handover-sheet.ts'
import { book } from '../rules/book.ts'
import { rulesStanding } from '../rules/standing.ts'
import { gatheringOf } from './gathering.ts'
import { stageOf } from './head.ts'
import { KIND_WORDS, STAGE_WORDS } from './labels.ts'
import { nextStep } from './preparation.ts'
import { underWay } from './store.ts'

type Asked = { unitId: string; path: string; today: string }

/** 换届选举 for whoever takes over: what is under way, how far, and what comes next. */
export const electionLedgers = async (tx: Acting, { unitId, today }: Asked): Promise<Ledger[]> => {
  const elections = await underWay(tx, unitId)
  if (elections.length === 0) return []
  return [
    {
      ledger: '换届选举',
      state: elections
        .map((election) => {
          const isMeeting = gatheringOf(election, 'members')?.isOpen === true
          const planned = election.plannedOn ? `，拟于${election.plannedOn}选举` : ''
          return `${KIND_WORDS[election.kind]}${STAGE_WORDS[stageOf(election, isMeeting)]}${planned}`
        })
        .join('；'),
      count: elections.length,
      openMatters: elections.flatMap((election) => {
        const next = nextStep(election, rulesStanding(book, election.choices, today), today)
        return next ? [{ what: `${KIND_WORDS[election.kind]}：${next.title}`, by: next.by, owner: null }] : []
      }),
    },
  ]
}
