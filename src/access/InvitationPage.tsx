import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Alone } from '../ui/Alone.tsx'
import { ErrorList } from '../ui/ErrorList.tsx'
import { errorsIn, errorsOf, refusalIn } from '../ui/errors.ts'
import { PasswordField, TextField } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { acceptInvitation } from './contract.ts'
import { LinkMissing } from './LinkMissing.tsx'
import { useFaults } from './useFaults.tsx'

const LABELS = { userName: '用户名', password: '密码' }

/** Opened by a one-time link: the person chooses a user name and a password of her own. */
export const InvitationPage = () => {
  const router = useRouter()
  const queries = useQueryClient()
  const [token] = useState(() => location.hash.slice(1))
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const faults = useFaults()
  const body = { token, userName, password }

  const open = useMutation({
    mutationFn: () => call(acceptInvitation, { body }),
    onSuccess: async () => {
      await queries.resetQueries({ queryKey: ['session'] })
      router.history.push('/')
    },
    onError: (error) => void faults.tell(errorsOf(error)),
  })
  if (token === '') return <LinkMissing what="启用账号" />
  const refusal = refusalIn(open.error)
  const over = refusal?.field === 'token'

  return (
    <Alone title="启用账号">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (faults.tell(errorsIn(acceptInvitation.body, body))) open.mutate()
        }}
      >
        {refusal && (over || !refusal.field) ? (
          <RefusalNote refusal={refusal} />
        ) : (
          <ErrorList errors={faults.found} labels={LABELS} />
        )}
        <TextField
          label="用户名"
          name="userName"
          hint="2 到 40 个字，可用汉字、字母、数字、点、横线和下划线；大小写不分"
          autoComplete="username"
          autoFocus
          value={userName}
          error={faults.beside.userName}
          onChange={(name) => {
            setUserName(name)
            faults.touch('userName')
          }}
        />
        <PasswordField
          label="密码"
          name="password"
          hint="至少 10 个字，越长越稳妥；一句只有您知道的话就很好，不必夹杂符号"
          autoComplete="new-password"
          value={password}
          error={faults.beside.password}
          onChange={(words) => {
            setPassword(words)
            faults.touch('password')
          }}
        />
        <Act primary type="submit" loading={open.isPending}>
          启用并登录
        </Act>
        <p className="aside">
          已有账号的人用这个链接，会换成新的用户名和密码，并关闭原来的两步验证。只是想登录的，
          <Link to="/sign-in">去登录</Link>。
        </p>
      </form>
    </Alone>
  )
}
