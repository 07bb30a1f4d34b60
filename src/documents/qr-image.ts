import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'uqr'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Dots to a module: sharp in print at three centimetres. */
const DOTS = 6

/** A PNG of the QR code of this text, black on white, one bit a dot. */
export const qrPng = (text: string): Uint8Array => {
  const { data } = encode(text, { ecc: 'M', border: 2 })
  const side = data.length * DOTS
  const rows = data.flatMap((modules) => {
    const line = Buffer.alloc(1 + Math.ceil(side / 8), 0)
    for (let dot = 0; dot < side; dot += 1) {
      const isWhite = !modules[Math.floor(dot / DOTS)]
      if (isWhite) line[1 + (dot >> 3)]! |= 0x80 >> (dot & 7)
    }
    return Array.from({ length: DOTS }, () => line)
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  // One bit a dot, grey, no interlacing.
  head[8] = 1
  const body = deflateSync(Buffer.concat(rows), { level: 9 })
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))])
}

const chunk = (kind: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
