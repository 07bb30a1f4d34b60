import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:net'
import { after, test } from 'node:test'
import { pino } from 'pino'
import { openQueue } from '../database/queue.ts'
import { testDatabase } from '../database/testing.ts'
import { served } from '../http/testing.ts'
import { day } from '../kernel/day.ts'
import { weekOf } from './digest.ts'
import { digestRoutes } from './digest-routes.ts'
import { organOf } from './fixtures/organ.ts'
import { type DigestMeans, scheduleDigests, sendDigests } from './jobs.ts'
import { postOffice } from './mail.ts'
import * as contract from './reminder-contract.ts'

const { app: pool, owner, database } = await testDatabase()
const { ask } = served(pool, digestRoutes(true))
const { branch, as } = await organOf(database)
/** A mail server that takes what it is given, and can be told to turn it away. */
const sink = async () => {
  const letters: { to: string; text: string }[] = []
  const state = { refuses: false }
  const server: Server = createServer((socket) => {
    let letter = { to: '', text: '' }
    let inText = false
    socket.setEncoding('utf8')
    socket.write('220 sink\r\n')
    socket.on('data', (chunk: string) => {
      for (const line of chunk.split('\r\n').slice(0, chunk.endsWith('\r\n') ? -1 : undefined)) {
        if (inText && line !== '.') letter.text += `${line}\n`
        else if (inText) {
          inText = false
          letters.push(letter)
          letter = { to: '', text: '' }
          socket.write('250 taken\r\n')
        } else if (/^DATA/i.test(line)) {
          inText = !state.refuses
          socket.write(state.refuses ? '451 later\r\n' : '354 go on\r\n')
        } else if (/^RCPT TO:/i.test(line)) {
          letter.to = line.match(/<(.*)>/)?.[1] ?? ''
          socket.write('250 ok\r\n')
        } else socket.write(/^QUIT/i.test(line) ? '221 bye\r\n' : '250 ok\r\n')
      }
    })
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const post = postOffice({ url: `smtp://127.0.0.1:${port}`, from: '知行 <zhixing@example.org>' })
  after(() => {
    post.close()
    server.close()
  })
  return { letters, state, post }
}

const { letters, state, post } = await sink()
const means = (on: string): DigestMeans => ({
  database,
  post,
  today: () => day(on),
  origin: 'https://zhixing.example.org',
  log: pino({ level: 'silent' }),
  errands: [],
})
const decoded = (text: string): string => {
  const [head = '', ...body] = text.split('\n\n')
  const isBase64 = /content-transfer-encoding: base64/i.test(head)
  return isBase64 ? Buffer.from(body.join(''), 'base64').toString() : body.join('\n\n')
}
const subscribe = (name: string, address: string | null) =>
  ask(as(name, 'member', branch), contract.subscribeDigest, { body: { address } })

test('nobody gets a digest who did not ask for one', async () => {
  assert.deepEqual(await sendDigests(means('2026-11-23')), { sent: 0, failed: 0 })
  assert.deepEqual((await ask(as('林岚', 'secretary', branch), contract.readDigest, {})).answer, {
    address: null,
    possible: true,
  })
})

test('a secretary who asked gets one letter a week with what the branch owes', async () => {
  await subscribe('林岚', 'linlan@example.org')
  assert.deepEqual(await sendDigests(means('2026-11-23')), { sent: 1, failed: 0 })
  assert.deepEqual(await sendDigests(means('2026-11-25')), { sent: 0, failed: 0 })
  const [letter] = letters.splice(0)
  assert.equal(letter?.to, 'linlan@example.org')
  const text = decoded(letter?.text ?? '')
  assert.match(text, /【现在该做】\n- .*第一党支部/)
  assert.match(text, /主题党日（2026年11月）/)
  assert.match(text, /https:\/\/zhixing\.example\.org/)
  assert.deepEqual(await sendDigests(means('2026-11-30')), { sent: 1, failed: 0 })
  assert.equal(letters.splice(0).length, 1)
})

test('a letter that the mail server turns away is owed still, and goes out once it takes it', async () => {
  state.refuses = true
  assert.deepEqual(await sendDigests(means('2026-12-07')), { sent: 0, failed: 1 })
  state.refuses = false
  assert.deepEqual(await sendDigests(means('2026-12-08')), { sent: 1, failed: 0 })
  assert.equal(letters.splice(0).length, 1)
})

test('a member is told of her own duties, not of the branch’s', async () => {
  await subscribe('林岚', null)
  await subscribe('叶桐', 'yetong@example.org')
  await sendDigests(means('2026-12-14'))
  const text = decoded(letters.splice(0)[0]?.text ?? '')
  assert.match(text, /党员之间谈心谈话/)
  assert.doesNotMatch(text, /支部委员会会议|主题党日/)
})

test('who stopped her digest gets none', async () => {
  await subscribe('叶桐', null)
  assert.deepEqual(await sendDigests(means('2026-12-21')), { sent: 0, failed: 0 })
})

test('an address that is none is refused by name', async () => {
  const { status, refusal } = await subscribe('叶桐', 'not an address')
  assert.equal(status, 400)
  assert.match(refusal.message, /邮箱地址/)
})

test('two processes on one database put the digest on the clock once, at nine on Mondays in Shanghai', async () => {
  const open = () => openQueue(owner, (error) => assert.fail(String(error)))
  const queues = [await open(), await open()]
  for (const queue of queues) await scheduleDigests(queue, means('2026-11-23'))
  const { rows } = await owner.query('select name, cron, timezone from jobs.schedule')
  assert.deepEqual(rows, [{ name: 'weekly-digest', cron: '0 9 * * 1', timezone: 'Asia/Shanghai' }])
  for (const queue of queues) await queue.close()
})

test('a week is named by its Monday', () => {
  assert.equal(weekOf(day('2026-11-22')).toString(), '2026-11-16')
  assert.equal(weekOf(day('2026-11-23')).toString(), '2026-11-23')
})
