import { isDay } from '../kernel/day.ts'
import type { Double } from './roster.ts'

/** What a command leaves: its exit code and what it prints. */
export type Printed = { code: 0 | 1 | 2; out: string; err: string }

export const IMPORT_USAGE =
  'import <名册文件> --unit <党支部名称> [--dry-run] [--presumed full|probationary] [--sheet <工作表>] [--json]'
export const EXPORT_USAGE = 'export <文件.xlsx> --unit <组织名称> [--on <日期>]'

export type ImportAsked = {
  file: string
  unit: string
  dryRun: boolean
  presumed: 'full' | 'probationary' | undefined
  sheet: string | undefined
  json: boolean
}

export type ExportAsked = { file: string; unit: string; on: string | undefined }

/** What is asked for, or the one line that says what is wrong with the asking. */
export const askedImport = (argv: readonly string[]): ImportAsked | string => {
  const given = read(argv, ['unit', 'presumed', 'sheet'], ['dry-run', 'json'], IMPORT_USAGE)
  if (typeof given === 'string') return given
  const { file, values, ticks } = given
  const { unit, presumed, sheet } = values
  if (file === undefined) return `请写出名册文件。写法：${IMPORT_USAGE}`
  if (unit === undefined) return `请用 --unit 写出党支部名称。写法：${IMPORT_USAGE}`
  if (presumed !== undefined && presumed !== 'full' && presumed !== 'probationary')
    return `--presumed 只能写 full（正式党员）或 probationary（预备党员），所给为 ${quoted(presumed)}。`
  return { file, unit, presumed, sheet, dryRun: ticks.has('dry-run'), json: ticks.has('json') }
}

export const askedExport = (argv: readonly string[]): ExportAsked | string => {
  const given = read(argv, ['unit', 'on'], ['json'], EXPORT_USAGE)
  if (typeof given === 'string') return given
  const { file, values } = given
  const { unit, on } = values
  if (file === undefined) return `请写出要写入的文件。写法：${EXPORT_USAGE}`
  if (unit === undefined) return `请用 --unit 写出组织名称。写法：${EXPORT_USAGE}`
  if (!/\.xlsx$/i.test(file)) return `名册导出为 .xlsx，请把 ${quoted(file)} 改为以 .xlsx 结尾的文件名。`
  if (on !== undefined && !isDay(on)) return `--on 应是日历上有的日期，如 2026-03-28，所给为 ${quoted(on)}。`
  return { file, unit, on }
}

type Given = { file: string | undefined; values: Record<string, string>; ticks: ReadonlySet<string> }

const read = (
  argv: readonly string[],
  flags: readonly string[],
  marks: readonly string[],
  usage: string,
): Given | string => {
  const values: Record<string, string> = {}
  const ticks = new Set<string>()
  let file: string | undefined
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at]!
    const name = /^--([a-z-]+)/.exec(argument)?.[1]
    if (name === undefined) {
      if (file !== undefined) return `一次只能写一个文件，多出了 ${quoted(argument)}。`
      file = argument
    } else if (marks.includes(name) && argument === `--${name}`) ticks.add(name)
    else if (flags.includes(name)) {
      const value = argument.includes('=') ? argument.slice(name.length + 3) : argv[++at]
      if (value === undefined || value.trim() === '') return `--${name} 后面没有写内容。写法：${usage}`
      values[name] = value
    } else return `不认识 ${quoted(argument)}。写法：${usage}`
  }
  return { file, values, ticks }
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, 60))

export type ImportTold = {
  taken: number
  new: number
  changed: number
  same: number
  open: number
  doubles: readonly Double[]
  handedBack: readonly { row: number; reasons: string[] }[]
}

/** One line of JSON for programs, or a few lines for people. `taken` counts everyone whom the sheet gave, known or new. */
export const toldImport = ({ json, dryRun }: ImportAsked, told: ImportTold): string => {
  const { taken, doubles, handedBack } = told
  if (json) return `${JSON.stringify({ taken, doubles, handedBack })}\n`
  const lines = [
    `${dryRun ? '试读，没有写入：' : ''}收 ${taken} 人（新增 ${told.new}，更改 ${told.changed}，无变化 ${told.same}），重复 ${doubles.length} 行，退回 ${handedBack.length} 行`,
    ...(told.open > 0 ? [`其中 ${told.open} 人没有写明是正式党员还是预备党员，导入时请加 --presumed`] : []),
    ...doubles.map(({ row, sameAs, name }) => `重复：第 ${row} 行 ${name}，与第 ${sameAs} 行是同一人`),
    ...handedBack.map(({ row, reasons }) => `退回：第 ${row} 行，${reasons.join('；')}`),
  ]
  return `${lines.join('\n')}\n`
}
