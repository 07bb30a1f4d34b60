import { GROUNDS } from './contract.ts'

export type Ground = (typeof GROUNDS)[number]

/** Why a sealed matter is opened, with the clause that lets it be read (个人信息保护法 arts. 13, 28–31). */
export const GROUND_NAMES: Readonly<Record<Ground, string>> = {
  handling: '办理这件需求',
  urgent: '紧急情况，保护生命健康',
  'told-back': '告知本人',
  'asked-by-her': '本人要求查看或者更正',
  superior: '依法向有权机关提供',
  evidence: '出具记录副本作证据',
}

export const GROUND_CHOICES = GROUNDS.map((value) => ({ value, label: GROUND_NAMES[value] }))

/** The name of a ground as it was kept. */
export const groundName = (ground: string): string => GROUND_NAMES[ground as Ground] ?? ground
