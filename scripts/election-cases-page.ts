import { readCase } from '../src/ballots/case.ts'
import { resultOf } from '../src/ballots/command.ts'
import { type CaseGroup, type NamedCase, readCases } from '../src/ballots/fixtures/cases.ts'
import type { Outcome } from '../src/ballots/outcome.ts'
import { isRefusal } from '../src/kernel/outcome.ts'
import { citationOf } from '../src/rules/citation.ts'
import { readRegulations } from '../src/rules/read.ts'
import { rulesUnder } from '../src/rules/standing.ts'

const book = readRegulations()

/** The handbook's table of named cases, from src/ballots/cases; the results are those that the count gives. */
export const electionCasesPage = (): string => {
  const groups = readCases()
  const many = groups.reduce((sum, { cases }) => sum + cases.length, 0)
  return `<!-- 由 src/ballots/cases 生成（scripts/generate.ts），请勿手改。 -->
# 计票实例

${many} 个写明条文的实例，线的两边各有。改动计票程序之后逐个重算，有一个不符就不能发布。别的系统也可以拿去核对：
每个实例都能照“写法”写成一个文件，用 \`npm run -s zhixing -- count <文件>\` 得到同样的结果，写法见[运维手册](operator.md#复核一次计票)。

得票写作“姓名 赞成／反对／弃权”。没有写明的：选举日 2026年11月20日，党支部，第一轮；发出、收回都等于实到会，没有作废票。

${groups.map(section).join('\n\n')}
`
}

const section = ({ title, says, cases }: CaseGroup): string =>
  `## ${title}

${says}

| 实例 | 写法 | 结果 | 依据 |
|---|---|---|---|
${cases.map((named) => `| ${named.name} | ${givenOf(named)} | ${resultWords(named)} | ${citation(named)} |`).join('\n')}`

const citation = ({ rule, asked }: NamedCase): string => {
  const found = rulesUnder(book, {}, asked.on)(rule)
  return found ? citationOf(found) : ''
}

type Sheets = readonly Record<string, unknown>[]
type Totals = { returned: number; votes: Record<string, Counts>; writeIns?: Record<string, number> }
type Counts = { approve: number; oppose: number; abstain: number }

const givenOf = ({ asked }: NamedCase): string => {
  const { on, unit, entitled, present, seats, candidates, issued, round, heads, parameters = {} } = asked
  const totals = asked.totals as Totals | undefined
  const returned = totals?.returned ?? (asked.ballots as Sheets).length
  return [
    on === '2026-11-20' ? '' : on,
    unit === 'branch' ? '' : UNITS[unit],
    heads === true ? '书记、副书记' : '',
    round === 1 ? '' : `第 ${round} 轮`,
    `应到会 ${entitled}`,
    `实到会 ${present}`,
    `应选 ${seats}`,
    `候选人 ${(candidates as string[]).join('')}`,
    issued === present ? '' : `发出 ${issued}`,
    returned === issued ? '' : `收回 ${returned}`,
    ...Object.entries(parameters as Record<string, string>).map(([key, value]) => `\`${key}\` 取 ${value}`),
    totals ? countsOf(totals) : sheetsOf(asked.ballots as Sheets),
  ]
    .filter(Boolean)
    .join('，')
}

const UNITS: Readonly<Record<string, string>> = {
  'general-branch': '党总支',
  'committee-unit': '机关党委',
  'women-committee': '机关妇委会',
  'federation-town': '街道妇联',
  union: '工会',
}

const countsOf = ({ votes, writeIns = {} }: Totals): string =>
  [
    ...Object.entries(votes).map(([name, of]) => `${name} ${of.approve}／${of.oppose}／${of.abstain}`),
    ...Object.entries(writeIns).map(([name, times]) => `另选${name} ${times}`),
  ].join('，')

const MARKS: Readonly<Record<string, string>> = { approve: '赞成', oppose: '反对', abstain: '弃权' }

const sheetsOf = (ballots: Sheets): string => {
  const alike = Map.groupBy(ballots.map(sheetOf), (sheet) => sheet)
  return [...alike].map(([sheet, { length }]) => `${length} 张：${sheet}`).join('；')
}

const sheetOf = (ballot: Record<string, unknown>): string => {
  const { 写入: writeIns = [], ...choices } = ballot
  const marks = Object.entries(choices).map(([name, choice]) => `${MARKS[String(choice)]}${name}`)
  const written = (writeIns as string[]).map((name) => `另选${name}`)
  return [...marks, ...written].join('、') || '空白'
}

const resultWords = (named: NamedCase): string => {
  const read = readCase(JSON.parse(JSON.stringify(named.asked)))
  const result = isRefusal(read) ? read : resultOf(read, book)
  return isRefusal(result) ? `不能计票：${result.message}` : outcomeWords(result)
}

const outcomeWords = ({ quorum, election, ballots, needed, elected, runoff, because }: Outcome): string => {
  if (election === 'not-quorate') return `到会不足，须 ${quorum.needed} 人，不能选举`
  if (election === 'void') return `收回 ${ballots.returned} 张，多于发出的 ${ballots.issued} 张，选举无效`
  const who = elected.length > 0 ? `${elected.join('、')}当选` : '无人当选'
  const close = because.find(({ rule }) => rule.endsWith('.shortfall'))?.holds
  const shortfall = close ? '接近应选人数，经同意可减少名额' : '另行选举'
  return [
    `须 ${needed} 票`,
    ballots.void > 0 ? `作废 ${ballots.void} 张` : '',
    who,
    runoff?.why === 'tie' ? `${runoff.among.join('、')}同票，就 ${runoff.seats} 个名额再次投票` : '',
    runoff?.why === 'shortfall' ? `差 ${runoff.seats} 人，${shortfall}` : '',
  ]
    .filter(Boolean)
    .join('；')
}
