import { z } from 'zod'
import { POSTS } from '../kernel/access.ts'
import { AMENDABLE, KINDS } from '../meetings/contract.ts'
import type { AnalysisFile } from './analyses.ts'
import type { AppraisalFile } from './appraisals.ts'
import type { ChangesStory } from './changes.ts'
import type { ElectionStory } from './elections.ts'
import type { HandoverFile } from './handovers.ts'
import type { LifeStory } from './life-meetings.ts'
import type { StoryMatter } from './needs.ts'
import type { StudyStory } from './study.ts'
import type { TalkStory } from './talks.ts'
import type { ThemeFile } from './themes.ts'
import type { VisitStory } from './visits.ts'
import type { WellbeingStory } from './wellbeing.ts'

// The example organ as its YAML files tell it: what happened, on which day, by whose hand. Names stand for people and
// units; ids come into being when the story is played.

const On = z.iso.date()
const Name = z.string().min(1)

export const STATUS_WORDS = {
  正式党员: 'full',
  预备党员: 'probationary',
  留党察看: 'on-probation',
} as const
const StatusWord = z.enum(Object.keys(STATUS_WORDS) as (keyof typeof STATUS_WORDS)[])

const COMMITTEE_WORDS = {
  书记: 'secretary',
  副书记: 'deputy-secretary',
  组织委员: 'organization',
  宣传委员: 'publicity',
  纪检委员: 'discipline',
} as const
const CommitteeWord = z
  .enum(Object.keys(COMMITTEE_WORDS) as (keyof typeof COMMITTEE_WORDS)[])
  .transform((word) => COMMITTEE_WORDS[word])

/** Without `by` it was entered by whoever set the register up. */
const entered = { on: On, by: Name.optional() }

export const Organ = z.strictObject({
  name: Name,
  founded: On,
  'general-branch': Name,
  branch: Name,
  groups: z.array(Name),
  elected: On,
  officer: Name,
  units: z.array(
    z.strictObject({
      name: Name,
      /** Absent: a tree of its own. */
      under: Name.optional(),
      kind: z.enum(['branch', 'federation-city']),
      since: On,
      ...entered,
    }),
  ),
  terms: z.array(z.strictObject({ unit: Name, elected: On, ...entered })),
  posts: z.array(
    z.union([
      z.strictObject({
        who: Name,
        unit: Name,
        post: z.enum(POSTS).exclude(['member']),
        since: On,
        ...entered,
      }),
      z.strictObject({ who: Name, unit: Name, post: z.enum(POSTS), until: On, ...entered }),
    ]),
  ),
  parameters: z.array(z.strictObject({ key: Name, choice: Name, since: On, reason: Name, ...entered })),
})

export const RosterLine = z.strictObject({
  name: Name,
  sex: z.enum(['女', '男']),
  id: z.string(),
  education: Name,
  joined: On,
  full: On.optional(),
  phone: z.string(),
  group: Name.optional(),
  work: Name,
  elected: CommitteeWord.optional(),
  status: StatusWord.default('正式党员'),
  remark: z.string().optional(),
})
export type RosterLine = z.infer<typeof RosterLine>

const Newcomer = z.strictObject({
  add: Name,
  unit: Name,
  group: Name.optional(),
  sex: z.enum(['女', '男']),
  joined: On,
  full: On.optional(),
  phone: z.string(),
  education: Name,
  work: Name,
  since: On,
  status: z.enum(['正式党员', '预备党员']),
  remark: z.string(),
  /** The letter she brought, where she came by one. */
  brought: z.strictObject({ from: Name, number: Name, letter: On, days: z.int(), on: On }).optional(),
  ...entered,
})
const StatusChange = z.strictObject({
  'status-of': Name,
  status: StatusWord,
  since: On,
  reason: Name,
  ...entered,
})

export const People = z.strictObject({
  rosters: z.array(z.strictObject({ unit: Name, file: Name, people: z.array(RosterLine), on: On, by: Name })),
  changes: z.array(z.union([Newcomer, StatusChange])),
  away: z.array(z.strictObject({ who: Name, since: On, reason: Name })),
})

