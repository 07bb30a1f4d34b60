import type { PaperMeeting } from './contract.ts'
import { dateWords, GAP, orGap } from './wording.ts'

/** 送达体检报告（2026年1月9日议定，袁立新负责）：已办结。… */
export const returnWords = ({
  what,
  ownerName,
  from,
  outcome,
  note,
  dueOn,
}: PaperMeeting['returns'][number]): string => {
  const until = dueOn === null ? '' : `，改为${dateWords(dueOn)}前完成`
  const came = outcome === null ? GAP : outcome === 'done' ? '已办结' : `继续办理${until}`
  return `${what}（${dateWords(from.heldOn)}议定，负责人：${orGap(ownerName)}）：${came}。${sentence(note)}`
}

const sentence = (note: string | null): string =>
  note === null || /[。？]$/.test(note) ? (note ?? '') : `${note}。`
