import { pinyin } from 'pinyin-pro'

/** 王小明 → wxm, for picking people by keyboard. Surnames with a reading of their own (单, 曾) are read as surnames. */
export const initialsOf = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', surname: 'head', type: 'array' })
    .join('')
    .replace(/[^a-z]/gi, '')
    .toLowerCase()
