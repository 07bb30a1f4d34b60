import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from './closing-contract.ts'
import { openNeed, readNeed, receiveNeed } from './contract.ts'
import { desk } from './fixtures/desk.ts'
import { assignNeed, referNeed } from './handling-contract.ts'
import type { Outcome } from './kinds.ts'

const { organ, ask, call, received, handledBy, version } = await desk()
const of = (need: string) => ({ params: { need } })

const resolve = async (id: string, outcome: Outcome, more: object = {}, who = '邱志成') =>
  ask(who, contract.resolveNeed, {
    ...of(id),
    body: {
      outcome,
      text: '公司已补发两个月工资。',
      onDay: '2026-11-20',
      version: await version(who, id),
      ...more,
    },
  })

const told = { told: 'phone' as const, onDay: '2026-11-20' }
const tell = async (id: string, more: object = {}, who = '邱志成') =>
  ask(who, contract.tellResult, { ...of(id), body: { ...told, version: await version(who, id), ...more } })

const frame = async (id: string, who = '邱志成') => {
  const need = await ask(who, readNeed, of(id))
  return [need.state, need.outcome, need.toldOn, need.closedOn]
}

test('a matter that is resolved waits until she is told; only then it is closed', async () => {
  const id = await handledBy('邱志成')
  await assert.rejects(tell(id), /还没有办理结果/)
  await resolve(id, 'resolved')
  assert.deepEqual(await frame(id), ['resolved', 'resolved', null, null])
  await assert.rejects(tell(id, { told: null }), /还没有告知本人，不能办结/)
  await assert.rejects(tell(id, { onDay: '2026-11-19' }), /在办理完毕之前/)
  await tell(id, { text: '她说钱已到账。' })
  assert.deepEqual(await frame(id), ['closed', 'resolved', '2026-11-20', '2026-11-20'])
  const { steps } = await ask('邱志成', readNeed, of(id))
  assert.deepEqual(
    steps.slice(-3).map(({ kind, text }) => [kind, text]),
    [
      ['resolved', '已解决：公司已补发两个月工资。'],
      ['told', '电话：她说钱已到账。'],
      ['closed', null],
    ],
  )
  await assert.rejects(tell(id), /已经办结或封存/)
})

test('before triage, or without anybody who holds it, nothing is resolved', async () => {
  const { id } = await ask('苏婉清', receiveNeed, { body: call })
  await assert.rejects(resolve(id, 'resolved'), /还没有分诊/)
  await assert.rejects(resolve(await received('R2'), 'resolved'), /还没有承办人/)
  await assert.rejects(resolve(await handledBy('邱志成'), 'referred-away'), /没有对方已经接下的转介/)
})

test('advice is recorded, resolved and told in one act', async () => {
  const id = await received('R3')
  await assert.rejects(resolve(id, 'resolved'), /当时就告知了/)
  await resolve(id, 'resolved', { told: 'phone' })
  assert.deepEqual(await frame(id), ['closed', 'resolved', '2026-11-20', '2026-11-20'])
  assert.equal((await ask('邱志成', readNeed, of(id))).ownerName, '邱志成')
})

test('each of the four outcomes is an end, and what is referred away has a referral', async () => {
  const referred = await handledBy('邱志成')
  await ask('邱志成', referNeed, {
    ...of(referred),
    body: {
      agency: 'human-resources',
      office: '市人社局',
      asks: '依法核查',
      gives: [],
      basis: 'agreed',
      sentOn: '2026-11-20',
      version: await version('邱志成', referred),
    },
  })
  const ends: [string, Outcome][] = [
    [await handledBy('邱志成'), 'resolved'],
    [referred, 'referred-away'],
    [await handledBy('邱志成'), 'unsolvable'],
    [await handledBy('邱志成'), 'withdrawn'],
  ]
  for (const [id, outcome] of ends) {
    await resolve(id, outcome, { told: 'in-person' })
    assert.deepEqual((await frame(id)).slice(0, 2), ['closed', outcome])
  }
})

test('who left neither name nor address cannot be told; the record says so, and the matter closes', async () => {
  const asker = { name: '', phone: '', note: '' }
  const silent = await handledBy('邱志成', 'R2', { anonymous: true, asker })
  await resolve(silent, 'unsolvable')
  await tell(silent, { told: null })
  assert.deepEqual(await frame(silent), ['closed', 'unsolvable', null, '2026-11-20'])
  assert.equal(
    (await ask('邱志成', readNeed, of(silent))).steps.at(-2)?.text,
    '本人没有留下联系方式，无法告知',
  )
  const withPhone = await handledBy('邱志成', 'R2', { anonymous: true })
  await resolve(withPhone, 'unsolvable')
  await assert.rejects(tell(withPhone, { told: null }), /还没有告知本人/)
})

