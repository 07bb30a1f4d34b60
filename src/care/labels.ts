import type { Occasion, Purpose, SEVERITIES } from './contract.ts'

export const OCCASION_WORDS: Record<Occasion, string> = {
  'july-first': '七一',
  'spring-festival': '春节',
  hardship: '生活困难',
  illness: '生病住院',
  'fifty-years': '光荣在党50年',
  other: '其他',
}

export const SEVERITY_WORDS: Record<(typeof SEVERITIES)[number], string> = {
  some: '一般',
  serious: '较重',
  grave: '特别困难',
}

/** Chosen, never typed; the person concerned reads these words. */
export const PURPOSE_WORDS: Record<Purpose, string> = {
  visit: '准备走访慰问',
  report: '向上级报送走访慰问情况',
  handover: '工作交接',
}
