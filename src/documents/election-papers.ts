/** The papers of an election by the name each is asked for, in the order of the work; 21 numbers, some with several papers. */
export const ELECTION_PAPERS = {
  'term-calendar': '届次和换届日程',
  decision: '研究换届的委员会会议记录',
  request: '换届请示',
  reply: '换届批复登记',
  plan: '换届工作方案',
  notice: '选举大会通知',
  voters: '选举人名单',
  'voters-inner': '选举人资格审核表',
  nomination: '提名推荐和酝酿记录',
  'candidates-request': '候选人预备人选的请示',
  'candidates-reply': '候选人批复登记',
  'work-report': '上届委员会工作报告',
  method: '选举办法',
  agenda: '选举大会议程',
  script: '选举大会主持词',
  attendance: '选举大会签到表',
  officers: '监票人、计票人名单',
  'ballot-members': '委员选票',
  'ballot-heads': '书记、副书记选票',
  'ballot-report': '选票发出和收回情况报告',
  tally: '计票单',
  'result-to-meeting': '选举结果报告单',
  plenary: '新一届委员会第一次会议记录',
  'result-report': '选举结果报告',
  'result-reply': '选举结果批复登记',
  'public-notice': '选举结果公告',
  'closing-list': '移交和归档清单',
} as const

export type ElectionPaperId = keyof typeof ELECTION_PAPERS
export const ELECTION_PAPER_IDS = Object.keys(ELECTION_PAPERS) as [ElectionPaperId, ...ElectionPaperId[]]

/** A unit may put in a Word template of its own for each of them. */
export type ElectionTemplate = `election-${ElectionPaperId}-template`
export const electionTemplate = (id: ElectionPaperId): ElectionTemplate => `election-${id}-template`

export const ELECTION_TEMPLATE_TITLES = Object.fromEntries(
  ELECTION_PAPER_IDS.map((id) => [electionTemplate(id), `选举：${ELECTION_PAPERS[id]}`]),
) as Readonly<Record<ElectionTemplate, string>>
