import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act, type Permit } from '../ui/Act.tsx'
import { errorsIn, refusalIn } from '../ui/errors.ts'
import { TextField } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import css from './RemindersPage.module.css'
import { readDigest, subscribeDigest } from './reminder-contract.ts'

/** One letter a week to an address of her own choice, where the system can send mail at all. */
export const DigestSection = () => {
  const queries = useQueryClient()
  const { data } = useSuspenseQuery({ queryKey: ['digest'], queryFn: () => call(readDigest, {}) })
  const [address, setAddress] = useState(data.address ?? '')
  const { mutate, isPending, error } = useMutation({
    mutationFn: (wanted: string | null) => call(subscribeDigest, { body: { address: wanted } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['digest'] }),
  })
  const refusal = refusalIn(error)
  return (
    <section className={css.section}>
      <h2>每周提要</h2>
      <p>每周一上午九点一封邮件，列出您该做的和四周内的事项；没有事项的一周不发。</p>
      {data.possible ? (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault()
            mutate(address)
          }}
        >
          {refusal && <RefusalNote refusal={refusal} />}
          <TextField
            label="邮箱地址"
            name="address"
            inputMode="email"
            value={address}
            onChange={setAddress}
          />
          <Act type="submit" loading={isPending} permit={permitOf(address, data.address)}>
            {data.address ? '换用这个邮箱' : '订阅'}
          </Act>
          {data.address && (
            <Act loading={isPending} onClick={() => mutate(null)}>
              停用
            </Act>
          )}
        </form>
      ) : (
        <p className="aside">本系统没有设置发信服务器，暂不能发邮件。如有需要，请联系系统管理员。</p>
      )}
    </section>
  )
}

const permitOf = (address: string, known: string | null): Permit => {
  if (address === (known ?? ''))
    return { may: false, reason: known ? '已订阅到这个邮箱' : '请先填写邮箱地址' }
  const faults = errorsIn(subscribeDigest.body, { address })
  return faults.address ? { may: false, reason: faults.address } : { may: true }
}
