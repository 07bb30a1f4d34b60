import type { Note } from './contract.ts'
import { CAUSES, type Cause } from './kinds.ts'

// How the texts of talks are sealed and read. The place each belongs to is part of its seal.

/** What a request is given to seal and read with; see src/database/sealed.ts. */
type Sealed = {
  conceal: (text: string, of: string) => Buffer
  reveal: (bytes: Uint8Array, of: string) => string
}

const noteAt = (talk: string): string => `talk_note ${talk} content`

export const sealedNote = (sealed: Sealed, talk: string, { text, follow, cause }: Note): Buffer =>
  sealed.conceal(JSON.stringify({ text, follow, cause }), noteAt(talk))

export const readNote = (sealed: Sealed, talk: string, content: Uint8Array): Note =>
  JSON.parse(sealed.reveal(content, noteAt(talk))) as Note

const opinionAt = (opinion: string): string => `talk_opinion ${opinion} content`

export const sealedOpinion = (sealed: Sealed, opinion: string, text: string): Buffer =>
  sealed.conceal(text, opinionAt(opinion))

export const readOpinion = (sealed: Sealed, opinion: string, content: Uint8Array): string =>
  sealed.reveal(content, opinionAt(opinion))

const matterAt = (matter: string): string => `talk_matter ${matter} content`

export type Matter = { personId: string; cause: Cause }

export const sealedMatter = (sealed: Sealed, matter: string, { personId, cause }: Matter): Buffer =>
  // All causes are sealed to one length: the length of what is sealed shows, and must not tell which.
  sealed.conceal(JSON.stringify({ personId, cause: cause.padEnd(LONGEST) }), matterAt(matter))

export const readMatter = (sealed: Sealed, matter: string, content: Uint8Array): Matter => {
  const { personId, cause } = JSON.parse(sealed.reveal(content, matterAt(matter))) as Matter
  return { personId, cause: cause.trim() as Cause }
}

const LONGEST = Math.max(...CAUSES.map((cause) => cause.length))
