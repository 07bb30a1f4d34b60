/** What an 18-digit citizen identity number (GB 11643) says of its holder. */
export type IdentityNumber = { number: string; birth: string; sex: 'female' | 'male' }

/** A number that cannot be right, with the reason in words for the person who must put it right. */
export type IdentityFault = { fault: string }

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** The check character that belongs to the first 17 digits. */
export const checkOf = (body: string): string => {
  let sum = 0
  for (let place = 0; place < 17; place++) sum += (body.charCodeAt(place) - 48) * WEIGHTS[place]!
  return CHECKS[sum % 11]!
}

/** Reads a number written with or without spaces and in either case of X; judges its form, birth date and check character. */
export const readIdentityNumber = (text: string): IdentityNumber | IdentityFault => {
  const number = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  if (/^\d+(\.\d+)?E\+?\d+$/.test(number)) return { fault: LOST }
  if (/^\d{15}$/.test(number)) return { fault: '身份证号是 15 位的旧号码,请改填 18 位号码' }
  if (!/^\d{17}[\dX]$/.test(number))
    return { fault: `身份证号应为 18 位，现有 ${number.length} 位或含有其他字符` }
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isCalendarDay(birth)) return { fault: `身份证号中的出生日期 ${birth} 不存在` }
  if (checkOf(number) !== number[17])
    return { fault: '身份证号校验码不符，至少有一位写错，请对照证件逐位核对' }
  return { number, birth, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' }
}

/** Spreadsheets keep 15 digits of a number: the last three of an identity number typed as a number are gone for good. */
export const LOST = '身份证号以数字形式保存，15 位以后已经丢失，请把该列设为文本格式后重新填写'

export const isIdentityFault = (outcome: IdentityNumber | IdentityFault): outcome is IdentityFault =>
  'fault' in outcome

/** As shown on pages and in exports: 999999********001X. Anything else than 18 characters is hidden whole. */
export const maskIdentityNumber = (number: string): string =>
  number.length === 18 ? `${number.slice(0, 6)}********${number.slice(14)}` : '*'.repeat(number.length)

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** True for a day of the Gregorian calendar written as 1998-07-01, from 1800 to 2199. */
export const isCalendarDay = (text: string): boolean => {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))]
  if (!(year >= 1800 && year < 2200 && month >= 1 && month <= 12)) return false
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day >= 1 && day <= MONTH_DAYS[month - 1]! + (leap ? 1 : 0)
}
