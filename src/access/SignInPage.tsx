import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { Act } from '../ui/Act.tsx'
import { Alone } from '../ui/Alone.tsx'
import { refusalIn } from '../ui/errors.ts'
import { PasswordField, TextField } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { signIn, verifyCode } from './sign-in.tsx'

const route = getRouteApi('/sign-in')

/** User name and password; a code from the authenticator where the person has chosen one. */
export const SignInPage = () => {
  const { to = '/' } = route.useSearch()
  const router = useRouter()
  const queries = useQueryClient()
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')

  const enter = async (): Promise<void> => {
    await queries.resetQueries({ queryKey: ['session'] })
    router.history.push(to)
  }
  const first = useMutation({
    mutationFn: signIn,
    onSuccess: ({ asksCode }) => (asksCode ? undefined : enter()),
  })
  const second = useMutation({ mutationFn: verifyCode, onSuccess: enter })
  const refusal = refusalIn(second.error ?? first.error)
  const asksCode = first.data?.asksCode === true

  return (
    <Alone title="登录" tab="登录">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (asksCode) second.mutate(code)
          else first.mutate({ userName, password })
        }}
      >
        {refusal && <RefusalNote refusal={refusal} />}
        {asksCode ? (
          <TextField
            key="code"
            label="动态码"
            name="code"
            hint="打开手机上的验证器，填写六位数字"
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            value={code}
            onChange={setCode}
          />
        ) : (
          <>
            <TextField
              label="用户名"
              name="userName"
              autoComplete="username"
              autoFocus
              value={userName}
              onChange={setUserName}
            />
            <PasswordField label="密码" name="password" value={password} onChange={setPassword} />
          </>
        )}
        <Act primary type="submit" loading={first.isPending || second.isPending}>
          登录
        </Act>
        <p className="aside">没有账号或忘记密码时，请联系所在支部的组织委员，由其发给启用链接。</p>
      </form>
    </Alone>
  )
}
