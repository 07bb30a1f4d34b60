import { UnstyledButton } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { refusalIn } from '../ui/errors.ts'
import { TextField } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { signInWithCode } from './contract.ts'

/** The second step of signing in: the authenticator's six digits, or a code that was written down. */
export const CodeForm = ({ onDone, onBack }: { onDone: () => void; onBack: () => void }) => {
  const [kind, setKind] = useState<'app' | 'backup'>('app')
  const [code, setCode] = useState('')
  const enter = useMutation({
    mutationFn: () => call(signInWithCode, { body: { kind, code } }),
    onSuccess: onDone,
  })
  const refusal = refusalIn(enter.error)
  const turn = (): void => {
    setKind(kind === 'app' ? 'backup' : 'app')
    setCode('')
    enter.reset()
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        enter.mutate()
      }}
    >
      {refusal && <RefusalNote refusal={refusal} />}
      <TextField
        key={kind}
        label={kind === 'app' ? '动态码' : '备用码'}
        name="code"
        hint={
          kind === 'app'
            ? '打开手机上的验证器，填写现在显示的六位数字'
            : '开启两步验证时抄下的备用码，每个只能用一次'
        }
        inputMode={kind === 'app' ? 'numeric' : 'text'}
        autoComplete="one-time-code"
        autoFocus
        value={code}
        onChange={setCode}
      />
      <Act
        primary
        type="submit"
        loading={enter.isPending}
        permit={code.trim().length >= 6 ? { may: true } : { may: false, reason: '请先填写' }}
      >
        登录
      </Act>
      <p className="aside">
        <UnstyledButton td="underline" fz="inherit" onClick={turn}>
          {kind === 'app' ? '手机不在身边，改用备用码' : '改用验证器的动态码'}
        </UnstyledButton>
        {' · '}
        <UnstyledButton td="underline" fz="inherit" onClick={onBack}>
          换一个账号
        </UnstyledButton>
      </p>
    </form>
  )
}
