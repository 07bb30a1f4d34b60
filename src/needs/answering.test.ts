import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from './closing-contract.ts'
import { desk } from './fixtures/desk.ts'
import { assignNeed } from './handling-contract.ts'

const { organ, ask, handledBy, version } = await desk()
const of = (need: string) => ({ params: { need } })

const resolved = async (id: string, who: string, told: 'phone' | 'link') =>
  ask(who, contract.resolveNeed, {
    ...of(id),
    body: {
      outcome: 'resolved',
      text: '公司已补发两个月工资。',
      onDay: '2026-11-20',
      told,
      version: await version(who, id),
    },
  })

test('who held the matter before it was passed on does not take her answer down; who only assigned it may', async () => {
  const id = await handledBy('邱志成')
  const body = { personId: organ.person('苏婉清'), version: await version('孟庆芝', id) }
  await ask('孟庆芝', assignNeed, { ...of(id), body })
  await resolved(id, '苏婉清', 'phone')
  const answer = async (who: string) =>
    ask(who, contract.takeAnswer, {
      ...of(id),
      body: { solved: 'yes', satisfied: 'yes', onDay: '2026-11-20', version: await version(who, id) },
    })
  await assert.rejects(answer('邱志成'), /没有参与办理的同事/)
  await answer('孟庆芝')
})

test('a link to a result that was taken back opens nothing; she is told anew', async () => {
  const id = await handledBy('邱志成')
  const { link } = await resolved(id, '邱志成', 'link')
  const token = link?.split('#')[1] ?? ''
  await organ.hand.ask(contract.lookAtAnswerLink, { body: { token } })
  await ask('邱志成', contract.reopenNeed, {
    ...of(id),
    body: { text: '公司只补发了一个月。', version: await version('邱志成', id) },
  })
  await assert.rejects(organ.hand.ask(contract.lookAtAnswerLink, { body: { token } }), /已用过/)
})
