import type { Acting } from '../database/acting.ts'
import type { Compartment } from '../database/compartment.ts'
import type { Sealed } from '../database/sealed.ts'
import type { Day } from '../kernel/day.ts'
import { writeOwnStep } from './answer-jobs.ts'
import { insertCases, insertKnowers } from './apart-store.ts'
import { type Brought, broughtWords } from './brought-jobs.ts'
import type { Intake } from './contract.ts'
import { deskLeads } from './desk-store.ts'
import { firstDue } from './due.ts'
import { keepFile } from './file-jobs.ts'
import type { Category } from './kinds.ts'
import { firstLevel, liesApart } from './matter.ts'
import { type ByReceipt, insertPublicNeed, needByReceipt, oneAtATime } from './public-store.ts'
import { wordsOf } from './receive-jobs.ts'
import { indexNew } from './search-jobs.ts'
import { insertSteps, takeNumbersOf } from './store.ts'
import { wholePlace } from './words-jobs.ts'

/** Who brought it, as the record says: nobody of the organ. */
export const BY_HERSELF = '本人（网上提交）'

export type Publicly = {
  category: Category
  facts: string
  wish: string
  danger: boolean
  contact: { name: string; phone: string; note: string } | null
}

type Desk = { tx: Acting; organ: string; today: string; sealed: Sealed; compartment: Compartment }

/** Enters what came by the page under the digest of its receipt. Sent a second time it is entered once. */
export const receivePublicly = async (desk: Desk, digest: Buffer, coming: Publicly): Promise<void> => {
  const { tx, sealed, compartment, today } = desk
  await oneAtATime(tx, digest)
  if (await needByReceipt(tx, digest)) return
  const id = crypto.randomUUID()
  const year = Number(today.slice(0, 4))
  const sensitive = liesApart({ category: coming.category, sensitive: false })
  const said = wordsOf(intakeOf(coming), sensitive)
  const words = JSON.stringify(said)
  await insertPublicNeed(tx, {
    id,
    year,
    number: (await takeNumbersOf(tx, [year])).get(year) ?? 0,
    channel: 'web',
    visitId: null,
    receivedOn: today,
    receivedByName: BY_HERSELF,
    anonymous: coming.contact === null,
    sensitive,
    category: sensitive ? null : coming.category,
    area: null,
    level: firstLevel(coming.danger),
    dueOn: firstDue(today, coming.danger),
    content: sensitive ? null : sealed.conceal(words, wholePlace(id)),
    digest,
  })
  if (sensitive) {
    const leads = await deskLeads(tx, today)
    await insertKnowers(
      tx,
      leads.map((lead) => ({ needId: id, personId: lead.id, personName: lead.name, since: today })),
    )
    const cipher = compartment.begin(id)
    const content = compartment.conceal(cipher, id, words, wholePlace(id))
    await insertCases(tx, [{ needId: id, cipher, content }])
  } else
    await indexNew(
      { ...desk, actor: { organ: desk.organ } },
      { id, receivedOn: today, area: null, words: said },
    )
  await insertSteps(tx, [
    { id: crypto.randomUUID(), needId: id, kind: 'received', onDay: today, byName: BY_HERSELF },
  ])
}

/** Keeps a file that she handed in, and says so in the record. */
export const keepPublicly = async (
  { today, ...keys }: Pick<Desk, 'tx' | 'sealed' | 'compartment'> & { today: Day },
  { id, sensitive, cipher }: Pick<ByReceipt, 'id' | 'sensitive' | 'cipher'>,
  handed: Brought,
): Promise<void> => {
  const apart = cipher && { cipher, content: Buffer.alloc(0), sealedOn: null, keepUntil: null }
  await keepFile({ ...keys, today }, { id, sensitive, apart }, handed, BY_HERSELF)
  await writeOwnStep(keys, { id, cipher }, 'file-added', broughtWords(handed), today.toString())
}

const intakeOf = ({ category, facts, wish, danger, contact }: Publicly): Intake => ({
  line: lineOf(facts),
  category,
  sensitive: false,
  anonymous: contact === null,
  area: '',
  facts,
  wish,
  before: '',
  asker: contact ?? { name: '', phone: '', note: '' },
  danger,
})

const LONGEST_LINE = 40

/** For lists: her own first words, cut and never put otherwise. */
export const lineOf = (facts: string): string => {
  const first =
    facts
      .trim()
      .split(/[\n。！？!?]/u, 1)[0]
      ?.trim() || facts.trim()
  const letters = [...first]
  return letters.length > LONGEST_LINE ? `${letters.slice(0, LONGEST_LINE).join('')}…` : first
}
