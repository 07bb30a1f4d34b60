import { createTransport } from 'nodemailer'
import type { Letter } from './digest.ts'

/** Outgoing mail as the settings give it: `smtps://…`, and the address it comes from. */
export type MailSettings = { url: string; from: string }

export type Post = { send: (to: string, letter: Letter) => Promise<void>; close: () => void }

/** One connection after another, no more: a digest has all morning. */
export const postOffice = ({ url, from }: MailSettings): Post => {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: 20_000,
    socketTimeout: 30_000,
  })
  return {
    send: async (to, { subject, text }) => {
      // No receipt is asked for, and answers that machines give to machines are not wanted.
      const headers = { 'Auto-Submitted': 'auto-generated', Precedence: 'bulk' }
      await transport.sendMail({ from, to, subject, text, headers })
    },
    close: () => transport.close(),
  }
}
