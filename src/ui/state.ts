/** The states of a duty as people see them. A state is never colour alone: shape and word come too. */
export type DutyState = 'done' | 'late' | 'due' | 'missed' | 'excused' | 'not-yet' | 'not-owed'

export const STATES: Record<DutyState, { word: string; says: string }> = {
  done: { word: '已完成', says: '在期限内完成' },
  late: { word: '补记', says: '已完成，会后补录或迟办' },
  due: { word: '本期应做', says: '期限未到，尚未完成' },
  missed: { word: '未做', says: '期限已过，没有记录' },
  excused: { word: '已说明', says: '未做，原因已说明' },
  'not-yet': { word: '–', says: '尚未到期' },
  'not-owed': { word: '–', says: '不需要做' },
}
