import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agenda, script } from './election-agenda.ts'
import { termCalendar } from './election-calendar.ts'
import { candidatesRequest } from './election-candidates.ts'
import { decision } from './election-decision.ts'
import type { PaperFacts } from './election-facts.ts'
import { method } from './election-method.ts'
import { nomination } from './election-nomination.ts'
import { type ElectionPaper, electionDocx, gapsOf } from './election-paper.ts'
import { notice, plan } from './election-plan.ts'
import { candidatesReply, reply } from './election-reply.ts'
import { request } from './election-request.ts'
import { ELECTION_TAGS } from './election-tags.ts'
import { voters, votersInner } from './election-voters.ts'
import { workReport } from './election-work-report.ts'
import { electionFacts, metFacts, rulesFor } from './fixtures/election.ts'
import { textOf } from './fixtures/text.ts'

const ALL = {
  termCalendar,
  decision,
  request,
  reply,
  plan,
  notice,
  voters,
  votersInner,
  nomination,
  candidatesRequest,
  candidatesReply,
  workReport,
  method,
  agenda,
  script,
} satisfies Record<string, ElectionPaper>

const read = async (paper: ElectionPaper, facts: PaperFacts = electionFacts): Promise<string> =>
  textOf(await electionDocx(paper)(facts)).join('\n')

const has = (text: string, ...parts: string[]): void => {
  for (const part of parts) assert.ok(text.includes(part), `no “${part}” in:\n${text}`)
}

const bare: PaperFacts = {
  ...electionFacts,
  superior: null,
  plannedOn: null,
  term: null,
  steps: {},
  decision: null,
  candidates: [],
  nominations: [],
  contact: null,
  officials: [],
}

test('the gaps a paper announces are the gaps it prints', async () => {
  for (const facts of [electionFacts, metFacts, bare])
    for (const [id, paper] of Object.entries(ALL)) {
      const printed = (await read(paper, facts)).split('〔未记〕').length - 1
      assert.equal(gapsOf(paper, facts), printed, id)
    }
})

