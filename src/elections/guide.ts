import type { GuideText } from '../ui/guide.ts'

/** What is told at each step of an election; one key for each page. */
export const ELECTIONS_GUIDE = {
  preparation: {
    needs: [
      '委员会先决定：什么时候换届、选几名委员、几名副书记、怎样提名。',
      '按本机关的上级链条请示，拿到批复再发通知。',
      '小组提名、委员会比较以后，候选人再报一次，批复了才上选票。',
      '每一步办过以后登记真实的日期；补记以前办的，也写当时的日期。',
    ],
    who: '支部书记牵头，组织委员备材料，上级批复。',
    clauses: [
      { rule: 'renewal.branch', citation: '《中国共产党基层组织选举工作条例》第三条' },
      {
        rule: 'election.request-contents',
        citation: '《中国共产党基层组织选举工作条例》第三十条至第三十一条',
      },
      { rule: 'election.candidates-agreed', citation: '《中国共产党基层组织选举工作条例》第十四条' },
    ],
    good: '九月十日支委会决定，九月十五日请示，十月八日批复并要求把女委员名额写明，说明里记下了这一条。',
    poor: '批复的日期写在请示之前，文号空着，批复附的条件只在口头上说过。',
  },
  after: {
    needs: [
      '大会当场报告得票、宣布当选名单，名单按姓氏笔画排。',
      '新一届委员会开第一次全体会议，等额选书记、副书记，再分工。',
      '把结果报上级：委员备案，书记、副书记批准；批复到了登记日期和文号。',
      '核对谁卸任、谁到任，一次生效；换了人的职务再开交接表。',
    ],
    who: '新一届委员会办理，组织委员登记；全体会议由上届推荐的一名新委员主持。',
    clauses: [
      { rule: 'election.chair', citation: '《中国共产党基层组织选举工作条例》第二十条' },
      { rule: 'committee.filed', citation: '《中国共产党支部工作条例（试行）》第二十一条' },
      { rule: 'secretary.approved', citation: '《中国共产党支部工作条例（试行）》第二十一条' },
    ],
    good: '十一月十二日选出五名委员，当天全体会议由新委员方宁主持；十六日批复，当日生效，三项职务开了交接表。',
    poor: '分工只写“按惯例”，批复没有文号，新书记到任一个月，任职还登记着上一届。',
  },
  candidates: {
    needs: [
      '各小组开会推荐，记下哪天开、到了几人、每人得到几人推荐。',
      '委员会按多数党员的意见比较，提出的人数比应选至少多五分之一，至少多一人。',
      '有被选举权的才能作候选人；书记一般要有一年以上党龄。',
      '委员候选人按姓氏笔画排，书记、副书记按上级批准的次序排。',
    ],
    who: '小组长主持推荐，委员会提出，上级审查同意。',
    clauses: [
      { rule: 'election.surplus', citation: '《中国共产党基层组织选举工作条例》第十三条' },
      { rule: 'election.ballot-order', citation: '《中国共产党基层组织选举工作条例》第二十四条' },
      { rule: 'secretary.seniority', citation: '《中国共产党支部工作条例（试行）》第二十三条' },
    ],
    good: '应选五人，提了六人；一人调走，写明哪天、为什么退出，另提一人接替，差额仍够。',
    poor: '应选五人只提五人；调走的人直接从名单上消失，查不到当初报过谁。',
  },
} as const satisfies Record<string, GuideText>
