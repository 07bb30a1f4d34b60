import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { readMeeting } from '../meetings/contract.ts'
import { branchWorld } from '../meetings/fixtures/branch.ts'
import { planned } from '../meetings/fixtures/filling.ts'
import * as contract from './contract.ts'

const world = await branchWorld()
const { ask, organizer, member, branch } = world

const photo = async (): Promise<Blob> => {
  const blank = sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
  const place = { IFD3: { GPSLatitude: '31/1 34/1 0/1', GPSLongitude: '120/1 18/1 0/1' } }
  return new Blob([
    new Uint8Array(
      await blank
        .jpeg()
        .withExif({ ...place })
        .toBuffer(),
    ),
  ])
}

test('a photograph is kept without the place where it was taken, and is shown with the meeting', async () => {
  const meeting = await planned(world, ['theme-day'])
  const taken = await ask(organizer, contract.attachFile, {
    params: { meeting: meeting.id },
    query: { name: '现场.jpg' },
    file: await photo(),
  })

  const kept = await ask(organizer, contract.downloadFile, { params: { file: taken.answer.id } })
  const shown = await ask(organizer, readMeeting, { params: { meeting: meeting.id } })

  assert.equal(taken.status, 200)
  assert.equal((await sharp(kept.answer as never).metadata()).exif, undefined)
  assert.deepEqual(
    shown.answer.files.map(({ name, kind }) => [name, kind]),
    [['现场.jpg', 'jpeg']],
  )
})

test('what is no document is refused by its content, whatever its name', async () => {
  const meeting = await planned(world, ['theme-day'])

  const { status, refusal } = await ask(organizer, contract.attachFile, {
    params: { meeting: meeting.id },
    query: { name: '通知.pdf' },
    file: new Blob(['MZ this program cannot be run in DOS mode']),
  })

  assert.equal(status, 400)
  assert.match(refusal.message, /没有收下/)
})

test('a removed file is no longer shown nor given out, and its row stays', async () => {
  const meeting = await planned(world, ['theme-day'])
  const file = await photo()
  const taken = await ask(organizer, contract.attachFile, {
    params: { meeting: meeting.id },
    query: { name: '错传.jpg' },
    file,
  })
  const path = { params: { file: taken.answer.id } }

  await ask(organizer, contract.removeFile, { ...path, body: { reason: '传错了' } })
  const again = await ask(organizer, contract.downloadFile, path)
  const twice = await ask(organizer, contract.removeFile, { ...path, body: { reason: '传错了' } })

  assert.deepEqual([again.status, twice.status], [404, 404])
})

test('a member attaches nothing, and a unit’s template is not hers to change', async () => {
  const meeting = await planned(world, ['theme-day'])
  const file = await photo()

  const attached = await ask(member, contract.attachFile, {
    params: { meeting: meeting.id },
    query: { name: '现场.jpg' },
    file,
  })
  const template = await ask(member, contract.putTemplate, {
    params: { unit: branch.id, purpose: 'minutes-template' },
    query: { name: '模板.docx' },
    file,
  })

  assert.deepEqual([attached.status, template.status], [403, 403])
})

test('a template that is no Word file is refused; the tags it may use are listed', async () => {
  const refused = await ask(organizer, contract.putTemplate, {
    params: { unit: branch.id, purpose: 'minutes-template' },
    query: { name: '模板.docx' },
    file: await photo(),
  })
  const listed = await ask(organizer, contract.listTemplates, { params: { unit: branch.id } })

  assert.equal(refused.status, 400)
  assert.deepEqual(listed.answer.templates, [])
  assert.ok(listed.answer.tags.some(({ tag }) => tag === '{会议名称}'))
})
