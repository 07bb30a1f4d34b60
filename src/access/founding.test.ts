import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../kernel/day.ts'
import { isRefusal } from '../kernel/outcome.ts'
import { FORM } from './fixtures/visitor.ts'
import { foundingOf, type SetUpForm } from './founding.ts'

const TODAY = day('2026-11-22')
const form = (changes: Partial<SetUpForm> = {}): SetUpForm => ({ ...FORM, token: 't', ...changes })
const founded = (changes: Partial<SetUpForm> = {}) => {
  const founding = foundingOf(form(changes), TODAY, () => crypto.randomUUID())
  if (isRefusal(founding)) throw new Error(founding.message)
  return founding
}

test('without a general branch the branch stands at the top, and the officer runs the system from there', () => {
  const { units, branch, posts } = founded({ generalBranch: null })
  const top = units.find(({ parentId }) => parentId === null)

  assert.equal(top?.id, branch)
  assert.equal(posts.find(({ post }) => post === 'operator')?.unitId, branch)
})

test('one person with two posts is one person, blanks in her name or not', () => {
  const { people, posts } = founded({
    officer: { ...FORM.officer, name: '李 敏', post: 'secretary' },
    posts: [
      { post: 'organization', name: '李敏' },
      { post: 'publicity', name: '欧阳 静' },
    ],
  })

  assert.deepEqual(
    people.map(({ name, initials }) => [name, initials]),
    [
      ['李敏', 'lm'],
      ['欧阳静', 'oyj'],
    ],
  )
  assert.equal(posts.filter(({ personId }) => personId === people[0]?.id).length, 3)
})

test('the secretary of the general branch holds her post there, and is one person with her post in the branch', () => {
  const { people, posts, units } = founded({ generalSecretary: '沈岚' })
  const general = units.find(({ kind }) => kind === 'general-branch')
  const her = people.filter(({ name }) => name === '沈岚')

  assert.equal(her.length, 1)
  assert.ok(posts.some(({ unitId, personId }) => unitId === general?.id && personId === her[0]?.id))
  assert.equal(founded({ generalBranch: null, generalSecretary: '沈岚' }).posts.length, posts.length - 1)
})

test('posts begin with the election, or today where its day is not known', () => {
  const since = (electedOn: string | null) => founded({ electedOn }).posts.map((post) => post.since)

  assert.deepEqual(new Set(since('2024-06-18')), new Set(['2024-06-18', '2026-11-22']))
  assert.deepEqual(new Set(since(null)), new Set(['2026-11-22']))
})

test('a second secretary, or the same post twice for one person, is refused', () => {
  const refused = (posts: SetUpForm['posts']) => foundingOf(form({ posts }), TODAY, () => crypto.randomUUID())
  const two = refused([
    { post: 'secretary', name: '甲某' },
    { post: 'secretary', name: '乙某' },
  ])
  const twice = refused([
    { post: 'publicity', name: '丙某' },
    { post: 'publicity', name: '丙 某' },
  ])

  assert.ok(isRefusal(two) && two.field === 'posts')
  assert.ok(isRefusal(twice) && twice.message.includes('丙某'))
})

test('each path lies under its parent and no two are the same, whatever the groups are called', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 20 }),
      fc.boolean(),
      (groups, general) => {
        const { units } = founded({ groups, generalBranch: general ? '机关党总支' : null })
        const pathOf = new Map(units.map(({ id, path }) => [id, path]))

        assert.equal(new Set(units.map(({ path }) => path)).size, units.length)
        for (const { path, parentId } of units) {
          assert.match(path, /^\/(\d{4}[0-9a-f]{12}\/)+$/)
          assert.ok(path.startsWith(parentId ? pathOf.get(parentId)! : '/'))
        }
      },
    ),
    { numRuns: 100 },
  )
})