test('of two who resolve at once one is told that the matter has changed', async () => {
  const id = await handledBy('邱志成')
  const seen = await version('邱志成', id)
  await resolve(id, 'resolved', { version: seen })
  await assert.rejects(resolve(id, 'unsolvable', { version: seen }, '苏婉清'), /已经登记了办理结果/)
  const other = await handledBy('邱志成')
  const at = await version('邱志成', other)
  const both = await Promise.allSettled([
    resolve(other, 'resolved', { version: at }),
    resolve(other, 'resolved', { version: at }),
  ])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

const answer = async (id: string, who: string, more: object = {}) =>
  ask(who, contract.takeAnswer, {
    ...of(id),
    body: {
      solved: 'no' as const,
      satisfied: 'fair' as const,
      text: '只发了一个月。',
      onDay: '2026-11-20',
      version: await version(who, id),
      ...more,
    },
  })

test('what she says by phone is taken down by a colleague who did not handle the matter', async () => {
  const id = await handledBy('邱志成')
  await resolve(id, 'resolved')
  await assert.rejects(answer(id, '苏婉清'), /还没有告知本人/)
  await tell(id)
  await assert.rejects(answer(id, '邱志成'), /没有参与办理的同事/)
  await assert.rejects(answer(id, '林知夏'), /没有参与办理的同事/)
  await answer(id, '苏婉清')
  const { answers } = await ask('邱志成', readNeed, of(id))
  assert.deepEqual(
    answers.map(({ way, takenByName, solved, satisfied, text }) => [
      way,
      takenByName,
      solved,
      satisfied,
      text,
    ]),
    [['phone', '苏婉清', 'no', 'fair', '只发了一个月。']],
  )
})

test('what is not solved is taken up again, and told anew', async () => {
  const id = await handledBy('邱志成')
  const reopen = async () =>
    ask('邱志成', contract.reopenNeed, {
      ...of(id),
      body: { text: '公司只补发了一个月。', version: await version('邱志成', id) },
    })
  await assert.rejects(reopen(), /还在办理中/)
  await resolve(id, 'resolved', { told: 'phone' })
  await answer(id, '苏婉清')
  await reopen()
  assert.deepEqual(await frame(id), ['handling', null, null, null])
  await resolve(id, 'unsolvable', { text: '公司已注销，建议申请仲裁。', told: 'letter' })
  assert.deepEqual((await frame(id)).slice(0, 2), ['closed', 'unsolvable'])
})

const tokenOf = (link: string | null): string => link?.split('#')[1] ?? ''
const spent = /已用过、已过期或不完整/

test('she answers by a link that says no name and no word, once', async () => {
  const id = await handledBy('邱志成')
  await resolve(id, 'resolved')
  const { link } = await tell(id, { told: 'link' })
  const token = tokenOf(link)
  assert.equal(token.length, 43)

  const looked = await organ.hand.ask(contract.lookAtAnswerLink, { body: { token } })
  assert.deepEqual([looked.month, looked.until], ['2026-11', '2026-12-20'])
  assert.doesNotMatch(JSON.stringify(looked), /来电人甲|工资/)

  const body = { token, solved: 'yes' as const, satisfied: 'yes' as const, text: '谢谢，钱到了。' }
  const both = await Promise.allSettled([
    organ.hand.ask(contract.giveAnswer, { body }),
    organ.hand.ask(contract.giveAnswer, { body }),
  ])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  await assert.rejects(organ.hand.ask(contract.lookAtAnswerLink, { body: { token } }), spent)

  const { answers, steps } = await ask('邱志成', readNeed, of(id))
  assert.deepEqual(
    answers.map(({ way, solved, text }) => [way, solved, text]),
    [['link', 'yes', '谢谢，钱到了。']],
  )
  assert.deepEqual([steps.at(-1)?.kind, steps.at(-1)?.byName], ['answered', '本人'])
})

test('of a sensitive matter her words go apart', async () => {
  const { id } = await ask('苏婉清', receiveNeed, { body: { ...call, category: 'harassment', danger: true } })
  await ask('苏婉清', assignNeed, { ...of(id), body: { personId: organ.person('苏婉清'), version: 1 } })
  await resolve(id, 'resolved', {}, '苏婉清')
  const { link } = await tell(id, { told: 'link' }, '苏婉清')
  const said = { solved: 'partly' as const, satisfied: 'fair' as const, text: '不用再上晚班了。' }
  await organ.hand.ask(contract.giveAnswer, { body: { token: tokenOf(link), ...said } })
  const opened = await ask('苏婉清', openNeed, { ...of(id), body: { ground: 'told-back' } })
  assert.equal(opened.answers[0]?.text, said.text)
})

test('a link that is guessed, out of date or replaced opens nothing', async () => {
  const id = await handledBy('邱志成')
  await resolve(id, 'resolved')
  const { link } = await tell(id, { told: 'link' })
  const look = async (token: string) => organ.hand.ask(contract.lookAtAnswerLink, { body: { token } })
  await assert.rejects(look('a'.repeat(43)), spent)
  const renewed = await ask('邱志成', contract.makeAnswerLink, {
    ...of(id),
    body: { version: await version('邱志成', id) },
  })
  await assert.rejects(look(tokenOf(link)), spent)
  await look(tokenOf(renewed.link))
  await organ.as('邱志成', '2026-12-21')
  await assert.rejects(look(tokenOf(renewed.link)), spent)
})

test('of a link only the digest is kept, also in the trail', async () => {
  const id = await handledBy('邱志成')
  await resolve(id, 'resolved')
  const token = tokenOf((await tell(id, { told: 'link' })).link)
  const { rows } = await organ.owner.query(
    `select count(*)::int as found from audit where coalesce(after::text, '') || coalesce(before::text, '') like $1`,
    [`%${token}%`],
  )
  assert.equal(rows[0].found, 0)
})
