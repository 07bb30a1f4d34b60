import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { sayInstant } from '../ui/days.ts'
import { refusalIn } from '../ui/errors.ts'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import css from './RemindersPage.module.css'
import { closeFeed, openFeed, readFeedState } from './reminder-contract.ts'

/** The address is shown once, when it is made: only its digest is kept. */
export const FeedSection = () => {
  const queries = useQueryClient()
  const { data } = useSuspenseQuery({ queryKey: ['feed'], queryFn: () => call(readFeedState, {}) })
  const again = () => queries.invalidateQueries({ queryKey: ['feed'] })
  const opening = useMutation({ mutationFn: () => call(openFeed, { body: {} }), onSuccess: again })
  const closing = useMutation({
    mutationFn: () => call(closeFeed, {}),
    onSuccess: () => {
      opening.reset()
      return again()
    },
  })
  const refusal = refusalIn(opening.error ?? closing.error)
  const address = opening.data && new URL(opening.data.address, location.origin).href
  return (
    <section className={css.section}>
      <h2>日历订阅</h2>
      <p>
        在手机或电脑的日历里订阅后，应做事项的到期日和会议时间会自动出现，改期也会跟着变。地址就是钥匙，请不要转给别人。
      </p>
      {refusal && <RefusalNote refusal={refusal} />}
      {address && (
        <>
          <p role="status">请现在复制地址，离开本页后不再显示：</p>
          <output className={css.address}>{address}</output>
          <Act onClick={() => void navigator.clipboard?.writeText(address)}>复制地址</Act>
        </>
      )}
      {data.open && !address && data.since && <p className="aside">已于{sayInstant(data.since)}开通。</p>}
      <div className={css.acts}>
        <Act loading={opening.isPending} onClick={() => opening.mutate()}>
          {data.open ? '换一个地址' : '开通日历订阅'}
        </Act>
        {data.open && (
          <Act loading={closing.isPending} onClick={() => closing.mutate()}>
            停用
          </Act>
        )}
      </div>
    </section>
  )
}
