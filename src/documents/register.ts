import { TERMS } from '../glossary.ts'
import type { RegisterData, RegisterRow } from './contract.ts'
import { type Column, ruled, sheetsXlsx } from './ruled-sheet.ts'
import { kindsName } from './wording.ts'

/** The year's register of a unit's meetings as .xlsx: one line a meeting. A count nobody stated reads 未记. */
export const registerXlsx = ({ organName, unitName, year, rows }: RegisterData): Promise<Uint8Array> => {
  const title = `${unitName}${year}年会议登记表`
  return sheetsXlsx(
    [ruled({ name: `${year}年会议登记表`, title, organName, columns: COLUMNS, rows })],
    unitName,
  )
}

const UNSTATED = '未记'

const COLUMNS: readonly Column<RegisterRow>[] = [
  { header: '序号', width: 6, centred: true, of: (_row, at) => at + 1 },
  { header: '日期', width: 12, centred: true, day: true, of: ({ heldOn }) => heldOn },
  { header: '类型', width: 21, of: ({ kinds }) => kindsName(kinds) },
  { header: '议题', width: 34, of: ({ title }) => title },
  { header: '主持', width: 10, centred: true, of: ({ hostName }) => hostName ?? UNSTATED },
  { header: '记录', width: 10, centred: true, of: ({ recorderName }) => recorderName ?? UNSTATED },
  { header: '应到', width: 7, centred: true, of: ({ entitled }) => entitled ?? UNSTATED },
  { header: '实到', width: 7, centred: true, of: ({ present }) => present ?? UNSTATED },
  { header: '请假', width: 7, centred: true, of: ({ excused }) => excused ?? UNSTATED },
  { header: '缺席', width: 7, centred: true, of: ({ absent }) => absent ?? UNSTATED },
  { header: '决议', width: 40, of: ({ resolutions }) => resolutionWords(resolutions) },
  {
    header: '补录',
    width: 12,
    centred: true,
    day: true,
    of: ({ late, recordedOn }) => (late && recordedOn ? recordedOn : ''),
  },
  { header: '状态', width: 9, centred: true, of: ({ stage }) => TERMS[stage as keyof typeof TERMS] ?? stage },
]

const resolutionWords = (resolutions: RegisterRow['resolutions']): string =>
  resolutions
    .map(
      ({ text, passed }, at) =>
        `${resolutions.length === 1 ? '' : `${at + 1}.`}${text}（${passed ? '通过' : '未通过'}）`,
    )
    .join('\n')
