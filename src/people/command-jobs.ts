import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Acting } from '../database/acting.ts'
import { isRefusal, type Refusal } from '../kernel/outcome.ts'
import { unitOf } from '../organs/store.ts'
import { SHEET_LIMITS } from './book.ts'
import { askedExport, askedImport, type Printed, toldImport } from './roster-command.ts'
import { rosterOn } from './roster-export-store.ts'
import { type Importing, importSheet, judgeSheet, rosterUnit } from './roster-jobs.ts'
import { listed } from './roster-listed.ts'
import { writeRoster } from './roster-sheet.ts'

/** What the commands stand on; src/command.ts gives it. */
export type Means = {
  today: string
  /** The key of sensitive columns. */
  columns: () => string
  unit: (name: string) => Promise<{ organId: string; id: string; name: string; path: string } | Printed>
  within: <T>(organ: string, operation: string, work: (tx: Acting) => Promise<T>) => Promise<T | Refusal>
}

/** `import <file> --unit <name>`: takes a roster into a branch, or with --dry-run says what would be taken. */
export const importCommand = async (argv: readonly string[], means: Means): Promise<Printed> => {
  const asked = askedImport(argv)
  if (typeof asked === 'string') return failed(asked)
  const bytes = await bytesOf(asked.file)
  if (typeof bytes === 'string') return failed(bytes)
  const found = await means.unit(asked.unit)
  if ('code' in found) return found
  const { presumed, sheet } = asked
  const incoming = {
    bytes,
    name: basename(asked.file).slice(0, 200),
    options: { presumed, sheet },
    decided: {},
  }
  const told = await means.within(
    found.organId,
    asked.dryRun ? '命令行试读名册' : '命令行导入名册',
    async (tx) => {
      const unit = await rosterUnit(tx, found.id)
      if (isRefusal(unit)) return unit
      const importing: Importing = { tx, today: means.today, secret: means.columns() }
      return asked.dryRun
        ? judgeSheet(importing, unit, incoming, 'preview')
        : importSheet({ ...importing, byPerson: null }, unit, incoming, null)
    },
  )
  if (isRefusal(told)) return failed(told.field === 'presumed' ? `${told.message}${PRESUMED}` : told.message)
  const { judgement } = told
  if (judgement.obstacle) return failed(judgement.obstacle)
  return { code: 0, out: toldImport(asked, judgement), err: '' }
}

const PRESUMED = '命令行里可加 --presumed full 或 --presumed probationary。'

/** `export <file> --unit <name>`: writes the roster of a day, identity numbers masked. Never over a file that is there. */
export const exportCommand = async (argv: readonly string[], means: Means): Promise<Printed> => {
  const asked = askedExport(argv)
  if (typeof asked === 'string') return failed(asked)
  if (await isThere(asked.file))
    return failed(`${asked.file} 已经存在，没有覆盖。请换一个文件名，或先移走它。`)
  const found = await means.unit(asked.unit)
  if ('code' in found) return found
  const on = asked.on ?? means.today
  const rows = await means.within(found.organId, '命令行导出名册', async (tx) => {
    const unit = await unitOf(tx, found.id)
    return rosterOn(tx, unit?.path ?? found.path, on)
  })
  if (isRefusal(rows)) return failed(rows.message)
  const unwritten = await write(asked.file, await writeRoster(found.name, rows.map(listed), 'whole'))
  if (unwritten) return failed(unwritten)
  return { code: 0, out: `${JSON.stringify({ file: asked.file, on, people: rows.length })}\n`, err: '' }
}

const bytesOf = async (file: string): Promise<Uint8Array | string> => {
  const found = await stat(file).catch(() => null)
  if (!found) return `没有文件 ${file}。请核对路径。`
  if (!found.isFile()) return `${file} 不是文件。请写出名册文件的路径。`
  if (found.size > SHEET_LIMITS.bytes)
    return `${file} 超过 ${SHEET_LIMITS.bytes / 1024 / 1024} MB。请拆成几个文件分次导入。`
  return readFile(file).catch(
    (error: NodeJS.ErrnoException) => `${file} 读不出（${error.code}）。请检查权限。`,
  )
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )

/** Whole or not at all, and readable by its owner only: it names people. */
const write = async (file: string, bytes: Uint8Array): Promise<string | null> => {
  const half = `${file}.${process.pid}`
  try {
    await writeFile(half, bytes, { mode: 0o600, flag: 'wx' })
    await rename(half, file)
    return null
  } catch (error) {
    await rm(half, { force: true })
    return `${file} 写不下去（${(error as NodeJS.ErrnoException).code}）。请检查目录和磁盘空间。`
  }
}

const failed = (message: string): Printed => ({
  code: 2,
  out: '',
  err: `${message.replace(/\s+/g, ' ')}\n`,
})
