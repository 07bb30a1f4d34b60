import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { TERMS } from '../glossary.ts'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { ErrorList } from '../ui/ErrorList.tsx'
import { errorsIn, errorsOf, refusalIn } from '../ui/errors.ts'
import { PasswordField } from '../ui/Field.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import css from './AccountPage.module.css'
import { changePassword, readSession } from './contract.ts'
import { SecondFactor } from './SecondFactor.tsx'
import { useFaults } from './useFaults.tsx'

/** One's own account: who one is here, the password, the second factor. */
export const AccountPage = () => {
  const { data } = useSuspenseQuery({ queryKey: ['session'], queryFn: () => call(readSession, {}) })
  const queries = useQueryClient()
  const me = data.signedIn
  if (!me) return null
  const refresh = () => queries.invalidateQueries({ queryKey: ['session'] })

  return (
    <div className={css.page}>
      <PageHead title="我的账号" lead={`${me.organ.name} · ${me.person.name} · 用户名 ${me.userName}`} />
      <section aria-labelledby="posts">
        <h2 id="posts">现任职务</h2>
        {me.posts.length === 0 ? (
          <p>目前没有登记任职或党员身份。请联系所在支部的组织委员登记。</p>
        ) : (
          <ul className={css.posts}>
            {me.posts.map(({ unitId, unitName, post }) => (
              <li key={`${unitId} ${post}`}>
                {unitName} · {TERMS[post]}
              </li>
            ))}
          </ul>
        )}
        <p className="aside">能看什么、办什么由现任职务决定，任职变动当日随之变动，不必另行申请权限。</p>
      </section>
      <section aria-labelledby="password">
        <h2 id="password">修改密码</h2>
        <PasswordForm />
      </section>
      <section aria-labelledby="second-factor">
        <h2 id="second-factor">两步验证</h2>
        <SecondFactor on={me.twoFactor} onChange={refresh} />
      </section>
    </div>
  )
}

const LABELS = { currentPassword: '现在的密码', password: '新密码' }

const PasswordForm = () => {
  const [currentPassword, setCurrentPassword] = useState('')
  const [password, setPassword] = useState('')
  const faults = useFaults()
  const body = { currentPassword, password }
  const change = useMutation({
    mutationFn: () => call(changePassword, { body }),
    onSuccess: () => {
      setCurrentPassword('')
      setPassword('')
    },
    onError: (error) => void faults.tell(errorsOf(error)),
  })
  const refusal = refusalIn(change.error)

  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (faults.tell(errorsIn(changePassword.body, body))) change.mutate()
      }}
    >
      {refusal && !refusal.field && <RefusalNote refusal={refusal} />}
      <ErrorList errors={faults.found} labels={LABELS} />
      <PasswordField
        label="现在的密码"
        name="currentPassword"
        value={currentPassword}
        error={faults.beside.currentPassword}
        onChange={(words) => {
          setCurrentPassword(words)
          faults.touch('currentPassword')
        }}
      />
      <PasswordField
        label="新密码"
        name="password"
        hint="至少 10 个字，越长越稳妥；不必定期更换，怀疑泄露时再换"
        autoComplete="new-password"
        value={password}
        error={faults.beside.password}
        onChange={(words) => {
          setPassword(words)
          faults.touch('password')
        }}
      />
      <Act type="submit" loading={change.isPending}>
        修改密码
      </Act>
      <p role="status">{change.isSuccess && '密码已修改，别处的登录都已退出。'}</p>
    </form>
  )
}