test('no paper prints a missing value as a word of the machine', async () => {
  for (const facts of [electionFacts, metFacts, bare])
    for (const paper of Object.values(ALL))
      assert.doesNotMatch(await read(paper, facts), /undefined|null|NaN|\[object/)
})

test('the request names what the regulation asks for, with this branch’s own numbers', async () => {
  const text = await read(request)

  has(
    text,
    ...['妇机一支〔2026〕3号', '示例市妇联机关党委：', '一、届期', '二、大会的条件和形式', '三、时间和议程'],
    ...['四、新一届委员会的名额和构成', '五、提名和选举办法', '妥否，请批复。', '2026年10月15日'],
    ...['任期至2026年12月20日届满', '应到会有选举权的党员29名', '不少于24名时', '候选人不少于6名'],
    '委员5名，其中书记1名、副书记1名',
  )
  assert.equal(gapsOf(request, electionFacts), 0)
})

test('a branch without a committee asks for its heads alone', async () => {
  const text = await read(request, { ...electionFacts, form: 'direct', seats: 0, deputies: 0 })

  has(text, '书记1名', '由全体党员讨论提出书记候选人')
  assert.doesNotMatch(text, /委员会|差额/)
})

test('the organ’s own shares are printed, not those of the regulation', async () => {
  const rules = rulesFor('branch', { 'election.quorum.share': '9/10', 'election.surplus.share': '3/10' })
  const text = await read(method, { ...electionFacts, rules })

  has(text, '不少于应到会的十分之九', '到会27名以上', '应选人数的十分之三', '候选人不少于7名')
  assert.doesNotMatch(text, /五分之四|百分之二十/)
})

test('the method is a draft until the meeting has passed it', async () => {
  has(await read(method), '（草案，提请党员大会通过）')
  const passed = await read(method, metFacts)

  has(passed, '（2026年12月18日党员大会通过）', '实到会26名，赞成票14票以上方可当选')
  assert.equal(method.name(metFacts), '示例市妇联机关第一党支部选举办法')
  assert.equal(gapsOf(method, metFacts), 0)
})

test('a union without rules of its own does not borrow the Party’s: quorum and majority are gaps', async () => {
  const text = await read(method, { ...electionFacts, line: 'union', unitKind: 'union', rules: {} })

  has(text, '到会人数的要求：〔未记〕', '当选所需的赞成票：〔未记〕')
  assert.doesNotMatch(text, /五分之四|党员|书记|弃权的不得/)
})

test('a women’s federation elects by its own shares, and mere practice is not cited as a clause', async () => {
  const [line, unitKind] = ['federation', 'federation-city'] as const
  const text = await read(method, { ...electionFacts, line, unitKind, rules: rulesFor(unitKind) })

  has(
    text,
    '超过应到会的三分之二',
    '到会20名以上',
    '赞成票超过应到会人数的一半',
    '执行委员候选人不少于应选人数',
  )
  assert.doesNotMatch(text, /通行做法|五分之四|书记|党员/)
})

test('the posted list has the names with a vote and nothing of the others', async () => {
  const posted = await read(voters)
  const inner = await read(votersInner)

  has(posted, '（共29名，按姓氏笔画为序）', '丁素云')
  assert.doesNotMatch(posted, /周老|白露|卧床|预备/)
  has(inner, '周老', '卧床不起', '示例市妇联机关党委', '白露', '预备党员没有表决权')
})

test('whoever is still to be left out keeps her vote on the posted list', async () => {
  const pending = electionFacts.voters.map((each) =>
    each.name === '周老' ? { ...each, place: 'pending' as const } : each,
  )

  has(await read(voters, { ...electionFacts, voters: pending }), '周老', '（共30名')
})

test('nominations are added up over the groups, the most supported first', async () => {
  const text = (await read(nomination)).replaceAll('\n', ' ')

  has(text, '1 顾明仪 2 27', '2 王静 2 21', '3 丁素云 1 12')
})

test('the request for candidates tells the difference, and its table one line a person', async () => {
  const text = await read(candidatesRequest)

  has(text, '应选5名，候选人6名，差额1名，按规定候选人不少于6名', '委员、书记', '1984.03', '等额提名')
  assert.equal(text.split('示例省示例县').length - 1, 6)
  const few = { ...electionFacts, candidates: electionFacts.candidates.slice(1) }
  has(await read(candidatesRequest, few), '差额0名', '还差1名')
})

test('a reply has no paper before it is registered, and no words of the superior are made up', async () => {
  assert.match(reply.awaits?.(bare) ?? '', /还没有登记收到换届批复/)
  const text = await read(reply)

  has(text, '妇机党〔2026〕18号', '2026年10月23日', '没有另外记下', '批复原件附后')
})

test('the work report counts records, and leaves what the committee must write as gaps', async () => {
  const text = await read(workReport)

  has(text, '2023年12月20日至2026年12月18日', '最早的一次在2024年1月15日', '谈心谈话', '88', '发展党员2名')
  const [, written = ''] = text.split('任期内主要工作')
  assert.match(written, /^\n〔未记〕\n/)
})

test('the tags of every paper are told apart, and each has a value where nothing is recorded yet', () => {
  for (const [kind, { single, repeated }] of Object.entries(ELECTION_TAGS)) {
    const names = [...single, ...repeated].map(({ tag }) => tag)
    assert.equal(new Set(names).size, names.length, kind)
    for (const facts of [electionFacts, metFacts, bare]) {
      for (const { tag, of } of single) assert.match(of(facts), /\S/, `${kind} ${tag}`)
      for (const { tag, inside, rows } of repeated)
        for (const row of rows(facts))
          assert.deepEqual(Object.keys(row).toSorted(), inside.toSorted(), `${kind} ${tag}`)
    }
  }
})

test('the script is what the room is shown, with the first plenary on a page of its own', async () => {
  const text = await read(script)

  has(text, '一、宣布开会', '二、清点到会人数', '第一次全体会议主持词')
  assert.doesNotMatch(
    await read(script, { ...electionFacts, scripts: { members: [], committee: [] } }),
    /第一次全体/,
  )
})

test('a by-election asks for its seats and says nothing of a term', async () => {
  const text = await read(request, { ...electionFacts, kind: 'by-election', seats: 1 })

  has(text, '补选的请示', '补选委员1名', '候选人不少于2名')
  assert.doesNotMatch(text, /届期|工作报告/)
})
