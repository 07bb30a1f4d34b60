import type { RosterPost } from './roster.ts'

/** Posts of the branch named in a cell, and the words that name none. */
export type PostReading = { posts: RosterPost[]; unknown: string[] }

/** The first that fits decides: 副书记 must be tried before 书记. */
const POSTS: readonly [RegExp, RosterPost][] = [
  [/^(党)?(支部)?副书记$/, 'deputy-secretary'],
  [/^(党)?(支部)?书记$/, 'secretary'],
  [/^(支部)?组织委员$/, 'organization'],
  [/^(支部)?宣传委员$/, 'publicity'],
  [/^(支部)?(纪检|纪律检查|纪律)委员$/, 'discipline'],
  [/^.{0,6}(党)?(小)?组长$/, 'group-leader'],
  [
    /^((党)?支部|支)?委员会?委员$|^支委(委员)?$|^委员$|^(支部)?(青年|统战|保密|妇女|群工|群众|生活|文体|学习|工会|保卫)(工作)?委员$/,
    'committee-member',
  ],
]

const NONE = /^(普通)?(党员|群众)$/

/** Reads 副书记兼组织委员 or 组织委员、第一党小组组长; a deputy group leader and posts of other bodies are unknown here. */
export const readPosts = (text: string): PostReading => {
  const posts: RosterPost[] = []
  const unknown: string[] = []
  for (const part of text.replace(/[(（].*?[)）]/g, '').split(/[、,，;；/\s兼和及]+/)) {
    const words = part.replace(/^.*(?=党支部)/, '').replace(/^(机关|本)(?=支部)/, '')
    if (words === '' || NONE.test(words)) continue
    const post = /副组长/.test(words) ? undefined : POSTS.find(([pattern]) => pattern.test(words))?.[1]
    if (!post) unknown.push(part)
    else if (!posts.includes(post)) posts.push(post)
  }
  return { posts, unknown }
}

const HAN_NUMBERS = '〇一二三四五六七八九十'

/** A group's name without the ways of writing it: 第一党小组, 第1小组 and 一组 are one group. */
export const groupKey = (name: string): string => {
  const bare = name
    .replace(/\s/g, '')
    .replace(/^第/, '')
    .replace(/(党)?小?组$/, '')
  const number = /^[一二三四五六七八九]$|^十[一二三四五六七八九]?$/.test(bare)
    ? hanNumber(bare)
    : Number(bare)
  return Number.isInteger(number) && number > 0 ? String(number) : bare
}

const hanNumber = (text: string): number =>
  text.startsWith('十') ? 10 + Math.max(0, HAN_NUMBERS.indexOf(text[1] ?? '〇')) : HAN_NUMBERS.indexOf(text)
