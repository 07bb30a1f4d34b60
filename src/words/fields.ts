import { fields as analyses } from './analyses.ts'
import { fields as appraisals } from './appraisals.ts'
import { fields as archives } from './archives.ts'
import { fields as changes } from './changes.ts'
import { fields as elections } from './elections.ts'
import { fields as handovers } from './handovers.ts'
import { fields as lifeMeetings } from './life-meetings.ts'
import { fields as needs } from './needs.ts'
import { fields as openings } from './openings.ts'
import { fields as study } from './study.ts'
import { fields as talks } from './talks.ts'
import { fields as themes } from './themes.ts'

/** The Chinese names of the fields of all parts. */
export const FIELDS_OF_PARTS: Readonly<Record<string, string>> = {
  ...openings,
  ...talks,
  ...analyses,
  ...appraisals,
  ...lifeMeetings,
  ...study,
  ...changes,
  ...elections,
  ...archives,
  ...handovers,
  ...themes,
  ...needs,
}
