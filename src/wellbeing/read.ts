import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { Survey } from './survey.ts'

const FOLDER = fileURLToPath(new URL('../../surveys', import.meta.url))

/** The surveys by the names of their files, read once. @throws an error that names the file where it is no survey. */
export const readSurveys = (folder: string = FOLDER): ReadonlyMap<string, Survey> =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => {
        const reading = Survey.safeParse(parse(readFileSync(join(folder, name), 'utf8')))
        if (!reading.success) throw new Error(`surveys/${name}: ${reading.error.message}`)
        return [name.slice(0, -'.yaml'.length), reading.data]
      }),
  )

export const surveys = readSurveys()
