import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Alone } from '../ui/Alone.tsx'
import { refusalIn } from '../ui/errors.ts'
import { PasswordField, TextField } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { CodeForm } from './CodeForm.tsx'
import { readSession, signIn } from './contract.ts'

const route = getRouteApi('/sign-in')

/** User name and password; then a code from the authenticator where the person has chosen one. */
export const SignInPage = () => {
  const { to = '/' } = route.useSearch()
  const router = useRouter()
  const queries = useQueryClient()
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')

  const enter = async (): Promise<void> => {
    await queries.resetQueries({ queryKey: ['session'] })
    router.history.push(to)
  }
  const first = useMutation({
    mutationFn: () => call(signIn, { body: { userName, password } }),
    onSuccess: ({ next }) => (next === 'done' ? enter() : undefined),
  })
  const refusal = refusalIn(first.error)
  if (first.data?.next === 'second-factor')
    return (
      <Alone title="输入动态码" tab="登录">
        <CodeForm onDone={enter} onBack={first.reset} />
      </Alone>
    )

  return (
    <Alone title="登录" tab="登录">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          first.mutate()
        }}
      >
        {refusal && <RefusalNote refusal={refusal} />}
        <TextField
          label="用户名"
          name="userName"
          autoComplete="username"
          autoFocus
          value={userName}
          onChange={setUserName}
        />
        <PasswordField label="密码" name="password" value={password} onChange={setPassword} />
        <Act
          primary
          type="submit"
          loading={first.isPending}
          permit={
            userName.trim() && password ? { may: true } : { may: false, reason: '请先填写用户名和密码' }
          }
        >
          登录
        </Act>
        <Help />
      </form>
    </Alone>
  )
}

const Help = () => {
  const { data } = useSuspenseQuery({ queryKey: ['session'], queryFn: () => call(readSession, {}) })
  if (data.state === 'fresh')
    return (
      <p className="aside">
        系统还没有设置，尚无账号。请打开启动程序的窗口，使用其中显示的首次设置链接；链接只能用一次。
      </p>
    )
  return <p className="aside">没有账号或忘记密码时，请联系所在支部的组织委员，由其发给启用链接。</p>
}
