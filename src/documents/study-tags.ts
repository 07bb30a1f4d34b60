import { answerWords, headsWords, type OutreachData } from './outreach-paper.ts'
import type { StudyPlanData } from './study-paper.ts'
import {
  hoursWords,
  materialWords,
  questionWords,
  type StudyRecordData,
  taskWords,
  tookPart,
  wereAbsent,
} from './study-record.ts'
import type { TagBook } from './template-tags.ts'
import { dateWords, GAP, orGap } from './wording.ts'

/** What a unit's own template of a study plan may say. */
export const STUDY_PLAN_TAGS: TagBook<StudyPlanData> = {
  single: [
    { tag: '机关', says: '机关名称', of: ({ organName }) => organName },
    { tag: '组织', says: '制定计划的组织', of: ({ unitName }) => unitName },
    { tag: '年度', says: '如：2026', of: ({ year }) => String(year) },
  ],
  repeated: [
    {
      tag: '计划',
      says: '每一项重复一次',
      inside: ['序号', '时间', '类型', '主题', '学习材料', '领学', '参加范围'],
      rows: ({ rows }) =>
        rows.map(({ when, kind, topic, material, leader, whom }, at) => ({
          序号: String(at + 1),
          时间: when,
          类型: kind,
          主题: topic,
          学习材料: material ?? '',
          领学: leader ?? '',
          参加范围: whom,
        })),
    },
  ],
}

/** What a unit's own template of an outreach register may say. Who asked is not among it. */
export const OUTREACH_TAGS: TagBook<OutreachData> = {
  single: [
    { tag: '机关', says: '机关名称', of: ({ organName }) => organName },
    { tag: '组织', says: '开展宣讲的组织', of: ({ unitName }) => unitName },
    { tag: '年度', says: '如：2026', of: ({ year }) => String(year) },
    { tag: '宣讲次数', says: '本年登记的次数', of: ({ rows }) => String(rows.length) },
  ],
  repeated: [
    {
      tag: '宣讲',
      says: '每次宣讲重复一次',
      inside: ['序号', '日期', '主题', '讲课人', '地点', '听众', '人数'],
      rows: ({ rows }) =>
        rows.map(({ on, topic, lecturer, place, audience, heads }, at) => ({
          序号: String(at + 1),
          日期: dateWords(on),
          主题: topic,
          讲课人: lecturer,
          地点: orGap(place),
          听众: audience,
          人数: headsWords(heads),
        })),
    },
    {
      tag: '问题',
      says: '每个带回的问题重复一次',
      inside: ['序号', '宣讲主题', '内容', '承办人', '答复'],
      rows: ({ rows }) =>
        rows
          .flatMap(({ topic, questions }) => questions.map((each) => ({ topic, ...each })))
          .map(({ topic, text, owner, answer, toldBackOn }, at) => ({
            序号: String(at + 1),
            宣讲主题: topic,
            内容: text,
            承办人: owner ?? GAP,
            答复: answerWords(answer, toldBackOn),
          })),
    },
  ],
}

/** What a unit's own template of a study record may say. */
export const STUDY_RECORD_TAGS: TagBook<StudyRecordData> = {
  single: [
    { tag: '机关', says: '机关名称', of: ({ organName }) => organName },
    { tag: '组织', says: '组织学习的支部或党小组', of: ({ unitName }) => unitName },
    { tag: '日期', says: '如：2026年9月24日', of: ({ on }) => on },
    { tag: '类型', says: '如：集中学习', of: ({ kind }) => kind },
    { tag: '主题', says: '学习主题', of: ({ topic }) => topic },
    { tag: '领学', says: '领学或主讲人', of: ({ leader }) => orGap(leader) },
    {
      tag: '主办单位',
      says: '培训的主办单位；本单位组织的为本单位',
      of: (data) => data.organiser ?? data.unitName,
    },
    { tag: '学习材料', says: '材料和来源，每份一行', of: materialWords },
    { tag: '参加人员', says: '参加人员，按姓氏笔画', of: tookPart },
    { tag: '未参加人员', says: '未参加人员，按姓氏笔画', of: wereAbsent },
    { tag: '学时', says: '登记的学时', of: hoursWords },
    { tag: '提出的问题', says: '提出的问题，每个一行', of: questionWords },
    { tag: '议定的事项', says: '由此议定的事项，每项一行', of: taskWords },
    { tag: '登记人', says: '登记人姓名', of: ({ recordedByName }) => recordedByName },
    { tag: '登记日期', says: '如：2026年9月25日', of: ({ recordedOn }) => dateWords(recordedOn) },
  ],
  repeated: [],
}
