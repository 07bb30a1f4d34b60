import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { book } from './rules/book.ts'
import { citationOf } from './rules/citation.ts'
import type { GuideText } from './ui/guide.ts'

const found = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(^|\/)([a-z-]+-)?guide\.ts$/.test(path) && path !== 'ui/guide.ts')
  .sort()

const guides = await Promise.all(
  found.map(async (path) => {
    const module = (await import(join(import.meta.dirname, path))) as Record<
      string,
      Record<string, GuideText>
    >
    return Object.values(module).flatMap((named) =>
      Object.entries(named).map(([name, guide]) => ({ name: `${path} ${name}`, guide })),
    )
  }),
)

test('every guide cites the clause of the rule it names, as the rule stands', () => {
  for (const { name, guide } of guides.flat()) {
    assert.ok(guide.clauses.length > 0, `${name} cites nothing`)
    for (const { rule, citation } of guide.clauses) {
      const versions = book.rules.get(rule)
      assert.ok(versions, `${name} names ${rule}, which is no rule`)
      assert.equal(citation, citationOf(versions.at(-1)!), name)
    }
  }
})

test('every guide says what is needed, by whom, and what a good and a poor record look like', () => {
  for (const { name, guide } of guides.flat()) {
    assert.ok(guide.needs.length > 0 && guide.needs.every((need) => need.length > 3), name)
    for (const text of [guide.who, guide.good, guide.poor]) assert.match(text, /\p{Script=Han}.*。$/u, name)
  }
})
