import type { Permission } from '../kernel/access.ts'

export type Way = {
  to:
    | '/'
    | '/members'
    | '/settings'
    | '/me'
    | '/year'
    | '/meetings'
    | '/summary'
    | '/archives'
    | '/rules'
    | '/needs'
  title: string
  asks: readonly Permission[]
  /** Other addresses that lie under this way. */
  under?: readonly string[]
}

/** The ways in, in the order of the left column. Each is shown to those whose posts open it; only those that exist stand here. */
export const WAYS: readonly Way[] = [
  { to: '/', title: '今日', asks: [] },
  { to: '/year', title: '年历', asks: ['duty.read'] },
  {
    to: '/meetings',
    title: '组织生活',
    asks: ['meeting.read'],
    under: [
      // One a line.
      '/theme-days',
      '/life-meetings',
      '/appraisals',
      '/talks',
      '/analyses',
      '/study',
      '/outreach',
    ],
  },
  {
    to: '/needs',
    title: '走访与需求',
    asks: ['need.receive'],
    under: [
      // One a line.
      '/visits',
      '/contacts',
      '/outbox',
      '/wellbeing',
    ],
  },
  { to: '/summary', title: '下级汇总', asks: ['duty.summary'] },
  {
    to: '/members',
    title: '人与组织',
    asks: ['roster.read'],
    under: ['/posts', '/people', '/units', '/roster', '/changes', '/care', '/elections'],
  },
  { to: '/archives', title: '文书与归档', asks: ['archive.take'], under: ['/handovers'] },
  { to: '/rules', title: '规则', asks: [], under: ['/parameters'] },
  { to: '/me', title: '我的', asks: [] },
  { to: '/settings', title: '设置', asks: [], under: ['/account', '/reminders', '/templates', '/audit'] },
]
