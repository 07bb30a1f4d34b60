/** The four grades, the best first; a choice on a poll sheet may also be none of them. */
export const GRADES = ['excellent', 'qualified', 'basically-qualified', 'unqualified'] as const
export type Grade = (typeof GRADES)[number]

export const CHOICES = [...GRADES, 'abstain'] as const
export type Choice = (typeof CHOICES)[number]

/** Grades that ask for a written improvement. */
export const NEEDS_IMPROVEMENT: readonly Grade[] = ['basically-qualified', 'unqualified']

export const ROLES = ['graded', 'ungraded', 'excluded'] as const
export type Role = (typeof ROLES)[number]

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  graded: '评定等次',
  ungraded: '参加评议，不评等次',
  excluded: '不参加',
}

export const FORMS = ['totals', 'sheets', 'room', 'devices'] as const
export type Form = (typeof FORMS)[number]

export const FORM_WORDS: Readonly<Record<Form, { title: string; says: string }>> = {
  totals: { title: '纸质票，录入汇总数', says: '会上发票、收票、计票，这里只录每人的票数。最快。' },
  sheets: { title: '纸质票，逐张录入', says: '把收回的票一张一张录入，票数由系统加。录入前把票打乱。' },
  room: { title: '会议室里一台电脑轮流填', says: '一人填一张，填完交给下一位。不登录，不记谁填的。' },
  devices: { title: '各人用自己的账号填', says: '每人限一张。没有账号的交纸质票，由组织委员录入。' },
}

/** What of daily performance was weighed beside the poll; chosen, not typed. */
export const CONSIDERED = ['work', 'life', 'service', 'rules'] as const
export type Considered = (typeof CONSIDERED)[number]

export const CONSIDERED_WORDS: Readonly<Record<Considered, string>> = {
  work: '履行岗位职责',
  life: '参加组织生活',
  service: '联系服务群众',
  rules: '遵守纪律规矩',
}

/** Why somebody's own words are opened by another; chosen from these. */
export const PURPOSES = ['assess', 'file', 'check'] as const

export const PURPOSE_WORDS: Readonly<Record<(typeof PURPOSES)[number], string>> = {
  assess: '准备组织评定',
  file: '归档装订',
  check: '与本人核对',
}

/** Below this many sheets a figure for each person would tell who chose what; below the second even the total would. */
export const FEW = 5
export const TOO_FEW = 3
