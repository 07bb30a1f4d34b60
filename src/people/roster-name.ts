import { ethnicityOf } from './ethnicities.ts'
import type { Doubt } from './roster.ts'

/** A name without spread-out spaces, and what was noted behind it in brackets. */
export type NameReading = { name: string; sex: string; category: string; doubts: Doubt[]; reasons: string[] }

const HAN = /^[\p{Script=Han}〇][\p{Script=Han}〇·]*$/u
const LATIN = /^[\p{Script=Latin}][\p{Script=Latin} .'-]*$/u

/** Reads 曾　丽, 李华(女), 买买提·艾力; digits and the like are no names. */
export const readName = (text: string): NameReading => {
  const doubts: Doubt[] = []
  const noted = /^(.*?)[(（[](.*?)[)）\]]?$/.exec(text)
  const written = (noted?.[1] ?? text).trim().replace(/[•‧∙・⋅.](?=\p{Script=Han})/gu, '·')
  const name = /\p{Script=Han}/u.test(written) ? written.replaceAll(' ', '') : written
  const note = (noted?.[2] ?? '').replaceAll(' ', '')
  const sex = /^[男女]$/.test(note) ? note : ''
  const category = /^(预备|正式)(党员)?$/.test(note) ? note : ''
  if (note && !sex && !category && !ethnicityOf(note))
    doubts.push({ field: 'name', message: `姓名后面的「${note}」没有收` })
  return { name, sex, category, doubts, reasons: reasonsOf(name, doubts) }
}

const reasonsOf = (name: string, doubts: Doubt[]): string[] => {
  if (name === '') return ['没有姓名']
  if (/[\ufffd?□\ue000-\uf8ff]/.test(name))
    return [`姓名「${name.slice(0, 20)}」里有没能显示的字，请核对生僻字`]
  if (name.length > 40) return ['姓名超过 40 个字']
  if (!/\p{L}/u.test(name)) return [`「${name.slice(0, 20)}」不像姓名`]
  if (!(HAN.test(name) && [...name].length > 1) && !LATIN.test(name)) {
    doubts.push({ field: 'name', message: `姓名「${name}」写法少见，请核对` })
  }
  return []
}
