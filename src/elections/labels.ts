import type { ElectionHead } from './contract.ts'
import type { Ground, StepId } from './facts.ts'
import type { Body, Matter, Officer } from './gathering.ts'

export const KIND_WORDS: Record<ElectionHead['kind'], string> = { renewal: '换届选举', 'by-election': '补选' }

export const STAGE_WORDS: Record<ElectionHead['stage'], string> = {
  preparing: '筹备中',
  meeting: '大会进行中',
  elected: '已选出，待办后续',
  closed: '已办结',
  cancelled: '已撤销',
}

export const STEP_WORDS: Record<StepId, string> = {
  decision: '委员会决定换届',
  request: '换届请示',
  reply: '换届批复',
  notice: '方案和通知',
  voters: '选举人名单',
  nomination: '小组提名推荐',
  comparison: '委员会比较酝酿',
  'candidates-request': '候选人报告',
  'candidates-reply': '候选人批复',
  'work-report': '上届委员会工作报告',
  method: '选举办法',
  announcement: '宣布当选名单',
  division: '委员分工',
  'result-report': '选举结果报告',
  'result-reply': '选举结果批复',
  'public-notice': '公布结果',
  archive: '归档',
}

export const GROUND_WORDS: Record<Ground, string> = {
  illness: '因病不能表达本人意志',
  abroad: '自费出国半年以上',
  sentence: '正在服刑',
  bedridden: '卧床不起或长期生活不能自理',
  away: '外出半年以上未转组织关系',
  retired: '异地长住的离退休党员',
}

export const OFFICER_WORDS: Record<Officer['role'], string> = {
  'chief-scrutineer': '总监票人',
  scrutineer: '监票人',
  teller: '计票人',
}

/** What the meeting of each body is called in a sentence. */
export const BODY_WORDS: Record<Body, string> = { members: '大会', committee: '第一次全体会议' }

export const MATTER_WORDS: Record<Matter, string> = {
  exclusions: '不计入应到会的人员',
  report: '上届委员会工作报告',
  method: '选举办法',
  candidates: '候选人名单',
  officers: '监票人、计票人',
  reduction: '减少应选名额',
  narrowing: '再次投票的候选人',
}
