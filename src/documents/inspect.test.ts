import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { isRefusal, type Refusal } from '../kernel/outcome.ts'
import { minutes } from './fixtures/meeting.ts'
import { inspect } from './inspect.ts'
import { minutesDocx } from './minutes.ts'
import { registerXlsx } from './register.ts'
import { accepted, withoutLocation } from './without-location.ts'

const MOST = 20 * 1024 * 1024

const refused = async (bytes: Uint8Array): Promise<Refusal> => {
  const outcome = await accepted(bytes, MOST)
  if (!isRefusal(outcome)) assert.fail(`taken as ${outcome.kind}`)
  return outcome
}

/** An image 40 points wide and 20 high that says where it was taken. */
const photograph = (kind: 'jpeg' | 'png'): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#888' } })
    .withExif({
      IFD0: { Make: 'ZHIXING-CAMERA' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 34/1 0/1', GPSLongitudeRef: 'E' },
    })
    .withMetadata({ orientation: 6 })
    .toFormat(kind)
    .toBuffer()

const ole = (...streams: string[]): Uint8Array => {
  const file = new Uint8Array(4096)
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  streams.forEach((name, at) => {
    file.set(Buffer.from(name, 'utf16le'), 1024 + at * 128)
  })
  return file
}

test('a file is known by its content', async () => {
  const register = { organName: '示例', unitName: '机关党支部', year: 2026, rows: [] }

  assert.equal(await inspect(await minutesDocx(minutes), MOST), 'docx')
  assert.equal(await inspect(await registerXlsx(register), MOST), 'xlsx')
  assert.equal(await inspect(strToU8('%PDF-1.7\n%%EOF'), MOST), 'pdf')
  assert.equal(await inspect(await photograph('jpeg'), MOST), 'jpeg')
  assert.equal(await inspect(await photograph('png'), MOST), 'png')
  assert.equal(await inspect(zipSync({ 'OFD.xml': strToU8('<ofd/>') }), MOST), 'ofd')
  assert.equal(await inspect(ole('Root Entry', 'WordDocument'), MOST), 'doc')
  assert.equal(await inspect(ole('Root Entry', 'Workbook'), MOST), 'xls')
})

test('a picture loses the place and the camera, and stands as it was meant to be seen', async () => {
  for (const kind of ['jpeg', 'png'] as const) {
    const taken = await photograph(kind)
    const before = await sharp(taken).metadata()
    const kept = await withoutLocation(taken, kind)

    if (isRefusal(kept)) assert.fail(kept.message)
    const after = await sharp(kept).metadata()
    assert.ok(before.exif?.includes('ZHIXING-CAMERA'), 'the photograph of this test carries what is to go')
    assert.equal(after.exif, undefined)
    assert.equal(Buffer.from(kept).includes('ZHIXING-CAMERA'), false)
    assert.deepEqual([after.width, after.height, after.orientation], [20, 40, undefined])
  }
})

test('what hangs behind a picture goes too', async () => {
  const kept = await accepted(
    Buffer.concat([await photograph('jpeg'), strToU8('<script>HIDDEN</script>')]),
    MOST,
  )

  if (isRefusal(kept)) assert.fail(kept.message)
  assert.equal(kept.kind, 'jpeg')
  assert.equal(Buffer.from(kept.bytes).includes('HIDDEN'), false)
})

test('a document is kept byte for byte', async () => {
  const document = await minutesDocx(minutes)

  assert.deepEqual(await withoutLocation(document, 'docx'), document)
})

test('pages, drawings with script and unknown content are not taken', async () => {
  for (const text of [
    '<!doctype html><script>1</script>',
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'MZ',
    '会议',
  ]) {
    assert.match((await refused(strToU8(text))).message, /^只收 Word/)
  }
})

test('packed files, macros, passwords and pictures of other kinds are told what to do instead', async () => {
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')])
  const gif = Buffer.from('GIF89a\x01\0\x01\0\0\0\0')

  assert.match((await refused(zipSync({ 'a.txt': strToU8('x') }))).message, /解压后逐个上传/)
  assert.match((await refused(ole('WordDocument', '_VBA_PROJECT'))).message, /不带宏/)
  assert.match((await refused(ole('EncryptedPackage'))).message, /去掉密码/)
  assert.match((await refused(heic)).message, /另存为 JPEG 或 PNG/)
  assert.match((await refused(gif)).message, /另存为 JPEG 或 PNG/)
})

test('a file above the limit, an empty one and a broken picture are refused in words', async () => {
  const broken = (await photograph('jpeg')).subarray(0, 200)

  assert.deepEqual(await accepted(new Uint8Array(11), 10), {
    refused: 'too-large',
    message: '文件超过 0 MB，没有收下。请压缩图片或分开上传。',
  })
  assert.match((await refused(new Uint8Array())).message, /是空的/)
  assert.match((await refused(broken)).message, /图片已损坏/)
})
