import type { Server } from './database/server.ts'
import { keepOuterKeys, newOuterKey, outerKeysIn } from './outer-keys.ts'

// keys rotate | keys prune: the outer keys of sealed matters.

type Printed = { code: 0 | 1 | 2; out: string; err: string }
type Given = { data: string; server: () => Promise<Server> }

export const KEYS_USAGE = 'keys rotate | keys prune'

export const keysCommand = async (argv: readonly string[], { data, server }: Given): Promise<Printed> => {
  const [what, ...rest] = argv
  if (rest.length > 0 || (what !== 'rotate' && what !== 'prune'))
    return { code: 2, out: '', err: `写法：${KEYS_USAGE}\n` }
  return what === 'rotate' ? rotate(data, server) : prune(data, server)
}

/** A new outer key first, then every matter under it; one that was broken off is brought to its end, without another key. */
const rotate = async (data: string, server: Given['server']): Promise<Printed> => {
  const { proveOuterKeys, pruneWith, rewrapAll } = await import('./needs/keys-jobs.ts')
  const before = outerKeysIn(data)
  const owner = (await server()).connect('owner')
  await proveOuterKeys(owner, before)
  const newest = before[0].id
  const left = await pruneWith(owner, (inUse) => before.length > 1 && inUse.some((id) => id !== newest))
  if (!left) keepOuterKeys(data, [newOuterKey(before), ...before])
  const keys = outerKeysIn(data)
  const { renewed, closed } = await rewrapAll(owner, keys)
  const out = [
    left ? `接着上次没有做完的更换，用第 ${keys[0].id} 号封存密钥。` : `换上第 ${keys[0].id} 号封存密钥。`,
    `重新加密了 ${renewed} 件封存需求的密钥。旧密钥还留着；备份好新的 secrets.json 后用 keys prune 删去。`,
  ]
  const err =
    closed > 0 ? `有 ${closed} 件的密钥打不开，没有动。请放回写入它们时的 secrets.json 再换。\n` : ''
  return { code: closed > 0 ? 1 : 0, out: lines(out), err }
}

/** Forgets the outer keys that no matter is wrapped by any more, the newest always stays. */
const prune = async (data: string, server: Given['server']): Promise<Printed> => {
  const { proveOuterKeys, pruneWith } = await import('./needs/keys-jobs.ts')
  const owner = (await server()).connect('owner')
  await proveOuterKeys(owner, outerKeysIn(data))
  return pruneWith(owner, (inUse) => {
    const [newest, ...older] = outerKeysIn(data)
    const kept = older.filter(({ id }) => inUse.includes(id))
    if (kept.length > 0)
      return {
        code: 2,
        out: '',
        err: `还有封存需求用着第 ${kept.map(({ id }) => id).join('、')} 号旧密钥，没有删。请先运行 keys rotate 直到做完。\n`,
      }
    keepOuterKeys(data, [newest])
    return {
      code: 0,
      out: lines([
        `删去了 ${older.length} 把旧密钥，只留第 ${newest.id} 号。`,
        '以前的备份须配以前的 secrets.json 才打得开；不再需要的，连同那份 secrets.json 一起销毁。',
      ]),
      err: '',
    }
  })
}

const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('')
