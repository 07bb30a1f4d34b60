import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import type { NeedFile } from '../database/tables.ts'
import { openNeed, readNeed } from './contract.ts'
import { MOST_PUBLIC_FILES, takeNeedFile } from './file-contract.ts'
import { digestOf } from './file-jobs.ts'
import { attempt, publicPage } from './fixtures/public.ts'
import { addPublicFile, answerPublicly, askPublicly, readPublicStatus } from './public-contract.ts'

const page = await publicPage('2026-11-20', { sending: { burst: 1000, perSecond: 100 } })
const { ask, as, organ, lying } = page
await page.stands(true)

const sent = async (category: 'labour' | 'violence') => {
  const body = { organId: organ, attempt: attempt(), category, facts: '这里写发生了什么。' }
  const { answer } = await ask(askPublicly, { body })
  const [row] = await lying(`select id from need where channel = 'web' order by received_at desc limit 1`)
  return { ...answer, id: row.id as string }
}
const hand = (ticket: string, name: string, bytes: Uint8Array) =>
  ask(addPublicFile, { query: { ticket, name }, file: new Blob([bytes as Uint8Array<ArrayBuffer>]) })

const picture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#aabbcc' } })
    .withExif({ IFD3: { GPSLatitude: '24/1 28/1 0/1', GPSLatitudeRef: 'N' }, IFD0: { Make: 'PhoneMaker' } })
    .jpeg()
    .toBuffer()
const PDF = strToU8('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF')

test('a picture is kept encrypted, without where it was taken, and its fingerprint is of what she handed in', async () => {
  for (const category of ['labour', 'violence'] as const) {
    const { id, ticket } = await sent(category)
    const bytes = await picture()
    assert.ok(bytes.includes('PhoneMaker'))
    const { status, answer } = await hand(ticket, '伤 痕.JPG', bytes)
    assert.equal(status, 200)
    assert.deepEqual([answer.name, answer.fingerprint], ['伤 痕.jpg', digestOf(bytes)])

    const [row] = (await lying('select * from need_file where need_id = $1', id)) as NeedFile[]
    const kept = JSON.stringify(row)
    assert.ok(!kept.includes('伤') && !(row as unknown as { content: Buffer }).content.includes('JFIF'))

    const who = category === 'labour' ? '邱志成' : '孟庆芝'
    const need =
      category === 'labour'
        ? await (await as(who)).ask(readNeed, { params: { need: id } })
        : await (await as(who)).ask(openNeed, { params: { need: id }, body: { ground: 'handling' } })
    const [file] = need.files
    assert.equal(file?.name, '伤 痕.jpg')
    assert.match(
      need.steps.find(({ kind }) => kind === 'file-added')?.text ?? '',
      new RegExp(digestOf(bytes)),
    )
    const ground = category === 'labour' ? null : ('evidence' as const)
    const taken = await page.download(who, takeNeedFile, {
      params: { need: id, file: file?.id ?? '' },
      body: { ground },
    })
    assert.match(taken.headers.get('content-disposition') ?? '', /^attachment;/)
    assert.equal(taken.headers.get('x-content-type-options'), 'nosniff')
    assert.equal(taken.headers.get('content-type'), 'image/jpeg')
    assert.ok(!taken.bytes.includes('PhoneMaker'))
    assert.equal((await sharp(taken.bytes).metadata()).exif, undefined)
  }
})

test('a file of a sensitive matter is not given out without a ground, and never to who may not know', async () => {
  const { id, ticket } = await sent('violence')
  await hand(ticket, '诊断.pdf', PDF)
  const [file] = await lying('select id from need_file where need_id = $1', id)
  const params = { need: id, file: file.id }
  await assert.rejects((async () => (await as('孟庆芝')).ask(takeNeedFile, { params, body: {} }))(), /理由/)
  await assert.rejects(
    (async () => (await as('邱志成')).ask(takeNeedFile, { params, body: { ground: 'handling' } }))(),
    /没有这件需求/,
  )
})

