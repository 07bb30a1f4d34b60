import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../kernel/day.ts'
import { book } from '../rules/book.ts'
import { rulesStanding } from '../rules/standing.ts'
import { issueRefusal, lifeOf, outShown, returnRefusal, validityOf } from './letters.ts'

const ruleOf = rulesStanding(book, [], '2026-11-22')
const issued = fc.integer({ min: 0, max: 20_000 }).map((days) => day('2000-01-01').add({ days }))
const life = fc.integer({ min: 1, max: 366 })

test('a letter is valid up to the last of its days, counted from the day after its issue', () => {
  fc.assert(
    fc.property(issued, life, fc.integer({ min: 0, max: 800 }), (on, validDays, later) => {
      const letter = { letterOn: on.toString(), validDays }
      const validity = validityOf(ruleOf, letter, on.add({ days: later }).toString())
      assert.equal(validity?.holds, later <= validDays)
      assert.equal(validity?.needed, validDays)
      assert.equal(
        returnRefusal(
          { ...letter, broughtOn: on.add({ days: later }).toString(), returnedBecause: 'expired' },
          ruleOf,
        ) === null,
        later > validDays,
      )
    }),
  )
})

test('how long a letter is valid, the organ chooses; the choice counts from its day', () => {
  const choices = [{ key: 'transfer.letter.days', choice: '30', since: '2026-06-01' }]
  assert.equal(lifeOf(rulesStanding(book, choices, '2026-05-31')), 90)
  assert.equal(lifeOf(rulesStanding(book, choices, '2026-06-01')), 30)
})

const transfer = (issuedOn: string, validDays: number, today: string) =>
  outShown(
    {
      id: crypto.randomUUID(),
      unitId: crypto.randomUUID(),
      unitName: '机关党支部',
      personId: crypto.randomUUID(),
      personName: '陶然',
      status: 'full',
      toUnit: '某街道党工委',
      reason: 'work',
      appliedOn: issuedOn,
      duesMonth: '2026-04-01',
      receivedOn: null,
      withdrawnOn: null,
      withdrawnBecause: null,
      letters: [
        {
          id: crypto.randomUUID(),
          year: 2026,
          number: 1,
          issuedOn,
          validDays,
          voidOn: null,
          voidBecause: null,
        },
      ],
      version: 1,
    },
    day(today),
  )

test('a letter on its way is expired from the day after its last', () => {
  fc.assert(
    fc.property(issued, life, fc.integer({ min: 0, max: 800 }), (on, validDays, later) => {
      const today = on.add({ days: later }).toString()
      assert.equal(transfer(on.toString(), validDays, today).state, later <= validDays ? 'sent' : 'expired')
    }),
  )
})

test('another letter asks what became of the one before, and one still valid is not called expired', () => {
  const sent = transfer('2026-04-20', 90, '2026-05-10')
  const anew = (voidBecause: string | null) =>
    issueRefusal(sent, { issuedOn: '2026-05-10', voidBecause }, day('2026-05-10'))
  assert.match(anew(null)?.message ?? '', /〔2026〕第001号还没有作废/)
  assert.match(anew('expired')?.message ?? '', /2026-07-19 才过期/)
  assert.equal(anew('lost'), null)
})
