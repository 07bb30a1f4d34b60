import { ANALYSIS_TAGS } from './analysis-tags.ts'
import { APPRAISAL_BALLOT_TAGS, APPRAISAL_REGISTER_TAGS, APPRAISAL_SUMMARY_TAGS } from './appraisal-tags.ts'
import { ARCHIVE_LIST_TAGS } from './archive-tags.ts'
import { CONVERSION_TAGS } from './conversion-tags.ts'
import { ELECTION_TAGS } from './election-tags.ts'
import { HANDOVER_TAGS } from './handover-tags.ts'
import { LETTER_TAGS, RECEIPT_TAGS } from './letter-tags.ts'
import { LIFE_TAGS } from './life-tags.ts'
import { OPINION_TAGS, REFERRAL_TAGS, RESULT_TAGS, SHEET_TAGS } from './need-tags.ts'
import { PETITION_TAGS } from './petition-tags.ts'
import { OUTREACH_TAGS, STUDY_PLAN_TAGS, STUDY_RECORD_TAGS } from './study-tags.ts'
import { TALK_TAGS } from './talk-tags.ts'
import type { TemplateKind } from './template-kinds.ts'
import { MINUTES_TAGS, NOTICE_TAGS, type TagBook } from './template-tags.ts'
import { THEME_DAY_TAGS } from './theme-day-tags.ts'
import { VISIT_TAGS } from './visit-tags.ts'
import { PATTERN_TAGS, WELLBEING_TAGS } from './wellbeing-tags.ts'

/** What each kind of template may say. */
export const TAG_BOOKS: Readonly<Record<TemplateKind, TagBook<never>>> = {
  'minutes-template': MINUTES_TAGS,
  'notice-template': NOTICE_TAGS,
  'conversion-request-template': CONVERSION_TAGS,
  'conversion-resolution-template': CONVERSION_TAGS,
  'conversion-notice-template': CONVERSION_TAGS,
  'theme-day-template': THEME_DAY_TAGS,
  'talk-record-template': TALK_TAGS,
  'archive-list-template': ARCHIVE_LIST_TAGS,
  'introduction-letter-template': LETTER_TAGS,
  'transfer-receipt-template': RECEIPT_TAGS,
  'handover-template': HANDOVER_TAGS,
  'analysis-template': ANALYSIS_TAGS,
  'study-plan-template': STUDY_PLAN_TAGS,
  'study-record-template': STUDY_RECORD_TAGS,
  'outreach-template': OUTREACH_TAGS,
  'appraisal-register-template': APPRAISAL_REGISTER_TAGS,
  'appraisal-ballot-template': APPRAISAL_BALLOT_TAGS,
  'appraisal-summary-template': APPRAISAL_SUMMARY_TAGS,
  'life-plan-template': LIFE_TAGS,
  'life-opinions-template': LIFE_TAGS,
  'life-check-template': LIFE_TAGS,
  'life-rectification-template': LIFE_TAGS,
  'life-report-template': LIFE_TAGS,
  'pattern-report-template': PATTERN_TAGS,
  'wellbeing-report-template': WELLBEING_TAGS,
  'visit-record-template': VISIT_TAGS,
  'need-referral-template': REFERRAL_TAGS,
  'need-opinion-template': OPINION_TAGS,
  'need-result-template': RESULT_TAGS,
  'need-sheet-template': SHEET_TAGS,
  'petition-acceptance-template': PETITION_TAGS,
  'petition-passing-on-template': PETITION_TAGS,
  'petition-extension-template': PETITION_TAGS,
  'petition-opinion-template': PETITION_TAGS,
  ...ELECTION_TAGS,
}

/** The tags of a kind as one writes them, and what comes in their place: for the page where templates are put in. */
export const tagsOf = (kind: TemplateKind): readonly { tag: string; says: string }[] => [
  ...TAG_BOOKS[kind].single.map(({ tag, says }) => ({ tag: `{${tag}}`, says })),
  ...TAG_BOOKS[kind].repeated.map(({ tag, says, inside }) => ({
    tag: `{#${tag}}${inside.map((name) => `{${name}}`).join('')}{/${tag}}`,
    says,
  })),
]
