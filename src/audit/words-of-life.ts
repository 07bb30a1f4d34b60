import type { Subject } from './contract.ts'

/** The tables of organisation life as people know them; see words.ts. */
export const RECORDS_OF_LIFE: Readonly<Record<string, { says: string; about: Subject }>> = {
  opening: { says: '查看记录', about: 'life' },
  talk: { says: '谈心谈话', about: 'life' },
  talk_note: { says: '谈心记录', about: 'life' },
  talk_opinion: { says: '谈心中的意见建议', about: 'life' },
  talk_matter: { says: '应谈事项', about: 'life' },
  // What a person writes for herself alone, analysis_draft and self_check, is told to nobody: not even that she wrote.
  outline: { says: '提纲和清单', about: 'life' },
  analysis: { says: '党性分析', about: 'life' },
  analysis_opinion: { says: '党性分析意见', about: 'life' },
}

/** Columns of theirs that no request names. */
export const COLUMNS_OF_LIFE: Readonly<Record<string, string>> = {
  reader_id: '查看人',
  reader_name: '查看人',
  about_id: '所涉人员',
  record_kind: '记录种类',
  record_id: '记录',
  talk_id: '谈心谈话',
  talker_id: '谈话人',
  partner_id: '谈话对象',
  planned_by: '计划完成日',
  recorded_by: '登记人',
  withdrawn_because: '撤回原因',
  written_by: '写的人',
  written_on: '写的日子',
  speaker_id: '提出人',
  drafted_by: '起草人',
  wording: '意见建议',
  agreed_on: '本人同意日',
  agreed_by: '同意方式',
  outcome: '办理结果',
  answer: '答复',
  answered_on: '答复日',
  registered_on: '登记日',
  registered_by: '登记人',
  withdrawn_on: '撤回日',
  items: '清单',
  period_from: '周期起',
  period_to: '周期止',
  way: '完成方式',
  done_on: '完成日期',
  analysis_id: '党性分析',
  given_on: '提出日期',
}
