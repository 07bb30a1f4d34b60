import { z } from 'zod'
import { Id, IsoDay, Line, Written } from '../http/endpoint.ts'
import { CATEGORIES } from './kinds.ts'

/** What is said when a need comes in; each but the first two may be left for later. */
export const Intake = z.object({
  line: Written(60),
  category: z.enum(CATEGORIES),
  /** Set apart though its category does not ask for it. */
  sensitive: z.boolean().default(false),
  anonymous: z.boolean().default(false),
  area: Line(60).default(''),
  facts: Line(5_000).default(''),
  wish: Line(1_000).default(''),
  before: Line(1_000).default(''),
  asker: z
    .object({ name: Line(60).default(''), phone: Line(60).default(''), note: Line(300).default('') })
    .default({ name: '', phone: '', note: '' }),
  /** Somebody is in danger now. */
  danger: z.boolean().default(false),
})
export type Intake = z.infer<typeof Intake>

/** A need told on a visit, written on a device. */
export const NeedDraft = Intake.extend({
  /** Made on the device, so that what is sent twice is one. */
  id: Id,
  receivedOn: IsoDay,
  visitId: Id.nullable().default(null),
})
export type NeedDraft = z.infer<typeof NeedDraft>
