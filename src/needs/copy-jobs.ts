import { createHash } from 'node:crypto'
import type { Acting } from '../database/acting.ts'
import type { NeedCopy } from '../documents/need-copy.ts'
import { organName } from '../organs/store.ts'
import { fingerprintsOf, sealsOf } from './handling-store.ts'
import { CHANNEL_NAMES, STEP_NAMES } from './kinds.ts'
import { numberOf } from './matter.ts'
import type { Readable } from './paper-data.ts'

const clock = (at: string): string =>
  Temporal.Instant.from(at.replace(' ', 'T'))
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace('T', ' ')

const codeOf = (digest: Uint8Array): string =>
  Buffer.from(digest)
    .toString('hex')
    .slice(0, 16)
    .replace(/(.{4})(?=.)/g, '$1-')

/** A matter's record as a court is given it: every step with its fingerprint and the seal that holds it. */
export const copyOf = async (
  tx: Acting,
  need: Readable,
  made: { on: string; by: string; ground: string },
): Promise<NeedCopy> => {
  const [fingerprints, seals] = [await fingerprintsOf(tx, need.id), await sealsOf(tx, need.id)]
  const { asker, line, facts, wish, before } = need.words
  const told = {
    number: numberOf(need),
    receivedOn: need.receivedOn,
    channel: CHANNEL_NAMES[need.channel],
    receivedByName: need.receivedByName,
    name: need.anonymous ? null : asker.name,
    contact: [asker.phone, asker.note].filter(Boolean).join('；'),
    ...{ line, facts, wish, before },
    steps: need.steps.map((step) => {
      const seal = seals.get(step.id)
      return {
        onDay: step.onDay,
        at: clock(step.at),
        what: STEP_NAMES[step.kind],
        by: [step.byName || '本人', step.toName].filter(Boolean).join(' → '),
        text: step.text,
        fingerprint: fingerprints.get(step.id) ?? null,
        seal: seal?.seal && seal.digest ? { number: seal.seal, code: codeOf(seal.digest) } : null,
      }
    }),
    files: need.files.map(({ name, addedOn, fingerprint }) => ({ name, addedOn, fingerprint })),
  }
  return {
    organName: await organName(tx),
    unitName: need.unitName,
    ...told,
    ground: made.ground,
    madeOn: made.on,
    madeBy: made.by,
    digest: createHash('sha256').update(JSON.stringify(told)).digest('hex'),
  }
}
