import assert from 'node:assert/strict'
import { test } from 'node:test'
import { generalMeeting, majority, quorum } from './fixtures/meeting.ts'
import { quorumWords, voteWords } from './vote-words.ts'

const resolution = generalMeeting.resolutions[0]!

test('a vote that falls short says by how many and that it did not pass', () => {
  const words = voteWords({
    ...resolution,
    approve: 14,
    oppose: 10,
    passed: false,
    judgments: [
      quorum,
      {
        ...majority,
        judgment: { ...majority.judgment, holds: false, numbers: { entitled: 29, approve: 14 } },
      },
    ],
  })

  assert.match(
    words,
    /赞成14票，反对10票，弃权1票，未投票1人，赞成票未超过应到会有表决权党员的半数（须达15票），决议未通过。$/,
  )
})

test('a quorum that was missed is told as missed', () => {
  const missed = { ...quorum.judgment, holds: false, numbers: { entitled: 29, present: 14 } }

  assert.match(quorumWords({ ...quorum, judgment: missed }), /实到14人，不符合.*“半数以上”（15人）的要求$/)
})

test('a rule that has no wording of its own is told in the words that came with the judgment', () => {
  const other = { judgment: { ...quorum.judgment, rule: 'admission.quorum' }, words: '应到会 30 人：符合。' }

  assert.equal(quorumWords(other), '应到会 30 人：符合')
})

test('without a judgment the counts and the outcome stand alone', () => {
  assert.equal(
    voteWords({ ...resolution, judgments: [] }),
    '应到会有表决权29人，实到26人；赞成24票，反对1票，弃权1票，决议通过。',
  )
})
