import { useQuery } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import { Act } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { useSaving } from '../ui/saving.ts'
import { AlikeLines } from './AlikeLines.tsx'
import type { PartProps } from './part.ts'
import { QueueLines } from './QueueLines.tsx'
import css from './queue.module.css'
import { judgeAlike, readAlike } from './queue-contract.ts'

/** Matters that may be the same one: shown with why; only a person says so. */
export const AlikePart = ({ need }: PartProps) => {
  const { data } = useQuery({
    queryKey: ['need', need.id, 'alike'],
    queryFn: () => call(readAlike, { params: { need: need.id } }),
    enabled: !need.sensitive,
  })
  const judging = useSaving(
    judgeAlike.body,
    (body: Body<typeof judgeAlike>) => call(judgeAlike, { params: { need: need.id }, body }),
    () => {},
  )
  if (!data || data.alike.length + data.linked.length === 0) return null
  const say = (otherId: string, same: boolean) => judging.save({ otherId, same, version: need.version })
  return (
    <section className={css.part} aria-labelledby="alike">
      <h2 id="alike">是不是同一件事</h2>
      {judging.failure && <Failed error={judging.failure} />}
      {data.linked.length > 0 && (
        <>
          <p>
            {[...new Set(data.linked.map(({ byName, decidedOn }) => `${byName}${sayDay(decidedOn)}`))].join(
              '、',
            )}
            认定与下面的是同一件事。各自的记录都在，没有合并。
          </p>
          <QueueLines label="同一件事" needs={data.linked} />
        </>
      )}
      {data.alike.length > 0 && (
        <AlikeLines alike={data.alike}>
          {({ id }) => (
            <span className={css.acts}>
              <Act loading={judging.busy} onClick={() => say(id, true)}>
                是同一件
              </Act>
              <Act loading={judging.busy} onClick={() => say(id, false)}>
                不是
              </Act>
            </span>
          )}
        </AlikeLines>
      )}
    </section>
  )
}
