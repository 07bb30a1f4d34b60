/** The words of hand-overs; src/glossary.ts takes them in. */
export const terms = {
  handover: '工作交接',
  open: '待签字',
  signed: '双方已签字',
  withdrawn: '已撤回',
} as const

export const fields: Readonly<Record<string, string>> = {
  handover: '工作交接表',
  fromId: '移交人',
  toId: '接任人',
  endsOn: '任至',
  beginsOn: '到任',
  promises: '答应过的事',
  places: '材料存放',
  witnessName: '监交人',
  draw: '重新汇总',
  side: '签字的一方',
  signedOn: '签字日期',
}
