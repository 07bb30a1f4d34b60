import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { Limits } from './limits.ts'

/** The one answer to a wrong name, a wrong password and a closed account alike: nobody learns which names exist. */
export const wrongPassword = ({ failures, lock }: Limits): Refusal =>
  refuse(
    'not-signed-in',
    `用户名或密码不对。请核对后再试；连续 ${failures} 次不对，这个用户名会锁定 ${lock} 分钟。`,
  )

export const locked = (minutes: number): Refusal =>
  refuse(
    'too-many',
    `试的次数过多，已暂时锁定。请 ${minutes} 分钟后再试；忘记密码的，请本支部组织委员重新发给启用链接。`,
  )

export const wrongOwnPassword = (field: string): Refusal =>
  refuse('invalid', '现在的密码不对。请重新填写。', { field })

export const linkIsOver = (what: '首次设置' | '启用'): Refusal =>
  refuse(
    'not-found',
    what === '启用'
      ? '这个启用链接已用过、已过期或不完整。请本支部组织委员重新发给一个。'
      : '这个设置链接已用过、已过期或不完整。请使用最近一次启动时显示的链接。',
    { field: 'token' },
  )

export const nameTaken: Refusal = refuse('conflict', '这个用户名已有人用。请换一个，例如加上单位简称。', {
  field: 'userName',
})

export const passwordIsName: Refusal = refuse('invalid', '密码不能与用户名相同。请换一个。', {
  field: 'password',
})

export const waitIsOver: Refusal = refuse(
  'not-signed-in',
  '等待动态码的时间已过。请从用户名和密码开始重新登录。',
)

export const signInFirst: Refusal = refuse('not-signed-in', '请先登录。登录后会回到这一页。')

/** What the sign-in library refused, by its code, in our words. */
export const REFUSED: Readonly<Record<string, Refusal>> = {
  INVALID_CODE: refuse('invalid', '动态码不对或已过期。请填写验证器上现在显示的六位数字。', {
    field: 'code',
  }),
  INVALID_BACKUP_CODE: refuse('invalid', '备用码不对或已用过。每个备用码只能用一次。', { field: 'code' }),
  INVALID_TWO_FACTOR_COOKIE: waitIsOver,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: refuse(
    'too-many',
    '动态码试的次数过多。请从用户名和密码开始重新登录。',
  ),
  ACCOUNT_TEMPORARILY_LOCKED: refuse('too-many', '动态码试的次数过多，已暂时锁定。请稍后再试。'),
  TOTP_ALREADY_ENABLED: refuse('conflict', '两步验证已经开启。要换验证器，请先关闭再开启。'),
  TOTP_NOT_ENABLED: refuse('conflict', '两步验证还没有开启。请先填写密码取得密钥。'),
  UNAUTHORIZED: signInFirst,
}
