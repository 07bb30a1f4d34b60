import { Link } from '@tanstack/react-router'
import { use } from 'react'
import { HereContext } from '../ui/here.ts'
import { NEED_WAYS, SubWays } from '../ui/SubWays.tsx'
import { isSecure } from './device.ts'
import css from './outbox.module.css'
import { type Outbox, unsent } from './outbox.ts'

/** The ways beside this one; without a network only these two pages are there. */
export const Ways = () => (use(HereContext) ? <SubWays label="走访与需求" ways={NEED_WAYS} /> : null)

/** Why nothing goes out just now, and what becomes of it. */
export const Standing = ({ outbox }: { outbox: Outbox }) => {
  const waits = unsent(outbox).length > 0
  if (!isSecure())
    return (
      <p className={css.trouble} role="status">
        本站不是用 https
        打开的，浏览器不允许在本机加密保存：断网时不能用，离开本页没有上传的内容会丢。请联网填写并当场上传，或请管理员启用
        https。
      </p>
    )
  if (outbox.trouble === null) return null
  return (
    <p className={css.trouble} role="status">
      {TROUBLES[outbox.trouble]}
      {waits && outbox.trouble !== 'signed-out' && '写好的会自己上传，不用守着。'}
      {outbox.trouble === 'signed-out' && <a href="/sign-in?to=/outbox">去登录</a>}
    </p>
  )
}

const TROUBLES = {
  offline: '现在没有网络。',
  'no-answer': '服务器没有应答。',
  'signed-out': '登录已经过期。写的内容还在本机，重新登录后自己上传。',
  refused: '您的职务不能登记走访，本机的草稿没有上传。请联系组织委员。',
} as const

/** A device that never was online with this page has nothing to choose from and no key to encrypt to. */
export const NotReady = ({ outbox }: { outbox: Outbox }) =>
  outbox.trouble === 'refused' ? (
    <p className={css.trouble}>走访由机关干部登记。您的职务目前不能登记，请联系所在支部的组织委员。</p>
  ) : (
    <div className={css.trouble}>
      <p>{outbox.trouble === 'signed-out' ? '请先登录。' : '这台设备还没有备好，现在又连不上服务器。'}</p>
      <p>联网登录后打开一次本页，以后断网也能写。</p>
      {outbox.trouble === 'signed-out' ? (
        <a href="/sign-in?to=/visits/record">去登录</a>
      ) : (
        <Link to="/outbox" reloadDocument>
          再试一次
        </Link>
      )}
    </div>
  )
