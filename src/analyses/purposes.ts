import type { Purpose } from './contract.ts'

/** What an officer opens a text for, in words: kept with the opening and shown to the person concerned. */
export const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  opinion: '提出意见',
  appraisal: '准备民主评议',
  'life-meeting': '准备组织生活会',
  check: '核对材料是否齐全',
}
