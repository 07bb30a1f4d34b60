/** How far a referral is, as the other office told us. */
export const REFERRAL_STATES = ['sent', 'accepted', 'objected', 'answered', 'withdrawn'] as const
export type ReferralState = (typeof REFERRAL_STATES)[number]

export const REFERRAL_NAMES: Readonly<Record<ReferralState, string>> = {
  sent: '已转，等对方回音',
  accepted: '对方已接收',
  objected: '对方提出异议',
  answered: '对方已答复',
  withdrawn: '已撤回',
}

/** What of her a referral gives away. */
export const GIVES = ['name', 'contact', 'facts', 'wish'] as const
export type Gives = (typeof GIVES)[number]

export const GIVES_NAMES: Readonly<Record<Gives, string>> = {
  name: '姓名',
  contact: '联系方式',
  facts: '情况',
  wish: '诉求',
}

/** Why it may be given away (个人信息保护法 art. 13, 23). */
export const BASES = ['agreed', 'duty'] as const
export type Basis = (typeof BASES)[number]

export const BASIS_NAMES: Readonly<Record<Basis, string>> = {
  agreed: '本人同意',
  duty: '法定职责或紧急情况',
}
