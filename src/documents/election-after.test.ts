import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AFTER } from '../elections/papers-after.ts'
import type { PaperFacts } from './election-facts.ts'
import { electionDocx } from './election-paper.ts'
import type { ElectionPaperId } from './election-papers.ts'
import { heldElection } from './fixtures/held-election.ts'
import { textOf } from './fixtures/text.ts'

const told = async (id: ElectionPaperId, facts: PaperFacts = heldElection): Promise<string> =>
  textOf(await electionDocx(AFTER[id]!)(facts)).join('\n')

const before: PaperFacts = { ...heldElection, gatherings: [], results: [], steps: {}, frozen: false }

test('the attendance sheet says who was due, who came and whether so many were enough', async () => {
  const text = await told('attendance')
  assert.match(
    text,
    /应到会有选举权的党员29人，实到26人，请假3人，缺席0人。依《[^》]+》第十九条，须到24人，可以进行选举。/,
  )
  assert.match(text, /另有1人没有选举权或不计入应到会，见选举人资格审核表。/)
  assert.match(text, /列席：机关纪委书记/)
  assert.doesNotMatch(text, /预备党员/, 'why somebody has no vote is not for the list that lies open')
})

test('before the meeting it is a sheet to sign, with the voters and nothing else', async () => {
  const text = await told('attendance', before)
  assert.match(text, /签到\n/)
  assert.match(text, /应到会有选举权的党员29人（名单截至2026年11月18日）/)
  assert.doesNotMatch(text, /到会情况表/)
})

test('scrutineers and tellers stand by their role, whether they are candidates, and how they were passed', async () => {
  const text = await told('officers')
  assert.match(text, /1\n总监票人\n党员甲1\n否\n2\n监票人\n党员乙2\n否\n3\n计票人\n党员丙3\n否/)
  assert.match(text, /应到会有选举权的党员29人，实到26人，赞成26票，反对0票，弃权0票，通过/)
  const [members, plenary] = heldElection.gatherings
  const officers = [{ role: 'teller' as const, name: '白露' }]
  assert.match(
    await told('officers', { ...heldElection, gatherings: [{ ...members!, officers }, plenary!] }),
    /白露\n是/,
  )
})

test('the ballots report adds up: printed is given out, spoiled and left', async () => {
  const text = await told('ballot-report')
  assert.match(text, /印制\n30张\n发出\n26张\n写坏换发\n1张\n剩余封存\n3张\n收回\n25张\n未交回\n1张/)
  assert.match(text, /第二十六条至第二十七条，收回选票须不超过 26 张：符合/)
})

test('more ballots returned than given out are told before the round is closed', async () => {
  const [members] = heldElection.gatherings
  const rounds = [{ ...members!.rounds[0]!, returned: 27, outcome: null, isClosed: false }]
  const text = await told('ballot-report', { ...heldElection, gatherings: [{ ...members!, rounds }] })
  assert.match(text, /发出26张，收回27张，收回的多于发出的，选举无效，须重新选举/)
})

test('a counted tally sheet has each name with its votes, an open one has places for strokes', async () => {
  const counted = await told('tally')
  assert.match(counted, /丁一宁\n22\n1\n1\n当选/)
  assert.match(counted, /顾青\n15\n8\n1\n再次投票/)
  assert.match(counted, /党员戊5（另选）\n1/)
  assert.match(counted, /李文静、顾青得票相等，就剩余的1个名额再次投票/)
  assert.match(counted, /委员选举（第二次投票），得票相等，再次投票，应选1人/)
  const open = await told('tally', before)
  assert.match(open, /画“正”/)
  assert.doesNotMatch(open, /当选/)
})

test('the result report gives every judgment with its clause', async () => {
  const text = await told('result-to-meeting')
  assert.match(
    text,
    /应到会有选举权的党员29人，实到26人，应选5人。发出选票26张，收回25张，其中有效24张，作废1张/,
  )
  assert.match(text, /当选须得赞成票14票以上。当选委员4人：丁一宁、王立、白露、林岚。/)
  assert.match(text, /第十九条/)
  for (const { words } of heldElection.gatherings.flatMap(({ rounds }) =>
    rounds.flatMap(({ outcome }) => outcome!.because),
  ))
    assert.ok(text.includes(words), words)
})

test('the plenary elects the head and divides the work; what nobody recorded is a gap', async () => {
  const text = await told('plenary')
  assert.match(text, /示例市妇联机关第一党支部委员会/)
  assert.match(text, /当选书记1人：林岚/)
  assert.match(text, /丁一宁\n委员\n组织/)
  assert.match(text, /李文静\n委员\n〔未记〕/)
  assert.equal(
    AFTER.plenary!.awaits!({ ...heldElection, form: 'direct' }),
    '不设委员会，没有委员会第一次会议。',
  )
})

test('the report to the superior asks for filing and approval, with a table of those elected', async () => {
  const text = await told('result-report')
  assert.match(text, /示妇机一支〔2026〕9号/)
  assert.match(text, /委员请予备案，书记、副书记请予批准/)
  assert.match(text, /选举林岚为书记/)
  assert.match(text, /李文静\n女\n1988\.05\n汉族\n2012\.06/)
  assert.match(text, /委员18票（29，26）/)
})

test('a reply is registered, and its words are not invented', async () => {
  const text = await told('result-reply')
  assert.match(text, /示直工〔2026〕31号/)
  assert.match(text, /林岚：书记（2026年11月23日）/)
  assert.match(text, /内容以原件为准/)
  assert.equal(AFTER['result-reply']!.awaits!(before), '还没有登记上级的批复。')
})

test('the list at the end counts the sealed ballots and says who goes and who comes', async () => {
  const text = await told('closing-list')
  assert.match(text, /委员选举\n30张\n26张\n25张\n4张/)
  assert.match(text, /高敏\n上届\n组织委员\n至2026年11月23日/)
  assert.match(text, /林岚\n新一届\n书记\n自2026年11月24日/)
})

test("a women's federation and a union have their own words, and no word of the Party's", async () => {
  const federation: PaperFacts = {
    ...heldElection,
    ...{ unitName: '示例市妇联', unitKind: 'federation-city', line: 'federation' },
  }
  const notice = await told('public-notice', federation)
  assert.match(notice, /选举产生示例市妇联执行委员会执行委员5人/)
  assert.match(notice, /选举林岚为主席/)
  const union: PaperFacts = {
    ...heldElection,
    unitName: '示例市妇联机关工会',
    unitKind: 'union',
    line: 'union',
  }
  for (const id of ['result-report', 'public-notice', 'ballot-heads'] as const)
    for (const facts of [federation, union]) assert.doesNotMatch(await told(id, facts), /书记|党员大会|入党/)
})
