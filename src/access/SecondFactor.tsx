import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { encode } from 'uqr'
import { call } from '../http/call.ts'
import type { Answer } from '../http/endpoint.ts'
import { Act } from '../ui/Act.tsx'
import { errorsOf, refusalIn } from '../ui/errors.ts'
import { PasswordField, TextField } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import css from './AccountPage.module.css'
import { confirmSecondFactor, dropSecondFactor, prepareSecondFactor } from './contract.ts'

type Props = { on: boolean; onChange: () => void }

/** 两步验证: on and off, each with the password; a key counts only once a code from it was given. */
export const SecondFactor = ({ on, onChange }: Props) => {
  const [password, setPassword] = useState('')
  const prepare = useMutation({ mutationFn: () => call(prepareSecondFactor, { body: { password } }) })
  const drop = useMutation({
    mutationFn: () => call(dropSecondFactor, { body: { password } }),
    onSuccess: () => {
      setPassword('')
      prepare.reset()
      onChange()
    },
  })
  const act = on ? drop : prepare
  const refusal = refusalIn(act.error)
  const enable = (): void => {
    setPassword('')
    onChange()
  }
  if (prepare.data && !on) return <Confirm prepared={prepare.data} onDone={enable} />

  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate()
      }}
    >
      <p>
        {on
          ? '已开启：登录时除密码外，还要填写手机验证器上的动态码。'
          : '没有开启。开启后，登录时除密码外还要填写手机验证器上的动态码；密码被人知道了，别人也进不来。'}
      </p>
      {on && prepare.isSuccess && (
        <p className="aside">备用码只显示这一次。没有抄下的，可先关闭，再重新开启。</p>
      )}
      {refusal && !refusal.field && <RefusalNote refusal={refusal} />}
      <PasswordField
        label="密码"
        name="own-password"
        value={password}
        error={errorsOf(act.error).password}
        onChange={setPassword}
      />
      <Act
        type="submit"
        loading={act.isPending}
        permit={password ? { may: true } : { may: false, reason: '请先填写密码' }}
      >
        {on ? '关闭两步验证' : '开启两步验证'}
      </Act>
    </form>
  )
}

type Prepared = Answer<typeof prepareSecondFactor>

const Confirm = ({ prepared, onDone }: { prepared: Prepared; onDone: () => void }) => {
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () => call(confirmSecondFactor, { body: { code } }),
    onSuccess: onDone,
  })
  const refusal = refusalIn(confirm.error)
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        confirm.mutate()
      }}
    >
      <ol className={css.steps}>
        <li>
          <p>用手机上的验证器应用扫描方码，或手工输入密钥。</p>
          <SquareCode text={prepared.uri} />
          <p>
            密钥 <span className={css.key}>{prepared.key}</span>
          </p>
        </li>
        <li>
          <p>抄下备用码，收在手机以外的地方。手机不在身边时，每个可用一次；以后不再显示。</p>
          <ul className={css.codes}>
            {prepared.backupCodes.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </li>
        <li>
          <p>填写验证器现在显示的六位数字，两步验证才算开启。</p>
          {refusal && !refusal.field && <RefusalNote refusal={refusal} />}
          <TextField
            label="动态码"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            error={errorsOf(confirm.error).code}
            onChange={setCode}
          />
        </li>
      </ol>
      <Act
        primary
        type="submit"
        loading={confirm.isPending}
        permit={code.trim().length >= 6 ? { may: true } : { may: false, reason: '请先填写动态码' }}
      >
        完成开启
      </Act>
    </form>
  )
}

const SquareCode = ({ text }: { text: string }) => {
  const { data, size } = encode(text, { border: 2 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg viewBox={`0 0 ${size} ${size}`} className={css.square} role="img" aria-label="验证器密钥的方码">
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
