import { setImmediate as turn } from 'node:timers/promises'
import type { Acting } from '../database/acting.ts'
import { electionDocx, whatWords } from '../documents/election-paper.ts'
import { electionTemplate } from '../documents/election-papers.ts'
import { ELECTION_TAGS } from '../documents/election-tags.ts'
import { nameable } from '../documents/file-name.ts'
import { RETENTIONS, retentionsOn } from '../documents/series.ts'
import { steady } from '../documents/steady.ts'
import { filled } from '../documents/template.ts'
import { type File, type Place, withManifest } from '../documents/zip.ts'
import { templatesFor } from '../files/store.ts'
import { type Grants, may } from '../kernel/access.ts'
import type { Day } from '../kernel/day.ts'
import { isRefusal, type Refusal } from '../kernel/outcome.ts'
import { book } from '../rules/book.ts'
import { type Election, stepOf } from './facts.ts'
import { paperFacts } from './paper-jobs.ts'
import { PAPER_KINDS, type PaperKind, papersNeeded } from './paper-kinds.ts'
import { PAPERS } from './papers.ts'

type Missing = { title: string; because: string }

/**
 * Every paper that there is, in the order of the set, with a manifest that names what is not there and why. The same records
 * give the same bytes: the day of asking is not in it, and a paper's day is that of its step.
 */
export const paperSet = async (
  tx: Acting,
  election: Election,
  grants: Grants,
  today: Day,
): Promise<{ fileName: string; bytes: Uint8Array } | Refusal> => {
  const facts = await paperFacts(tx, election, today)
  const needed = papersNeeded(election)
  const templates = await templatesFor(
    tx,
    election.unitId,
    needed.map(({ id }) => electionTemplate(id)),
  )
  const folder = nameable(`${election.unitName}${whatWords(facts)}文书`)
  const retention = retentionsOn(book.parameters, election.choices, facts.listOn).reports
  const files: (File & { place: Place })[] = []
  const missing: Missing[] = []
  for (const kind of PAPER_KINDS) {
    const paper = PAPERS[kind.id]
    const because =
      whyNot(kind, needed, grants, election) ?? (paper ? (paper.awaits?.(facts) ?? null) : '还没有这份文书。')
    if (because !== null || !paper) {
      missing.push({ title: `${serial(kind)} ${kind.title}`, because: because ?? '' })
      continue
    }
    await turn()
    const template = electionTemplate(kind.id)
    const own = templates.get(template) ?? null
    const bytes = await filled(own, ELECTION_TAGS[template], facts, electionDocx(paper))
    if (isRefusal(bytes)) return { ...bytes, message: `“${kind.title}”的模板：${bytes.message}` }
    files.push({
      path: `${folder}/${nameable(`${serial(kind)} ${kind.title}.docx`)}`,
      bytes: steady('.docx', bytes),
      place: {
        ...{ number: serial(kind), class: whatWords(facts), retention: RETENTIONS[retention].title },
        ...{ title: paper.name(facts), on: dayOf(election, kind) },
      },
    })
  }
  const year = Number(facts.listOn.slice(0, 4))
  const whose = { organ: election.organName, unit: `${election.unitName}${whatWords(facts)}`, year }
  return { fileName: `${folder}.zip`, bytes: withManifest({ ...whose, missing }, files) }
}

/** 04, and 04-2 for the second paper of a number. */
const serial = ({ id, number }: PaperKind): string => {
  const alike = PAPER_KINDS.filter((each) => each.number === number)
  const two = String(number).padStart(2, '0')
  return alike.length === 1 ? two : `${two}-${alike.findIndex((each) => each.id === id) + 1}`
}

const whyNot = (
  kind: PaperKind,
  needed: readonly PaperKind[],
  grants: Grants,
  { unitPath }: Election,
): string | null => {
  if (!needed.includes(kind)) return '这次选举不需要这一件。'
  return may(grants, kind.asks, unitPath) ? null : '这一件由负责选举的人取用。'
}

/** The day of the step it belongs to; of the meeting where it belongs to none. */
const dayOf = (election: Election, { step }: PaperKind): string | null => {
  const done = step === null ? undefined : stepOf(election, step)
  return done?.doneOn ?? election.electedOn
}
