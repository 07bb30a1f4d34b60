import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attempt, publicPage } from './fixtures/public.ts'
import { answerPublicly, askPublicly } from './public-contract.ts'

const page = await publicPage()
const { ask, organ, lying } = page
await page.stands(true)

const said = (category: 'labour' | 'violence') => ({
  organId: organ,
  attempt: attempt(),
  category,
  facts: '离职以后，最后两个月工资没有给。',
})

/** The latest matter of the page, as it stands once there is a result. */
const resolved = async (): Promise<string> => {
  const [row] = await lying(
    `update need set state = 'resolved', owner_id = $1, owner_name = '苏婉清', level = 'R2', outcome = 'resolved', resolved_on = '2026-11-20'
     where id = (select id from need where channel = 'web' order by received_at desc limit 1) returning id`,
    page.person('苏婉清'),
  )
  return row.id
}

const answers = async (id: string): Promise<number> =>
  (await lying('select count(*)::int as n from need_answer where need_id = $1', id))[0].n

const saying = (receiptCode: string) => ({
  body: { receiptCode, solved: 'yes' as const, satisfied: 'yes' as const, text: '钱到了。' },
})

test('what she sends twice at one moment is one matter, and both times she gets her receipt', async () => {
  const body = said('labour')
  const both = await Promise.all([1, 2, 3].map(() => ask(askPublicly, { body })))
  assert.deepEqual([...new Set(both.map(({ status }) => status))], [200])
  assert.equal(new Set(both.map(({ answer }) => answer.receipt)).size, 1)
})

test('she answers once by her receipt, though she presses twice at one moment', async () => {
  const { receipt } = (await ask(askPublicly, { body: said('labour') })).answer
  const id = await resolved()
  const both = await Promise.all([1, 2, 3].map(() => ask(answerPublicly, saying(receipt))))
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409, 409])
  assert.equal(await answers(id), 1)
})

test('where the key of her matter was destroyed, no words are taken any more', async () => {
  const { receipt } = (await ask(askPublicly, { body: said('violence') })).answer
  const id = await resolved()
  await lying('delete from sealed_case where need_id = $1', id)
  assert.equal((await ask(answerPublicly, saying(receipt))).status, 409)
  assert.equal(await answers(id), 0)
})
