import assert from 'node:assert/strict'
import { test } from 'node:test'
import { grantsOf } from '../kernel/access.ts'
import { needErrandsOf, type OpenNeed } from './errands.ts'

const need = (number: number, more: Partial<OpenNeed> = {}): OpenNeed => ({
  id: crypto.randomUUID(),
  year: 2026,
  number,
  state: 'handling',
  level: 'R2',
  dueOn: '2026-11-20',
  unitId: 'u',
  unitName: '市妇女联合会',
  unitPath: 'fl.',
  isMine: false,
  raisedTo: null,
  posts: [],
  ...more,
})
const asked = {
  grants: grantsOf([{ post: 'rights-officer', path: 'fl.' }] as never),
  today: '2026-11-23',
  soon: '2026-11-26',
}
const titles = (needs: OpenNeed[], grants = asked.grants) =>
  needErrandsOf(needs, { ...asked, grants }).map(({ title }) => title)

test('few that wait for triage are told one by one, many as one line; danger always by itself', () => {
  const received = [1, 2, 3, 4].map((number) => need(number, { state: 'received', level: null }))
  assert.deepEqual(titles(received.slice(0, 1)), ['需求〔2026〕1 待分诊'])
  assert.deepEqual(titles([...received, need(5, { state: 'received', level: 'R0' })]), [
    '需求〔2026〕5 紧急，待联络和分诊',
    '有 4 件需求待分诊',
  ])
  assert.deepEqual(titles(received, grantsOf([])), [])
})

test('her own are told as they are due, past it, or wait to be told to her who asked', () => {
  assert.deepEqual(
    titles([
      need(1, { isMine: true }),
      need(2, { isMine: true, dueOn: '2026-11-25' }),
      need(3, { isMine: true, state: 'resolved' }),
    ]),
    ['需求〔2026〕1 已过期限', '需求〔2026〕2 期限将到', '需求〔2026〕3 待告知本人'],
  )
})

test('a matter past its day rises to the head, and after the days allowed to the leader; one raised by an act at once', () => {
  const rises = (posts: OpenNeed['posts'], more: Partial<OpenNeed> = {}) =>
    titles([need(1, { posts, ...more })]).length
  assert.equal(rises([]), 0)
  assert.equal(rises(['rights-head']), 1)
  assert.equal(rises(['rights-head'], { dueOn: '2026-11-23' }), 0)
  assert.equal(rises(['federation-leader']), 0)
  assert.equal(rises(['federation-leader'], { dueOn: '2026-11-13' }), 1)
  assert.equal(rises(['federation-leader'], { dueOn: '2026-11-16' }), 0)
  assert.equal(rises(['federation-leader'], { dueOn: '2026-11-25', raisedTo: 'federation-leader' }), 1)
})

test('an answer that nothing is solved is told to the owner and the desk, by no day; to nobody else', () => {
  const closed = need(1, { state: 'closed', dueOn: '2026-11-02' })
  assert.deepEqual(
    needErrandsOf([closed], asked).map(({ title, by, coming }) => [title, by, coming]),
    [['需求〔2026〕1 本人答复没有解决', null, false]],
  )
  assert.deepEqual(titles([{ ...closed, isMine: true }], grantsOf([])), ['需求〔2026〕1 本人答复没有解决'])
  assert.deepEqual(titles([closed], grantsOf([])), [])
})
