import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { LaterYears, type WorkCalendar, workCalendar } from './calendar.ts'
import { keptYaml } from './kept.ts'
import { type Parameter, parameterSchema } from './parameters.ts'
import { ArticleFile, Regulation, type Rule, schemaOf, type WrittenRule } from './rule.ts'
import { bind, type Rules } from './rulebook.ts'
import { type Fault, faultsOf } from './sound.ts'

/** The regulations as data, read once at start. With faults, the program must not start. */
export type Regulations = {
  rules: Rules
  parameters: readonly Parameter[]
  calendar: WorkCalendar
  /** By folder name. */
  registered: Readonly<Record<string, Regulation>>
  faults: readonly Fault[]
}

const yaml = keptYaml()

export const REGULATIONS = fileURLToPath(new URL('../../regulations', import.meta.url))

/** Reads and validates every file of the folder. Faults are gathered, each with file, field and remedy; nothing is thrown. */
export const readRegulations = (folder: string = REGULATIONS): Regulations => {
  const faults: Fault[] = []
  const registered: Record<string, Regulation> = {}
  const placed: { rule: Rule; file: string }[] = []

  for (const key of foldersIn(folder)) {
    const regulation = readAs(Regulation, folder, `${key}/regulation.yaml`, faults)
    if (regulation === undefined) continue
    registered[key] = regulation
    for (const file of articlesIn(folder, key)) {
      placed.push(...readArticle(folder, key, regulation, file, faults).map((rule) => ({ rule, file })))
    }
  }

  const parameters = readParameters(folder, faults)
  const later = readAs(LaterYears, folder, 'calendar.yaml', faults) ?? {}
  if (folder === REGULATIONS) yaml.keep()
  faults.push(...faultsOf(placed, parameters))
  const rules = bind(placed.map(({ rule }) => rule))
  return { rules, parameters, calendar: workCalendar(later), registered, faults }
}

/** One line for each fault: 文件 · 字段 · 说明. */
export const told = (faults: readonly Fault[]): string =>
  faults.map(({ file, field, remedy }) => `${file} · ${field} · ${remedy}`).join('\n')

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()

const articlesIn = (folder: string, key: string): string[] =>
  readdirSync(join(folder, key))
    .filter((name) => name.endsWith('.yaml') && name !== 'regulation.yaml')
    .sort()
    .map((name) => `${key}/${name}`)

const readArticle = (
  folder: string,
  key: string,
  regulation: Regulation,
  file: string,
  faults: Fault[],
): Rule[] => {
  const article = readAs(ArticleFile, folder, file, faults)
  if (article === undefined) return []
  const { title, form } = regulation
  const { article: number, articleConfidence } = article
  const source = { regulation: key, title, form, articleConfidence, ...(number ? { article: number } : {}) }
  return article.rules.flatMap((written, at) => {
    const rule = readRule(written, `rules[${at}]`, file, faults)
    if (rule === undefined) return []
    const to = rule.to ?? regulation.to
    return [{ ...rule, from: rule.from ?? regulation.from, ...(to ? { to } : {}), source }]
  })
}

const readRule = (
  written: unknown,
  field: string,
  file: string,
  faults: Fault[],
): WrittenRule | undefined => {
  const schema = typeof written === 'object' && written !== null ? schemaOf(written) : undefined
  if (schema) return accepted(schema, written, file, field, faults)
  faults.push({ file, field: `${field}.kind`, remedy: '应是 check、duty、limit 或 guidance。' })
  return undefined
}

const readParameters = (folder: string, faults: Fault[]): Parameter[] => {
  const file = 'parameters.yaml'
  const list = yamlOf(folder, file, faults)
  if (!Array.isArray(list)) return []
  return list.flatMap((written: unknown, at) => {
    const schema = parameterSchema(typeof written === 'object' && written !== null ? written : {})
    return accepted(schema, written, file, `[${at}]`, faults) ?? []
  })
}

const readAs = <T>(schema: z.ZodType<T>, folder: string, file: string, faults: Fault[]): T | undefined => {
  const before = faults.length
  const value = yamlOf(folder, file, faults)
  return faults.length > before ? undefined : accepted(schema, value, file, '', faults)
}

const yamlOf = (folder: string, file: string, faults: Fault[]): unknown => {
  try {
    return yaml.read(readFileSync(join(folder, file), 'utf8'))
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n')[0]! : String(error)
    faults.push({ file, field: '整个文件', remedy: `读不出：${message}` })
    return undefined
  }
}

const accepted = <T>(
  schema: z.ZodType<T>,
  value: unknown,
  file: string,
  field: string,
  faults: Fault[],
): T | undefined => {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    const path = [field, ...issue.path.map(String)].filter(Boolean).join('.')
    faults.push({ file, field: path || '整个文件', remedy: issue.message })
  }
  return undefined
}
