const MOST_LETTERS = 80

/** A name that every system can keep: without the marks Windows forbids, and not too long to be unpacked somewhere deep. */
export const nameable = (name: string): string => {
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/s.exec(name) ?? []
  const plain = stem
    .replace(/[\p{Cc}\\/:*?"<>|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return `${
    [...plain]
      .slice(0, MOST_LETTERS)
      .join('')
      .replace(/[. ]+$/, '') || '未命名'
  }${ending.toLowerCase()}`
}
