import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { z } from 'zod'
import { AnalysisFile } from './analyses.ts'
import { AppraisalFile } from './appraisals.ts'
import { ChangesFile } from './changes.ts'
import { ElectionFile } from './elections.ts'
import { HandoverFile } from './handovers.ts'
import { LifeMeetingFile } from './life-meetings.ts'
import { NeedFile } from './needs.ts'
import { MeetingFile, Organ, People, type Story, StoryMeeting } from './story.ts'
import { StudyFile } from './study.ts'
import { TalkFile } from './talks.ts'
import { ThemeFile } from './themes.ts'
import { VisitFile } from './visits.ts'
import { WellbeingFile } from './wellbeing.ts'

export const EXAMPLE = fileURLToPath(new URL('../../example', import.meta.url))

/** Reads the example organ. @throws an error that names file and field where a file does not say what it should. */
export const readStory = (folder: string = EXAMPLE): Story => {
  const years = readdirSync(folder)
    .filter((name) => /^year-.*\.yaml$/.test(name))
    .sort()
  const files = years.map((name) => ({ name, file: readAs(MeetingFile, folder, name) }))
  return {
    organ: readAs(Organ, folder, 'organ.yaml'),
    people: readAs(People, folder, 'people.yaml'),
    meetings: files.flatMap(({ name, file }) =>
      file.meetings.map((meeting) =>
        understood(StoryMeeting, { ...file.defaults, ...meeting }, `${name} ${meeting.title}`),
      ),
    ),
    excuses: files.flatMap(({ file }) => file.excuses),
    statements: files.flatMap(({ file }) => file.statements),
    ...readAs(AppraisalFile, folder, 'appraisals.yaml'),
    study: readAs(StudyFile, folder, 'study.yaml'),
    analyses: readAs(AnalysisFile, folder, 'analyses.yaml'),
    changes: readAs(ChangesFile, folder, 'changes.yaml'),
    themes: readAs(ThemeFile, folder, 'themes.yaml'),
    ...readAs(HandoverFile, folder, 'handovers.yaml'),
    elections: readAs(ElectionFile, folder, 'elections.yaml'),
    life: readAs(LifeMeetingFile, folder, 'life-meetings.yaml'),
    talks: readAs(TalkFile, folder, 'talks.yaml'),
    ...readAs(NeedFile, folder, 'needs.yaml'),
    wellbeing: readAs(WellbeingFile, folder, 'wellbeing.yaml'),
    visits: readAs(VisitFile, folder, 'visits.yaml'),
  }
}

const readAs = <S extends z.ZodType>(schema: S, folder: string, name: string): z.output<S> =>
  understood(schema, parse(readFileSync(join(folder, name), 'utf8')), name)

const understood = <S extends z.ZodType>(schema: S, written: unknown, where: string): z.output<S> => {
  const reading = schema.safeParse(written)
  if (reading.success) return reading.data
  const faults = reading.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  throw new Error(`example/${where}: ${faults.join('; ')}`)
}
