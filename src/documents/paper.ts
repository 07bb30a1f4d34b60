/**
 * The page of GB/T 9704-2012 (党政机关公文格式), clauses 5–7, as far as minutes and notices follow it: A4, a text block of
 * 156 × 225 mm with 22 lines of 28 characters in size three. The fonts it names are commercial; documents only name them.
 */
export const PAPER = { width: 210, height: 297 } as const

/** Millimetres from the edge of the paper to the text block. The clause tolerates 1 mm. */
export const MARGIN = { top: 37, left: 28, right: 26, bottom: 35 } as const

export const LINES = 22
export const CHARACTERS = 28

/** Points: 2号, 3号, 4号. */
export const SIZE = { title: 22, body: 16, number: 14 } as const

/** Points from line to line: 225 mm / 22 = 28.99, rounded down to a twentieth so that the 22nd line still fits. */
export const LINE_PITCH = 28.95

/**
 * Points from character to character: 156 mm / 28 = 15.79, rounded down likewise. Size three is 16, so characters are set a
 * quarter point closer. This is done by spacing and not by a character grid: LibreOffice gives two cells to a character
 * that is wider than one.
 */
export const CHARACTER_PITCH = 15.75

/** A typeface by its Chinese name, and what to take on a machine that has not got it (`w:altName`). */
export type Face = {
  readonly name: string
  readonly instead: string
  readonly family: 'roman' | 'swiss' | 'script' | 'modern'
}

export const FACE = {
  title: { name: '方正小标宋简体', instead: '小标宋体,宋体,SimSun', family: 'roman' },
  body: { name: '仿宋_GB2312', instead: '仿宋,FangSong', family: 'modern' },
  heading: { name: '黑体', instead: 'SimHei', family: 'swiss' },
  subheading: { name: '楷体_GB2312', instead: '楷体,KaiTi', family: 'modern' },
  number: { name: '宋体', instead: 'SimSun', family: 'roman' },
} as const satisfies Record<string, Face>

export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)
