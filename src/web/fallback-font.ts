/**
 * Loads the pieces of Noto Sans SC when this machine draws no Chinese glyphs by itself. Machines that do, download nothing;
 * the others fetch only the pieces whose characters stand on the page.
 */
export const loadFallbackFont = async (): Promise<void> => {
  if (drawsChinese(document)) return
  await Promise.all([import('@fontsource/noto-sans-sc/400.css'), import('@fontsource/noto-sans-sc/600.css')])
}

/** A Chinese glyph is one em wide and differs from another; the boxes drawn for missing ones fail one or the other. */
const drawsChinese = (document: Document): boolean => {
  const canvas = document.createElement('canvas')
  canvas.width = 48
  canvas.height = 48
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  if (!brush) return true
  brush.font = '32px system-ui, sans-serif'
  brush.textBaseline = 'top'
  const draw = (glyph: string): string => {
    brush.clearRect(0, 0, 48, 48)
    brush.fillText(glyph, 4, 4)
    return canvas.toDataURL()
  }
  return Math.abs(brush.measureText('国').width - 32) < 2 && draw('国') !== draw('女')
}
