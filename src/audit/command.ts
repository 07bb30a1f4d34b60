import { type Sealed, type SealedNow, sayBreak, type Verified } from './seal.ts'

/** What a command leaves: its exit code and what it prints. 1 says that the trail is broken, 2 that nothing could be done. */
export type Printed = { code: 0 | 1 | 2; out: string; err: string }

/** What the command works with; jobs.ts gives it. */
export type Trail = {
  seal: () => Promise<SealedNow[]>
  verify: (hear: (sealed: Sealed) => void) => Promise<Verified[]>
}

export const AUDIT_USAGE = 'audit seal | audit verify [--code <校验码>]'

/** `audit seal` puts the trail under seal; `audit verify` recomputes the seals, and says if a code noted down earlier is among them. */
export const auditCommand = async (argv: readonly string[], trail: Trail): Promise<Printed> => {
  const [what, ...rest] = argv.filter((argument) => argument !== '--json')
  if (what === 'seal' && rest.length === 0) return sealed(await trail.seal())
  const code = what === 'verify' ? codeIn(rest) : undefined
  if (code === undefined) return { code: 2, out: '', err: `写法：${AUDIT_USAGE}\n` }
  const codes = new Set<string>()
  const verified = await trail.verify(({ code }) => codes.add(code))
  return judged(verified, code === null || codes.has(code) ? null : code)
}

const sealed = (done: readonly SealedNow[]): Printed => {
  const busy = done.some((each) => each.busy)
  return {
    code: busy ? 2 : 0,
    out: lines(done),
    err: busy ? '有改动还没有写完，这些机关的留痕没有封存。请稍后再试。\n' : '',
  }
}

const judged = (verified: readonly Verified[], missing: string | null): Printed => {
  const breaks = verified.flatMap(({ organ, broken }) =>
    broken ? [`机关 ${organ}：${sayBreak(broken)}`] : [],
  )
  if (missing) breaks.push(`没有校验码为 ${missing} 的封存：抄写有误，或封存记录被整段删去。`)
  return {
    code: breaks.length > 0 ? 1 : 0,
    out: lines(verified),
    err: breaks.map((line) => `${line}\n`).join(''),
  }
}

const lines = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('')

/** Null where no code was given, undefined where what was given is none. */
const codeIn = (rest: readonly string[]): string | null | undefined => {
  if (rest.length === 0) return null
  const [flag, inline] = (rest[0] ?? '').split('=') as [string, string | undefined]
  const code = inline ?? rest[1] ?? ''
  const asked = flag === '--code' && rest.length === (inline === undefined ? 2 : 1)
  return asked && /^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/.test(code) ? code : undefined
}
