import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../kernel/day.ts'
import { isRefusal } from '../kernel/outcome.ts'
import { explain } from './explain.ts'
import { judge, judgeById } from './judge.ts'
import { readRegulations } from './read.ts'
import type { Check } from './rule.ts'
import { bind, ruleOn, rulesOn } from './rulebook.ts'

const { rules } = readRegulations()
const on = day('2026-03-28')
const judged = (id: string, facts: Record<string, unknown>, when = on) =>
  judgeById(rules, id, { on: when, facts })
const message = (id: string, facts: Record<string, unknown>, when = on) => {
  const outcome = judged(id, facts, when)
  return isRefusal(outcome) ? outcome.message : assert.fail('judged')
}
const check = (id: string): Check => {
  const rule = ruleOn(rules, id, on)
  return rule?.kind === 'check' ? rule : assert.fail(id)
}

test('a judgment carries the clause and every number that decided', () => {
  assert.deepEqual(judged('general-meeting.quorum', { entitled: 29, present: 15 }), {
    rule: 'general-meeting.quorum',
    holds: true,
    needed: 15,
    numbers: { entitled: 29, present: 15 },
    citation: '《中国共产党支部工作条例（试行）》第十一条',
    hardness: 'must',
    confidence: 'H',
  })
})

test('with exactly half present the meeting is lawful, but half of the ayes pass nothing', () => {
  assert.partialDeepStrictEqual(judged('general-meeting.quorum', { entitled: 30, present: 15 }), {
    holds: true,
  })
  assert.partialDeepStrictEqual(judged('general-meeting.majority', { entitled: 30, approve: 15 }), {
    holds: false,
    needed: 16,
  })
})

test('the worked election: of twenty-six present fourteen ayes elect, whatever was returned', () => {
  assert.partialDeepStrictEqual(judged('election.majority', { present: 26, approve: 14 }), { holds: true })
  assert.partialDeepStrictEqual(judged('election.majority', { present: 26, approve: 13 }), {
    holds: false,
    needed: 14,
  })
})

test('a day is judged by the version of that day: more than four fifths until July 2020, then at least', () => {
  const facts = { entitled: 30, present: 24 }

  assert.partialDeepStrictEqual(judged('election.quorum', facts, day('2020-07-12')), {
    holds: false,
    needed: 25,
  })
  assert.partialDeepStrictEqual(judged('election.quorum', facts, day('2020-07-13')), {
    holds: true,
    needed: 24,
  })
})

test('yes-no facts are taken as true or false, or as one or zero', () => {
  const yes = judged('election.secret-ballot', { secret: true })

  assert.deepEqual(yes, judged('election.secret-ballot', { secret: 1 }))
  assert.partialDeepStrictEqual(yes, { holds: true, numbers: { secret: 1 } })
})

test('an unknown rule is answered with its nearest kin', () => {
  assert.match(message('election.quorums', {}), /没有编号为 "election\.quorums" 的规则，相近的有 election\./)
  assert.match(message('__proto__', {}), /没有编号为/)
})

test('a day before the rule was in force is refused with the days that were', () => {
  assert.equal(
    message('general-meeting.quorum', { entitled: 29, present: 15 }, day('2018-10-27')),
    '规则 general-meeting.quorum 在 2018-10-27 没有施行，施行的日子是 2018-10-28 起。',
  )
})

test('a duty and a limit are not judged by numbers', () => {
  assert.match(message('general-meeting.quarterly', {}), /是应做事项，由佐证推算/)
  assert.match(message('term.branch', {}), /是期限，由日期推算/)
  assert.match(message('formation.groups', {}), /是提示，没有可判定的界线/)
})

test('each absurd fact is refused in one line that names it', () => {
  const absurd: [Record<string, unknown>, RegExp][] = [
    [{ entitled: 29 }, /缺少“实到会有选举权党员”（present）/],
    [{ entitled: 29, present: 24, absent: 5 }, /没有名为 "absent" 的事实/],
    [{ entitled: 29, present: -1 }, /（present）不能是负数，所给为 -1/],
    [{ entitled: 29, present: 24.5 }, /以人计，必须是整数，所给为 24\.5/],
    [{ entitled: 29, present: 30 }, /（present）为 30，不能多于“应到会有选举权党员”（entitled）的 29/],
    [{ entitled: 0, present: 0 }, /（entitled）至少为 1，所给为 0/],
    [{ entitled: 29, present: Number.NaN }, /（present）应填整数，所给为 NaN/],
    [{ entitled: 1e300, present: 24 }, /（entitled）不能大于 10000000/],
    [{ entitled: 29, present: Number.POSITIVE_INFINITY }, /（present）不能大于/],
    [{ entitled: '29', present: 24 }, /（entitled）应填整数，所给为 "29"/],
    [{ entitled: 29, present: null }, /（present）应填整数，所给为 null/],
    [{ entitled: 29, present: true }, /（present）应填整数，所给为 true/],
    [{ entitled: 29, present: ['24\n'] }, /（present）应填整数，所给为 \["24\\n"\]/],
  ]
  for (const [facts, fault] of absurd) {
    assert.match(message('election.quorum', facts), fault)
    assert.doesNotMatch(message('election.quorum', facts), /\n/)
  }
  assert.match(message('election.secret-ballot', { secret: 2 }), /只能填 true 或 false，所给为 2/)
})

test('whatever is given, the answer is a judgment or a one-line refusal, never an exception', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('entitled', 'present', '__proto__', 'x'), fc.anything()),
      (facts) => {
        const outcome = judge(check('election.quorum'), facts)
        if (isRefusal(outcome)) return assert.doesNotMatch(outcome.message, /\n/)
        assert.equal(outcome.needed, Math.ceil((4 * outcome.numbers.entitled!) / 5))
      },
    ),
    { numRuns: 500 },
  )
})

test('rules delivered to the browser as JSON judge the same', () => {
  const delivered = bind(JSON.parse(JSON.stringify(rulesOn(rules, on))))
  const facts = { entitled: 29, present: 23 }

  assert.deepEqual(
    judgeById(delivered, 'election.quorum', { on, facts }),
    judgeById(rules, 'election.quorum', { on, facts }),
  )
})

test('a judgment is explained in one plain sentence', () => {
  const told = (id: string, facts: Record<string, unknown>) => {
    const outcome = judged(id, facts)
    return isRefusal(outcome) ? outcome.message : explain(outcome, check(id))
  }

  assert.equal(
    told('general-meeting.quorum', { entitled: 29, present: 15 }),
    '应到会有表决权党员 29 人，实到会有表决权党员 15 人，依《中国共产党支部工作条例（试行）》第十一条，实到会有表决权党员须达到 15 人：符合。',
  )
  assert.match(
    told('appraisal.excellent-cap', { members: 29, excellent: 10 }),
    /优秀一般应不超过 9 人：不符合。$/,
  )
  assert.match(
    told('election.secret-ballot', { secret: false }),
    /^采用无记名投票：否，依.*采用无记名投票须为“是”：不符合。$/,
  )
})