test('what is in a file decides, not its name', async () => {
  const { ticket } = await sent('labour')
  const docm = zipSync({
    '[Content_Types].xml': strToU8(
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
    ),
    'word/document.xml': strToU8('<x/>'),
  })
  const refused: Record<string, Uint8Array> = {
    'a.jpg': strToU8('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    'b.pdf': strToU8('<!doctype html><script>alert(1)</script>'),
    'c.png': strToU8('MZ\u0090\u0000 This program cannot be run in DOS mode'),
    'd.docx': zipSync({ 'a.txt': strToU8('nothing of Word') }),
    'e.docx': docm,
    'f.txt': strToU8('只是文字'),
    'g.jpg': Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 3),
    'h.gif': strToU8('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;'),
  }
  for (const [name, bytes] of Object.entries(refused)) {
    const { status, refusal } = await hand(ticket, name, bytes)
    assert.equal(status, 400, name)
    assert.match(refusal.message, /没有收下|请换一种/, name)
  }
})

test('a picture that is also a page keeps nothing but its points', async () => {
  const { id, ticket } = await sent('labour')
  const polyglot = Buffer.concat([await picture(), Buffer.from('<html><script>alert(1)</script></html>')])
  assert.equal((await hand(ticket, 'x.html.jpg', polyglot)).answer.name, 'x.jpg')
  const need = await (await as('邱志成')).ask(readNeed, { params: { need: id } })
  const taken = await page.download('邱志成', takeNeedFile, {
    params: { need: id, file: need.files[0]?.id ?? '' },
    body: {},
  })
  assert.ok(!taken.bytes.includes('script'))
})

test('a file that would unfold into all of the memory is turned away, quickly', async () => {
  const { ticket } = await sent('labour')
  const bomb = zipSync({ '[Content_Types].xml': new Uint8Array(80 * 1024 * 1024) })
  assert.ok(bomb.length < 1024 * 1024)
  const began = performance.now()
  assert.equal((await hand(ticket, 'bomb.docx', bomb)).status, 400)
  assert.ok(performance.now() - began < 2_000)
  const wide = await sharp({ create: { width: 11_000, height: 11_000, channels: 3, background: '#fff' } })
    .png({ compressionLevel: 1 })
    .toBuffer()
  assert.equal((await hand(ticket, 'wide.png', wide)).status, 400)
})

test('three files and no more; ten MB and no more; by a ticket of ours and no other', async () => {
  const { ticket } = await sent('labour')
  for (let at = 0; at < MOST_PUBLIC_FILES; at += 1)
    assert.equal((await hand(ticket, `${at}.pdf`, PDF)).status, 200)
  assert.equal((await hand(ticket, '4.pdf', PDF)).status, 409)
  assert.equal(
    (await hand((await sent('labour')).ticket, 'big.pdf', new Uint8Array(10 * 1024 * 1024 + 1))).status,
    413,
  )
  assert.equal((await hand(`${ticket}0`, 'x.pdf', PDF)).status, 404)
  assert.equal((await hand('', 'x.pdf', PDF)).status, 404)
})

// An address that nothing was sent from before: the files above have used up the first one's tries.
const AT_HOME = '192.0.2.77'

test('once there is a result she says with her receipt whether it helped, and says it once', async () => {
  for (const category of ['labour', 'violence'] as const) {
    const { id, receipt } = await sent(category)
    const said = {
      receiptCode: receipt,
      solved: 'partly' as const,
      satisfied: 'fair' as const,
      text: '还差一个月工资',
    }
    assert.equal((await ask(answerPublicly, { body: said }, AT_HOME)).status, 409)
    await lying(
      `update need set state = 'resolved', owner_id = $2, outcome = 'resolved', resolved_on = '2026-11-20' where id = $1`,
      id,
      page.person('邱志成'),
    )
    const { answer } = await ask(readPublicStatus, { body: { receiptCode: receipt } }, AT_HOME)
    assert.deepEqual([answer.answerable, answer.outcome], [true, category === 'labour' ? 'resolved' : null])
    assert.equal((await ask(answerPublicly, { body: said }, AT_HOME)).status, 200)
    assert.equal((await ask(answerPublicly, { body: said }, AT_HOME)).status, 409)
    const need =
      category === 'labour'
        ? await (await as('邱志成')).ask(readNeed, { params: { need: id } })
        : await (await as('孟庆芝')).ask(openNeed, { params: { need: id }, body: { ground: 'told-back' } })
    assert.deepEqual(
      need.answers.map(({ way, solved, text }) => [way, solved, text]),
      [['link', 'partly', '还差一个月工资']],
    )
  }
})