const Words = z.string().transform((words) => words.trim() || null)

/** `done` is the day on which the owner said so. */
const FollowUp = z.strictObject({
  what: Name,
  owner: Name,
  due: On,
  done: On.optional(),
  note: z.string().optional(),
})

export const StoryMeeting = z.strictObject({
  unit: Name,
  kinds: z.array(z.enum(KINDS)).min(1),
  /** Of a 组织生活会: the year it counts for, where that is not the one it was held in. */
  'for-year': z.int().optional(),
  title: Name,
  /** Day and time: `2026-01-21 15:00-16:20`. */
  on: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d-\d\d:\d\d$/),
  place: Name,
  host: Name,
  recorder: Name,
  /** Who enters it where that is not the recorder, who may have no post. */
  by: Name.optional(),
  planned: On.optional(),
  notice: On.optional(),
  entered: On.optional(),
  late: z.string().optional(),
  /** `no` while nobody has read it yet. */
  noted: z.union([On, z.literal('no')]).optional(),
  /** Where the story leaves it on its last day. */
  left: z.enum(['planned', 'draft']).optional(),
  lecturer: Name.optional(),
  topics: z.partialRecord(z.enum(KINDS), z.string()).default({}),
  excused: z.record(Name, z.string()).default({}),
  absent: z.array(Name).default([]),
  observers: z.array(Name).default([]),
  guests: z.string().optional(),
  agenda: z.array(
    z.strictObject({
      part: z.int().positive().default(1),
      title: Name,
      points: Words.optional(),
      differing: Words.optional(),
    }),
  ),
  resolutions: z
    .array(
      z.strictObject({
        part: z.int().positive().default(1),
        text: Name,
        approve: z.int(),
        oppose: z.int(),
        abstain: z.int(),
      }),
    )
    .default([]),
  'follow-ups': z.array(FollowUp).default([]),
  /** 回头看: follow-ups of earlier gatherings that were spoken of, by their words. */
  returns: z
    .array(
      z.strictObject({
        what: Name,
        outcome: z.enum(['done', 'carried']),
        note: Name.optional(),
        due: On.optional(),
      }),
    )
    .default([]),
  amend: z
    .array(z.strictObject({ on: On, by: Name, field: z.enum(AMENDABLE), becomes: Name, reason: Name }))
    .default([]),
  cancelled: z.strictObject({ on: On, by: Name, reason: Name }).optional(),
})
export type StoryMeeting = z.infer<typeof StoryMeeting>

export const Excuse = z.strictObject({
  unit: Name,
  rule: Name,
  period: On,
  reason: Name,
  on: On,
  by: Name,
})

/** What no meeting proves: entered on the year page by whoever keeps it. */
export const Statement = z.strictObject({
  unit: Name,
  rule: Name,
  title: Name,
  /** Of whom, for duties that each person owes: names, or everyone on the roster of that day. */
  who: z.union([z.literal('全体'), z.array(Name)]).default([]),
  except: z.array(Name).default([]),
  held: On,
  on: On,
  by: Name,
})

/** A file of meetings; what most of them have in common stands once under `defaults`. */
export const MeetingFile = z.strictObject({
  defaults: z.record(z.string(), z.unknown()).default({}),
  meetings: z.array(z.record(z.string(), z.unknown())),
  excuses: z.array(Excuse).default([]),
  statements: z.array(Statement).default([]),
})

export type Story = {
  changes: ChangesStory
  themes: z.infer<typeof ThemeFile>
  handovers: z.infer<typeof HandoverFile>['handovers']
  appraisals: z.infer<typeof AppraisalFile>['appraisals']
  organ: z.infer<typeof Organ>
  people: z.infer<typeof People>
  meetings: StoryMeeting[]
  excuses: z.infer<typeof Excuse>[]
  statements: z.infer<typeof Statement>[]
  study: StudyStory
  analyses: z.infer<typeof AnalysisFile>
  life: LifeStory
  elections: ElectionStory
  talks: TalkStory
  needs: StoryMatter[]
  wellbeing: WellbeingStory
  visits: VisitStory
}
