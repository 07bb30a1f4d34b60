import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citationOf, numeral } from './citation.ts'
import type { Source } from './rule.ts'

const source: Source = {
  regulation: 'sample',
  title: '示例条例（试行）',
  form: 'regulation',
  articleConfidence: 'H',
}

test('article numbers are written as people write them', () => {
  const numbers = [1, 7, 10, 11, 20, 37, 100, 105, 110, 999]
  const written = ['一', '七', '十', '十一', '二十', '三十七', '一百', '一百零五', '一百一十', '九百九十九']
  assert.deepEqual(numbers.map(numeral), written)
})

test('a citation goes down to the paragraph and the item', () => {
  assert.equal(citationOf({ source: { ...source, article: '11' } }), '《示例条例（试行）》第十一条')
  assert.equal(
    citationOf({ source: { ...source, article: '37' }, paragraph: 1, item: 8 }),
    '《示例条例（试行）》第三十七条第一款第八项',
  )
})

test('a number that is only known to lie between two articles says so', () => {
  assert.equal(
    citationOf({ source: { ...source, article: '27-28' } }),
    '《示例条例（试行）》第二十七条至第二十八条',
  )
})

test('where no number was seen, none is claimed; a reply is not dressed as a regulation', () => {
  assert.equal(citationOf({ source }), '《示例条例（试行）》')
  assert.equal(citationOf({ source: { ...source, title: '示例答复', form: 'reply' } }), '示例答复')
})
