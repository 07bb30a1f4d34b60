import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Alone } from '../ui/Alone.tsx'
import { sayDay } from '../ui/days.ts'
import { ErrorList } from '../ui/ErrorList.tsx'
import { type Errors, errorsIn, errorsOf, refusalIn } from '../ui/errors.ts'
import { Failed } from '../ui/Failed.tsx'
import { Loading } from '../ui/Loading.tsx'
import { giveAnswer, lookAtAnswerLink } from './closing-contract.ts'
import { SAID_LABELS, SaidFields, UNSAID } from './SaidFields.tsx'

const TITLE = '办理结果的答复'

/** Opened by her one-time link, outside the frame: which matter it is, three questions, nothing else. */
export const AnswerPage = () => {
  const [token] = useState(() => location.hash.slice(1))
  const looking = useQuery({
    queryKey: ['answer-link'],
    queryFn: () => call(lookAtAnswerLink, { body: { token } }),
    enabled: token.length >= 20,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [said, setSaid] = useState(UNSAID)
  const [errors, setErrors] = useState<Errors>({})
  const body = { ...said, token }
  const giving = useMutation({
    mutationFn: () => call(giveAnswer, { body: body as never }),
    onError: (error) => setErrors(errorsOf(error)),
  })
  if (token.length < 20)
    return (
      <Alone title={TITLE}>
        <p>请打开工作人员交给您的完整链接。</p>
      </Alone>
    )
  if (giving.isSuccess)
    return (
      <Alone title={TITLE}>
        <p>已经收到。没有解决的，会有人看到并再联系您；也可以随时再打告知您结果的电话。</p>
      </Alone>
    )
  const send = (): void => {
    const found = errorsIn(giveAnswer.body, {
      ...body,
      solved: said.solved || undefined,
      satisfied: said.satisfied || undefined,
    })
    setErrors(found)
    if (Object.keys(found).length === 0) giving.mutate()
  }
  const of = looking.data
  const spent = refusalIn(giving.error)?.field === 'token'
  return (
    <Alone title={TITLE}>
      {looking.isPending && <Loading />}
      {looking.error && <Failed error={looking.error} />}
      {of && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          <p>
            {of.organName}：{of.month.replace('-', '年')}月收到的需求，编号{of.number}。
          </p>
          <p className="aside">
            答不答复由您决定。{sayDay(of.until)}前有效，提交一次后失效；您的话只有办理这件事的人看得到。
          </p>
          {spent ? <Failed error={giving.error} /> : <ErrorList errors={errors} labels={SAID_LABELS} />}
          <SaidFields said={said} onChange={setSaid} errors={errors} herself />
          <Act primary type="submit" loading={giving.isPending}>
            提交答复
          </Act>
        </form>
      )}
    </Alone>
  )
}
