import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { closeAccount, invite } from '../access/contract.ts'
import { call } from '../http/call.ts'
import { GONE } from '../kernel/status.ts'
import { Act, type Permit } from '../ui/Act.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { sayInstant } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import type { Person } from './contract.ts'
import css from './People.module.css'

type Props = { person: Person; keeper: boolean; own: boolean }

/** Whether the person can sign in; the link by which she chooses her own name and password is shown this once. */
export const AccountPart = ({ person, keeper, own }: Props) => {
  const queries = useQueryClient()
  const [closing, setClosing] = useState(false)
  const params = { person: person.id }
  const inviting = useMutation({ mutationFn: () => call(invite, { params, body: {} }) })
  const ending = useMutation({
    mutationFn: () => call(closeAccount, { params, body: {} }),
    onSuccess: async () => {
      setClosing(false)
      await queries.invalidateQueries({ queryKey: ['person', person.id] })
    },
  })
  const failure = inviting.error ?? ending.error
  return (
    <section className={css.part} aria-labelledby="account">
      <div className={css.partHead}>
        <h2 id="account">账号</h2>
        {keeper && (
          <span className={css.acts}>
            <Act
              permit={permitToInvite(person)}
              loading={inviting.isPending}
              onClick={() => inviting.mutate()}
            >
              {person.hasAccount ? '重发启用链接' : '开通账号'}
            </Act>
            {person.hasAccount && (
              <Act
                permit={own ? { may: false, reason: '不能停用自己的账号' } : { may: true }}
                onClick={() => setClosing(true)}
              >
                停用账号
              </Act>
            )}
          </span>
        )}
      </div>
      {failure && <Failed error={failure} />}
      <p>
        {person.hasAccount ? '已开通。' : '没有开通。'}
        {keeper && (
          <span className="aside">
            {person.hasAccount
              ? '忘记密码时可重发启用链接，由本人重新设定。'
              : '没有账号的党员照常计入名册和会议，不必登录。'}
          </span>
        )}
      </p>
      {inviting.data && <OneTimeLink path={inviting.data.link} until={inviting.data.until} />}
      <ConfirmDialog
        opened={closing}
        title={`要停用${person.name}的账号吗？`}
        act="停用账号"
        busy={ending.isPending}
        onAct={() => ending.mutate()}
        onClose={() => setClosing(false)}
      >
        <p>本人会立即退出登录，不能再登录。名册、任职和已有记录都不变；需要时可以重新开通。</p>
      </ConfirmDialog>
    </section>
  )
}

const permitToInvite = ({ status }: Person): Permit =>
  GONE.includes(status) ? { may: false, reason: '已不在名册上，不能开通' } : { may: true }

const OneTimeLink = ({ path, until }: { path: string; until: string }) => {
  const link = new URL(path, location.origin).href
  const [copied, setCopied] = useState(false)
  // Without a secure context a browser has no clipboard to write to; the link can then be marked by hand.
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link)
    setCopied(true)
  }
  return (
    <div className={css.part} role="status">
      <p>
        把下面的链接交给本人，由本人设定用户名和密码。链接只显示这一次，{sayInstant(until)}
        前有效，用过即失效。
      </p>
      <p className={css.link}>{link}</p>
      {'clipboard' in navigator && <Act onClick={() => void copy()}>{copied ? '已复制' : '复制链接'}</Act>}
    </div>
  )
}
