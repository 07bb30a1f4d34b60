import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { FILE_KINDS, type FileKind, inspect } from './inspect.ts'

export type Accepted = { bytes: Uint8Array; kind: FileKind; type: string }

/** A file as it may be kept: its kind known, its size bounded, and pictures without where and with what they were taken. */
export const accepted = async (bytes: Uint8Array, most: number): Promise<Accepted | Refusal> => {
  const kind = await inspect(bytes, most)
  if (isRefusal(kind)) return kind
  const kept = await withoutLocation(bytes, kind)
  return isRefusal(kept) ? kept : { bytes: kept, kind, type: FILE_KINDS[kind] }
}

/** Enough for any camera; above it a small file could unfold into all of the memory. */
const MOST_PIXELS = 120_000_000

/**
 * A picture drawn anew from its points, turned as it was meant to be seen: place, time, device, thumbnail and whatever was
 * hung behind the picture are gone. Other kinds are returned as they are; pictures inside documents are not reached.
 */
export const withoutLocation = async (bytes: Uint8Array, kind: FileKind): Promise<Uint8Array | Refusal> => {
  if (kind !== 'jpeg' && kind !== 'png') return bytes
  // Read in when first wanted: an idle server need not hold its 25 MB.
  const { default: sharp } = await import('sharp')
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS }).autoOrient()
    const drawn = kind === 'jpeg' ? picture.jpeg({ quality: 90 }) : picture.png()
    return new Uint8Array(await drawn.toBuffer())
  } catch {
    return refuse('invalid', '图片已损坏或尺寸过大，没有收下。请重新保存后再上传。')
  }
}
